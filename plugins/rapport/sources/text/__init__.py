"""A post's text to a Document: what readers see, and where each bit of it stands in the source.

The way: `dialect` (which Markdown the site writes) - `lines` (code and raw HTML apart, the rest in
blocks of lines) - `blocks` (lists, quotations, headings as Python-Markdown sees them) - `inline`
(emphasis and links, through pyromark) - `writer` (visible text, with a Run for every stretch).
`rendered` does the same from HTML, without places.
"""
