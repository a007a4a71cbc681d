"""What a run says in plain words."""
