"""What a bench runs inside the browser's Python. Every job has `async def do(asked: str) -> str`, JSON both ways."""
