"""One module per form in which a case is handed in; each turns bytes into rows of cells."""
