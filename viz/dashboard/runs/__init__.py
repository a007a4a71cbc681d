"""The lives behind a page: one followed month by month, all of them at once, 250 with and without; and what is asked of them."""
