"""The part of the page that changes with the month: what stays, and what a month shows."""
