"""The analysis of a sweep: indices, boxes and frontiers, with their sampling error."""
