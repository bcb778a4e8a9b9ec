"""What other programs export, read into one form. Pure; runs in a process of its own, for it is strangers' matter."""
