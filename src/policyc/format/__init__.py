"""One canonical form of a source: same blocks, same comments, same meaning."""
