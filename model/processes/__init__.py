"""The ten processes of a month, one file each; `model.month` calls them in order."""
