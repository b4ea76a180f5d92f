"""Payment Services Act and the Cabinet Office Order on prepaid payment instruments: rules as data, and what a condition cannot say."""
