"""The matter all rooms handle: HTML, Markdown, front matter, file names, quotations, language. Pure."""
