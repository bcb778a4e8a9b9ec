"""The window. Qt only here; shows what services and flow say, and reaches no adapter."""
