"""How an audit looks: as text, Markdown, HTML and JSON. One module each; they only say what is there."""
