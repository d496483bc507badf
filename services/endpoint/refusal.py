"""What a call raises when it will not do what was asked."""

from typing import Any

from services.sync.problem import Problem
from services.sync.wire_form import ProblemAnswer, problem_answer


class Refusal(Exception):
    """Carries the problem that is answered, and nothing that was sent. `more` is as in `problem_answer`."""

    def __init__(self, problem: Problem | ProblemAnswer, title: str = "", **more: Any) -> None:
        super().__init__()
        self.answer: ProblemAnswer = (
            problem_answer(problem, title, **more) if isinstance(problem, Problem) else problem
        )
