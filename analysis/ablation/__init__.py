"""Each mechanism switched off in turn."""
