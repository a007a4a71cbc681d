"""Arms side by side: paired differences, how sure they are, what they cost."""
