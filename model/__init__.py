"""The place: agents, rules, the month, parameters, scenarios, records."""
