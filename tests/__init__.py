"""Claims about the model and the program, in words."""
