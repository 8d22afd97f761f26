"""Word, Excel and PDF files become documents."""
