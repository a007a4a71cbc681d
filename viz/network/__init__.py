"""Pictures of who trusts whom."""
