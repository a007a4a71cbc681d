"""The tables that analyses of a sweep leave."""

from samvirke.analysis.columns import Column, schema_of

SCENARIO = Column("scenario", "name of the scenario", "name", "string", never_null=True)
ARM = Column("arm", "variant of the scenario; baseline is the one without changes", "name", "string", never_null=True)
MEASURE = Column("measure", "what is measured; the manifest says its meaning and unit", "name", "string", never_null=True)
INPUT = Column("input", "parameter, or lever_NAME for a lever", "name", "string", never_null=True)
IDENTIFIED = (
    Column("contraction", "how far the answers narrow the parameter: 0 not at all, 1 to a point; null for levers, and where there is "
           "no posterior", "0-1", "double"),
    Column("identified", "whether the answers narrow it by more than the declared bound; null where that is no question", "yes or no",
           "bool"),
)  # fmt: skip

INDICES: tuple[Column, ...] = (
    SCENARIO, ARM, MEASURE, INPUT,
    Column("beside", "of S2: the other input; else null", "name", "string"),
    Column("index", "mu_star mean size of the change over the input's whole range, mu its mean, sigma its standard deviation (Morris); "
           "S1 share of variance of the input alone, ST with all it does together with others, S2 of two together (Sobol)",
           "one of mu_star, mu, sigma, S1, ST, S2", "string", never_null=True),
    Column("value", "the index", "unit of the measure (Morris), 0-1 (Sobol)", "double"),
    Column("low", "lower end of its 90 % interval; null where none is computed", "as value", "double"),
    Column("high", "upper end of its 90 % interval", "as value", "double"),
    Column("points", "points it is computed from", "number", "int64", never_null=True),
    *IDENTIFIED,
)  # fmt: skip

BOXES: tuple[Column, ...] = (
    SCENARIO, ARM,
    Column("when", "what is searched for", "text", "string", never_null=True),
    Column("method", "PRIM or CART", "name", "string", never_null=True),
    Column("box", "number of the box of that method, from 1; limits of a box hold together", "number", "int64", never_null=True),
    Column("input", "parameter, or lever_NAME for a lever; null for a box without limits", "name", "string"),
    Column("low", "lower limit; null if there is none", "unit of the input", "double"),
    Column("high", "upper limit; null if there is none", "unit of the input", "double"),
    Column("p_value", "chance that a limit like this is found where there is nothing (quasi-p, PRIM only)", "0-1", "double"),
    Column("coverage", "share of all cases that lie in the box", "0-1", "double", never_null=True),
    Column("density", "share of the box's lives that are cases", "0-1", "double", never_null=True),
    Column("mass", "share of all lives that lie in the box", "0-1", "double", never_null=True),
    Column("coverage_held_out", "the same among lives the box was not found with", "0-1", "double"),
    Column("density_held_out", "the same among lives the box was not found with", "0-1", "double"),
    Column("base_rate", "share of all lives that are cases", "0-1", "double", never_null=True),
    Column("lives", "lives of a partnership that were searched", "number", "int64", never_null=True),
    *IDENTIFIED,
)  # fmt: skip

POLICIES: tuple[Column, ...] = (
    SCENARIO,
    Column("policy", "number of the policy; 0 is the scenario as it is", "number", "int64", never_null=True),
    Column("levers", "what it sets, in words", "text", "string", never_null=True),
    Column("point", "id of the policy with the first draw, in points.parquet of the sweep", "id", "string", never_null=True),
    Column("cost_hours", "hours that it takes more than the scenario as it is, per partnership; declared", "hours", "double"),
    Column("cost_dkk", "kroner that it costs more, its hours priced, per partnership; declared, not simulated", "DKK", "double"),
)  # fmt: skip

FRONTIER: tuple[Column, ...] = (
    *POLICIES[:2], MEASURE,
    Column("levers", "what the policy sets, in words", "text", "string", never_null=True),
    Column("cost_dkk", "kroner it costs more than the scenario as it is, hours priced, per partnership; declared", "DKK", "double"),
    Column("mean", "mean gain over all lives: the policy less the scenario as it is; above 0 is for the better", "unit of the measure",
           "double"),
    Column("mc_error", "standard error of the mean; more lives shrink it", "unit of the measure", "double"),
    Column("low", "5 % of the draws expect a lower gain", "unit of the measure", "double"),
    Column("high", "5 % of the draws expect a higher gain", "unit of the measure", "double"),
    Column("probability_better", "share of draws that expect a gain", "0-1", "double"),
    Column("gain_per_100000_dkk", "mean gain for every 100,000 kroner; null where it costs nothing or less", "unit of the measure",
           "double"),
    Column("on_frontier", "whether no policy that costs as much or less is expected to gain more", "yes or no", "bool", never_null=True),
    Column("share_on_frontier", "share of draws in which that is so", "0-1", "double"),
    Column("regret_mean", "missed beside the best for as much money in each draw; below 0 where chance is larger", "unit of the measure",
           "double"),
    Column("regret_95", "5 % of the draws expect to miss more than this", "unit of the measure", "double"),
    Column("draws", "draws of parameters", "number", "int64", never_null=True),
    Column("lives", "lives of each draw", "number", "int64", never_null=True),
)  # fmt: skip

TABLES: dict[str, tuple[Column, ...]] = {
    "indices": INDICES, "convergence": INDICES, "boxes": BOXES, "policies": POLICIES, "frontier": FRONTIER,
}  # fmt: skip
SCHEMAS = {name: schema_of(columns) for name, columns in TABLES.items()}
