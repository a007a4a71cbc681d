"""What things are called on the page, and how levers read. Nothing is drawn or simulated here."""
