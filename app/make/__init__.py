"""The verbs of the Makefile, one a file. Build-time only: nothing here is shipped to a phone or a browser."""
