"""What every page that stands alone has in common."""
