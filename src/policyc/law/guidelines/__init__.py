"""Guidelines of the Personal Information Protection Commission: rules as data, and what a condition cannot say."""
