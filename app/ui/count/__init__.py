"""The Count page: blind, by scanner or keyboard, without stopping the shop."""
