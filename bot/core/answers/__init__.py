"""What is answered, one module for each kind of thing that is asked about. Each takes an inquiry and gives a draft."""
