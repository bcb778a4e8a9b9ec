"""Share: give it on, with discernment and credit. Plain Python; knows no Qt, no disk, no network."""
