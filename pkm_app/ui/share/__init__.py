"""The Share room: drafts, the check before something leaves, and where it goes."""
