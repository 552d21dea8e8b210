"""``python -m sherd`` does what ``sherd`` does."""

from sherd.cli import main

if __name__ == "__main__":
    main()
