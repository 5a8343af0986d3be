"""Web addresses: validation, fetching over HTTP, the cache of fetched pages, and messages for server errors."""
