"""Published pages: reading them (Markdown, HTML, plain text) into blocks and lines."""
