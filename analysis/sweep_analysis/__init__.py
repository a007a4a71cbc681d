"""What a sweep says: indices, boxes, frontiers, and how sure they are after so many runs."""
