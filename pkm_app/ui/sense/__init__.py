"""The Sense room: notes, highlights and sources, and the pane in which one writes."""
