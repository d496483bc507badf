"""A rival of the endpoint, run as `services.endpoint` is: the very same, but each push has its own commit."""

from services.endpoint import writer
from services.endpoint.__main__ import main

if __name__ == "__main__":
    vars(writer)["MOST_TOGETHER"] = 1  # nobody but this rival may change it
    main()
