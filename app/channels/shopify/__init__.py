"""Shopify, by its Admin GraphQL interface."""
