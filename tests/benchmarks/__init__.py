"""How fast and how large: the table of speed and size, and one toy in Mesa, in Starsim and in our kernel."""
