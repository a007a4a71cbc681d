"""The dashboard: a partnership month by month on the screen, which answers when a lever is moved.

To understand it, read desk.py (what one page shows and what can be done to it), then page.py (what stands where). Below them, each
standing on those before it: names (what things are called), runs (what is simulated, without any drawing), charts (as plain dictionaries),
content (texts and templates of the views), views (Solara).
"""
