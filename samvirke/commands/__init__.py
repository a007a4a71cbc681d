"""The commands, one file each: what may be typed, with its help. Bodies are imported when a command is called."""
