"""Who trusts whom, as networkx graphs of plain values: nodes are the agents' `unique_id`s."""

from typing import Any

import networkx as nx


def trust_network(model: Any, partnership: Any) -> Any:
    """DiGraph of a partnership's present key persons; an edge is how far the first relies on the second."""
    graph = nx.DiGraph()
    holders = {}
    for person in partnership.key_persons:
        holders[person.seat] = person.unique_id
        graph.add_node(
            person.unique_id, seat=person.seat, organisation=person.organisation.unique_id,
            sector=person.organisation.sector_name, is_coordinator=person.is_coordinator,
        )  # fmt: skip
    first = partnership.first_tie
    for tie in model.state.ties[first : first + partnership.ties]:
        if tie.from_seat in holders and tie.to_seat in holders:
            graph.add_edge(
                holders[tie.from_seat], holders[tie.to_seat], trust=float(tie.trust),
                expectations_known=float(tie.expectations_known), months_met=int(tie.months_met),
            )  # fmt: skip
    return graph


def organisations_network(model: Any, partnership: Any) -> Any:
    """DiGraph of a partnership's members; an edge is institutional trust, what remains when persons leave."""
    graph = nx.DiGraph()
    members = {each.row: each for each in partnership.members}
    for each in members.values():
        graph.add_node(each.unique_id, kind=each.kind_name, sector=each.sector_name, is_lead=each.is_lead)
    first = partnership.first_relation
    for relation in model.state.relations[first : first + partnership.relations]:
        one, other = members.get(relation.from_organisation), members.get(relation.to_organisation)
        if one is not None and other is not None and one is not other:
            graph.add_edge(one.unique_id, other.unique_id, trust=float(relation.trust))
    return graph
