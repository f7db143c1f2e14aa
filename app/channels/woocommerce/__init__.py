"""WooCommerce, REST API wc/v3."""
