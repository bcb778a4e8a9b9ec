"""Standard library only: events, errors, identifiers, text, resources, settings. One subject a file."""
