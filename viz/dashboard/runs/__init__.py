"""The runs behind a page: one followed month by month, all partnerships at once, 250 with and without levers; and what is asked of them."""
