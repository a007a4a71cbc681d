"""The ten processes of a month, one file each; `samvirke.model.month` calls them in order."""
