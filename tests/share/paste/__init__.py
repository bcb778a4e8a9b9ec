"""The trial of pasting: what the editors of places make of the clipboard, in a real browser."""
