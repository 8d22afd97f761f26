"""From an address to the facts of a leaf: an unknown portal is walked politely until its annual-report columns and its CMS are known.

- `links`  which links of a page lead towards annual reports
- `pages`  what a page says of the portal: its column, its CMS by the signs each family states, the reports it lists
- `walk`   the spider: best link first, within a budget of requests
- `leaf`   a leaf's file, written from what was found
- `__main__` the walk as a process of its own; prints what it found as JSON

Nothing is believed here: `flows.discover` crawls the leaf before it hands it over.
"""
