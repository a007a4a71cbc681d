"""What only the browser can do for the page: hear its keys and its Back, and write its address."""

from collections.abc import Callable

import solara


@solara.component_vue("keys.vue")
def Keys(  # noqa: N802  (a component)
    query: str,
    language: str,
    title: str,
    event_pressed: Callable[[str], None],
    event_returned: Callable[[str], None],
) -> None:
    """`query` is what the address shall say, until the stage says another. `event_returned` is told the query that one came back to."""
