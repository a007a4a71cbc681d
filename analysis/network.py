"""Measures of who trusts whom, computed from the tables `ties` and `people`: how dense, how mutual, on whom it hangs.

A network is that of a partnership's key persons at the end of a month. A tie is trusted if its personal trust is at least
TRUSTED; two persons are connected if a path of ties leads from one to the other that are trusted in one direction at least.
"""

from collections.abc import Callable, Iterator
from math import comb, fsum, nan
from typing import Any

import networkx as nx
import pandas as pd

from samvirke.analysis.columns import KEYS, MONTH, Column

TRUSTED = 0.6  # the two upper fifths of 0-1, as 4 and 5 are of the five answers
OF_A_MONTH = [column.name for column in (*KEYS, MONTH)]

NETWORK: tuple[Column, ...] = (
    Column("persons", "key persons who are there", "persons", "int64", never_null=True),
    Column("trusted_ties", f"directed ties with personal trust of {TRUSTED:g} or more", "ties", "int64", never_null=True),
    Column("possible_ties", "ties that there could be between persons of different organisations", "ties", "int64", never_null=True),
    Column("density", "trusted ties as a share of possible ones; null if none is possible", "share", "double"),
    Column("weighted_density", "sum of trust as a share of full trust in all possible ties; null likewise", "share", "double"),
    Column("mean_trust", "mean personal trust over the ties that there are; null if there is none", "0-1", "double"),
    Column("reciprocity", "share of trusted ties that are trusted in the other direction too; null if none is trusted", "share", "double"),
    Column(
        "weighted_reciprocity",
        "share of all trust that is returned: a tie's trust counts up to that of the other direction; null without ties",
        "share", "double",
    ),
    Column("groups", "groups that trusted ties hold together; one who has none is a group of her own", "groups", "int64", never_null=True),
    Column("largest_share_of_trust", "most trust that hangs on one person; null without ties", "share", "double"),
    Column("hangs_on", "person on whom most trust hangs; null without ties", "name", "string"),
)  # fmt: skip
"""Reciprocity: networkx.overall_reciprocity. Weighted: Squartini, Picciolo, Ruzzenenti and Garlaschelli, Reciprocity of weighted
networks, Scientific Reports 3, 2729 (2013)."""

PERSONS: tuple[Column, ...] = (
    Column("person", "who", "name", "string", never_null=True),
    Column("organisation", "whom she represents", "name", "string", never_null=True),
    Column("is_coordinator", "she coordinates the partnership", "yes or no", "bool", never_null=True),
    Column("share_of_trust", "trust in ties to and from her as a share of all: it goes if she goes; null without ties", "share", "double"),
    Column("groups_without_her", "groups that trusted ties hold together when she has gone", "groups", "int64", never_null=True),
    Column("pairs_cut", "pairs of others who are connected with her and not without her", "pairs", "int64", never_null=True),
    Column("share_of_pairs_cut", "the same, as a share of all pairs of others; null with fewer than two others", "share", "double"),
    Column("share_of_hours", "her part of the hours that key persons gave this month; null if they gave none", "share", "double"),
)  # fmt: skip


def networks(ties: Any, people: Any) -> pd.DataFrame:
    """One row per run, partnership and month in which a key person is there: the columns of NETWORK.

    `ties` and `people` are the tables of these names, as pandas or Arrow tables.
    """
    rows = [(*when, *network_measures(graph).values()) for when, graph in graphs(ties, people)]
    return pd.DataFrame(rows, columns=[*OF_A_MONTH, *(column.name for column in NETWORK)])


def persons(ties: Any, people: Any) -> pd.DataFrame:
    """One row per run, partnership, month and key person: the columns of PERSONS; what hangs on her, and what goes if she goes."""
    rows = [(*when, *measures.values()) for when, graph in graphs(ties, people) for measures in person_measures(graph)]
    return pd.DataFrame(rows, columns=[*OF_A_MONTH, *(column.name for column in PERSONS)])


def graphs(ties: Any, people: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """The key columns and the DiGraph of every run, partnership and month: nodes are persons, an edge has `trust`."""
    people = _as_pandas(people)
    ties_of = dict(list(_as_pandas(ties).groupby(OF_A_MONTH, sort=False)))
    for when, there in people[people["kind"] == "key person"].groupby(OF_A_MONTH, sort=False):
        yield when, graph_of(ties_of.get(when), there)


def graph_of(ties: pd.DataFrame | None, there: pd.DataFrame) -> Any:
    """The network of one month, from its rows of both tables."""
    graph = nx.DiGraph()
    for row in there.itertuples():
        graph.add_node(row.person, organisation=row.organisation, hours=row.hours, is_coordinator=bool(row.is_coordinator))
    if ties is not None:
        graph.add_weighted_edges_from(zip(ties["from_person"], ties["to_person"], ties["personal_trust"], strict=True), weight="trust")
    return graph


def network_measures(graph: Any) -> dict[str, Any]:
    """The columns of NETWORK for one network."""
    trusted, possible, trust = trusted_ties(graph), possible_ties(graph), total_trust(graph)
    shares = shares_of_trust(graph)
    most = max(shares, key=lambda person: shares[person]) if trust else None
    return {
        "persons": len(graph),
        "trusted_ties": trusted.number_of_edges(),
        "possible_ties": possible,
        "density": _ratio(trusted.number_of_edges(), possible),
        "weighted_density": _ratio(trust, possible),
        "mean_trust": _ratio(trust, graph.number_of_edges()),
        "reciprocity": nx.overall_reciprocity(trusted) if trusted.number_of_edges() else nan,
        "weighted_reciprocity": weighted_reciprocity(graph),
        "groups": nx.number_weakly_connected_components(trusted),
        "largest_share_of_trust": nan if most is None else shares[most],
        "hangs_on": most,
    }


def person_measures(graph: Any) -> Iterator[dict[str, Any]]:
    """The columns of PERSONS for everybody in one network."""
    trusted = trusted_ties(graph)
    shares = shares_of_trust(graph)
    hours = sum(graph.nodes[each]["hours"] for each in graph)
    pairs_of_others = comb(len(graph) - 1, 2)
    for person in graph:
        cut = pairs_cut(trusted, person)
        yield {
            "person": person,
            "organisation": graph.nodes[person]["organisation"],
            "is_coordinator": graph.nodes[person]["is_coordinator"],
            "share_of_trust": shares[person],
            "groups_without_her": nx.number_weakly_connected_components(_without(trusted, person)),
            "pairs_cut": cut,
            "share_of_pairs_cut": _ratio(cut, pairs_of_others),
            "share_of_hours": _ratio(graph.nodes[person]["hours"], hours),
        }


def trusted_ties(graph: Any) -> Any:
    """The same persons, with the trusted ties alone."""
    trusted = nx.DiGraph()
    trusted.add_nodes_from(graph)
    trusted.add_edges_from((one, other) for one, other, trust in graph.edges(data="trust") if trust >= TRUSTED)
    return trusted


def possible_ties(graph: Any) -> int:
    """How many directed ties there could be: within one organisation there are none."""
    organisations = pd.Series([organisation for _, organisation in graph.nodes(data="organisation")], dtype=object)
    sizes = organisations.value_counts()
    return int(len(graph) ** 2 - (sizes**2).sum())


def total_trust(graph: Any) -> float:
    """Personal trust summed over all directed ties."""
    return fsum(trust for _, _, trust in graph.edges(data="trust"))


def shares_of_trust(graph: Any) -> dict[str, float]:
    """For each person, trust in ties to and from her as a share of all trust; they sum to 2, for a tie has two ends."""
    whole = total_trust(graph)
    return {person: _ratio(trust, whole) for person, trust in graph.degree(weight="trust")}


def weighted_reciprocity(graph: Any) -> float:
    """Share of all trust that is returned (Squartini and others 2013): 0 if all trust is one-way, 1 if it is always as much."""
    returned = fsum(min(trust, graph.edges[other, one]["trust"]) for one, other, trust in _with_a_way_back(graph))
    return _ratio(returned, total_trust(graph))


def pairs_cut(trusted: Any, person: str) -> int:
    """Pairs of others who are connected through trusted ties as it is, and are not when she has gone."""
    hers = nx.node_connected_component(trusted.to_undirected(as_view=True), person)
    left = _without(trusted.subgraph(hers), person)
    return comb(len(hers) - 1, 2) - sum(comb(len(group), 2) for group in nx.weakly_connected_components(left))


def _with_a_way_back(graph: Any) -> Iterator[tuple[str, str, float]]:
    return ((one, other, trust) for one, other, trust in graph.edges(data="trust") if graph.has_edge(other, one))


def _without(graph: Any, person: str) -> Any:
    return graph.subgraph([each for each in graph if each != person])


def _ratio(part: float, whole: float) -> float:
    """A share; NaN where there is nothing to share."""
    return part / whole if whole else nan


def _as_pandas(table: Any) -> pd.DataFrame:
    to_pandas: Callable[[], pd.DataFrame] | None = getattr(table, "to_pandas", None)
    return table if to_pandas is None else to_pandas()
