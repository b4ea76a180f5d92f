"""My Number Act and its guideline: rules as data, and what a condition cannot say."""
