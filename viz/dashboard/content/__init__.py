"""What the views show, without Solara: texts and templates (`*.jinja`), where every text that is filled in is escaped."""
