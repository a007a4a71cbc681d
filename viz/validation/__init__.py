"""The page of `samvirke validate`."""
