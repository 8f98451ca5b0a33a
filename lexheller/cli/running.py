"""What do the commands that run the house share? The house itself, opened without anybody at a desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from lexheller.cli.frame import session_of

if TYPE_CHECKING:
    from lexheller.app import House

P = ParamSpec("P")
R = TypeVar("R")


def with_house(function: Callable[Concatenate[House, P], R]) -> Callable[P, R]:
    """Hand a command the opened house first, and close it afterwards; whoever can read its files may."""

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        from lexheller.app import open_house
        from lexheller.desk.who import viewer_of_user

        session = session_of(click.get_current_context())
        house = open_house(session.settings)
        try:
            if session.person is not None:  # whom it is done as does not matter here, but nobody poses as another
                viewer_of_user(house, session.person)
            return function(house, *args, **kwargs)
        finally:
            house.close()

    return update_wrapper(call, function)
