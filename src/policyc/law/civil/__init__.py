"""Civil Code: rules as data, and what a condition cannot say."""
