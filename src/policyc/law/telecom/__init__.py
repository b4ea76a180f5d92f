"""Telecommunications Business Act, article 27-12, and its regulation: rules as data, and what a condition cannot say."""
