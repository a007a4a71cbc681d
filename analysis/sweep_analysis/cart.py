"""CART (Breiman and others 1984), by scikit-learn: a small tree of cuts; its leaves where cases are denser than elsewhere are boxes."""

from collections.abc import Iterator
from typing import Any

from samvirke.analysis.sweep_analysis.box import Box, held

MOST_CUTS = 3
"""In a row: what a person can keep in mind."""

SMALLEST_LEAF = 0.03
SEED_OF_TIES = 1


def cart(inputs: Any, cases: Any) -> list[Box]:
    """The leaves that hold more than the usual share of cases, what covers most first."""
    from sklearn.tree import DecisionTreeClassifier

    tree = DecisionTreeClassifier(max_depth=MOST_CUTS, min_samples_leaf=SMALLEST_LEAF, random_state=SEED_OF_TIES)
    tree.fit(inputs, cases)
    boxes = [box for box in _leaves(tree.tree_, 0, Box()) if held(box, inputs, cases).density > cases.mean()]
    return sorted(boxes, key=lambda box: -held(box, inputs, cases).coverage)


def _leaves(tree: Any, node: int, box: Box) -> Iterator[Box]:
    left, right = int(tree.children_left[node]), int(tree.children_right[node])
    if left == right:
        yield box
        return
    at, cut = int(tree.feature[node]), float(tree.threshold[node])
    yield from _leaves(tree, left, box.narrowed(at, high=cut))
    yield from _leaves(tree, right, box.narrowed(at, low=cut))
