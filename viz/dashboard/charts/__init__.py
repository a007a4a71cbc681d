"""Charts as plain descriptions that a test can read, and how much room they have."""
