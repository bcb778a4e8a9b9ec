"""Network: fetching with manners and limits, and one file for each kind of outlet."""
