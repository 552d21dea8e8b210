"""By which road a thing came: parties, lists as of a date, and names matched across scripts."""
