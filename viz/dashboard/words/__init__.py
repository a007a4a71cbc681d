"""What the page says: the texts of both languages, names, the glossary, how levers read. Nothing is drawn or lived here."""
