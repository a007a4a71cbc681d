"""What declared things are called in Danish and English."""
