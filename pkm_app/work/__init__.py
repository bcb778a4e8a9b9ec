"""Running things: threads that drive operations, spawned processes for hostile or heavy work."""
