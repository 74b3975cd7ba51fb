"""A budget to take along: as tables for a spreadsheet, and as one page for the board."""
