"""`python -m bench`: every bench, one after the other; names behind it choose some."""

from app.make.bench import main

main()
