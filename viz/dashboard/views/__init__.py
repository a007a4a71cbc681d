"""The sides of the page, and the controls they share; a file ending in _side makes the markup that its _view shows."""
