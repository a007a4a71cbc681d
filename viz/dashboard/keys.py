"""What only the browser can do for the page: hear its keys, write its address, and say that a frame has been drawn."""

from collections.abc import Callable

import solara


@solara.component_vue("keys.vue")
def Keys(  # noqa: N802  (a component)
    query: str,
    language: str,
    title: str,
    beat: int,
    event_pressed: Callable[[str], None],
    event_drawn: Callable[[int], None],
) -> None:
    """`query` is what the address shall say; `beat` is answered with `drawn` once the browser has drawn what came with it."""
