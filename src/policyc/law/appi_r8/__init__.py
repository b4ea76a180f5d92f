"""The amendment of 2026 of the Act on the Protection of Personal Information: rules as data, and what a condition cannot say."""
