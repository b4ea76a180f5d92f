"""Act on Specified Commercial Transactions and its rules: rules as data, and what a condition cannot say."""
