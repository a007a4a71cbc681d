"""The dashboard: a partnership lives on the screen, and answers when a lever moves.

To understand it, read desk.py (what one page shows and what can be done to it), then page.py (what stands where). Below them, each
folder standing on those before it: words (both languages), lives (what is lived, without any drawing), pictures (charts as plain
dictionaries), stage (what changes with the month), sides (one for each button at the top).
"""
