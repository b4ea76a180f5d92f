"""The compiler's version: stands in every manifest, so it is a constant and not read from installed metadata."""

VERSION = "0.1.0"
