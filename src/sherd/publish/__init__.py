"""How it is shown: a dossier redacted to its reader, and the bundle that anyone can verify."""
