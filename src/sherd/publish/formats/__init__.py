"""What is handed out besides the dossier, one file per open format."""
