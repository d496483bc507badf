"""What a bench runs inside the browser. Each job has `async def do(asked: str) -> str`, JSON both ways."""
