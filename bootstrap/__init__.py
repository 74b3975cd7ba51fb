"""What a machine with nothing but python3 and make needs to run Carillon. Standard library only."""
