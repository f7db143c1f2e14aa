"""Papers: what is printed or sent on, as Markdown, HTML and PDF."""
