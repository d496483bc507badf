"""The entry that `flet run`, `flet build` and the web build look for."""

from app.shell import run

run()
