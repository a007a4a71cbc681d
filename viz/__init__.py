"""The pictures: charts, networks and the dashboard."""
