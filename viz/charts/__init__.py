"""Charts as specifications that a test can read."""
