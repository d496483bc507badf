"""What a schedule ends with when something does not hold."""


class Broken(AssertionError):
    """A promise that does not hold; its words begin with the promise's name."""
