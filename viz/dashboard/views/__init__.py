"""The views of the page, in Solara, and the controls they share; what they show is made in content."""
