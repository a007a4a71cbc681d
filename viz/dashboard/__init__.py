"""The dashboard: a partnership lives on the screen, and answers when a lever moves.

To understand it, read session.py (what one page knows, without any drawing), then page.py (what stands where). The files ending in
_option.py make charts as plain dictionaries; the words are in danish.py and english.py.
"""
