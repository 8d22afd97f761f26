"""What portals of one CMS have in common. A portal's own file names its family and its facts, nothing more."""
