"""One module a command of `wagebook`; each shows something and gives an exit code."""
