"""What is known from elsewhere, beside what the model does."""
