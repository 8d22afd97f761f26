"""Pages and saved texts become documents: decoded, without what portals put round a report."""
