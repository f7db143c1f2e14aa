"""How the packages are made: the frozen program, what each system wants around it, and the bill of what is inside."""
