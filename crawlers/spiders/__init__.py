"""One file per portal, nothing else: the file's name is the spider's name, the archive's name and the key in SQL."""
