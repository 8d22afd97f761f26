"""Running text, clause by clause: which quantity is a figure of which metric, and what a negation makes zero."""
