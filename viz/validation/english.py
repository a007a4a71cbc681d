"""What the page of the proof says, in English. The keys are those of the Danish texts."""

ENGLISH: dict[str, str] = {
    "title": "Does the model hold?",
    "made": "{draws} sets of parameters from the posterior, {each} lives each: {replicates} lives of {partnerships} partnerships. Seed {seed}.",  # noqa: E501
    "made distinct": "Of the posterior's {draws} draws {different} differ in what was calibrated; the commonest stands there {commonest} "
    "times. They are worth {effective} different draws of equal weight.",
    "stale": "The posterior behind this page is stale: {what}. Make it anew with samvirke calibrate before its figures are used.",
    "stale targets": "the reported figures have changed since",
    "stale parameters": "parameters or their priors have changed since",
    "stale model": "the model or the scenario has changed since",
    "how to read": "What was reported are answers of 34 to 37 partnerships, one contact person each. What is simulated are the "
    "answers that simulated contact persons of the same partnerships give. A 90 % interval is where nine in ten such simulated "
    "surveys lie.",
    "answer": "The answer in short",
    "fit": "Does it fit?",
    "fit rows": "{inside} of {rows} reported percentages ({share} %) lie in their 90 % interval. The simulated mean is off by "
    "{error} points on average. A model that were the truth itself would be off by about 5.3 points, because so few answered; below "
    "4 would be suspiciously good.",
    "fit prior": "Before the data {inside} of the same {rows} percentages lay inside as well, in intervals {prior} points wide on "
    "average; now they are {width}. Lying inside alone proves little.",
    "fit reliability": "{share} % of the differences between answers about the seven C's come from the partnerships; the rest is "
    "who answered, and in what mood. The state of the whole partnership explains {state} %: each sees her own ties and tasks.",
    "unseen": "What does it say of answers it was not fitted to?",
    "unseen rows": "Each of {blocks} blocks of questions was left out in its turn. Of their {rows} percentages {inside} ({share} "
    "%) lie inside.",
    "unseen wins": "On left-out questions it says the answers better than: {names}.",
    "unseen loses": "It does not say them better than: {names}.",
    "unseen blocks": "Another model says {lost} of the {blocks} blocks at least as well: {names}.",
    "unseen more blocks": "Another model says {lost} of the {blocks} blocks at least as well; the farthest behind are: {names}.",
    "unseen refit": "For {few} of the {blocks} blocks fewer than 100 draws carry the weight. Those figures are provisional: they "
    "need a calibration without the block.",
    "unseen validation": "Of the {rows} percentages that were kept aside and not fitted, {inside} lie inside. Their intervals are "
    "{width} points wide on average.",
    "unknown": "What can the data not tell?",
    "unknown parameters": "{few} of {sampled} calibrated parameters are hardly narrowed by these data: {names}.",
    "unknown none": "All {sampled} calibrated parameters are narrowed by at least {bound} %.",
    "unknown others": "Another {others} uncertain parameters were not calibrated: the {sampled} that move the reported figures most were. "
    "In every result the others are drawn anew from their plausible range.",
    "unknown moves": "The endings do not move by 5 points with: {names}.",
    "unknown all move": "Each of trust, money, hosts and early anchoring moves the endings by at least 5 points.",
    "unknown chance": "Calibrated again from another seed, a parameter's mean differs by {of_parameters} % of its plausible range "
    "(root mean square; most, {parameter}: {most} %). The chance in a predicted percentage is {error_of_rows} points; "
    "the two differ most, by {most_of_rows} points, at “{row}”.",
    "unknown chance bound": "The second calibration takes over which parameters are calibrated, so the chance in choosing them is not "
    "in these figures. That {bound} points is the most they may be is our own choice.",
    "unknown one": "Nothing here says what becomes of any one partnership. The four endings are what contact persons expected "
    "when the grant ended, not what was seen later.",
    "nobody": "none",
    "musts": "{held} of the {of} things that must hold do hold; the table below names them.",
    "musts bound": "Not counted are what could not come out otherwise: {others}.",
    "held or not": "What must hold, and whether it does",
    "must": "claim",
    "figure": "figure",
    "bound": "must be",
    "holds": "holds?",
    "yes": "holds",
    "no": "does NOT hold",
    "bound held": "held by its bound",
    "cannot tell": "these rows cannot tell",
    "bound pulled": "held by its bound; the data pull towards it",
    "at least": "at least {bound}",
    "at most": "at most {bound}",
    "above": "above {bound}",
    "must inside": "Fitted percentages that lie in their 90 % interval, %",
    "must error": "Mean distance between reported percentage and simulated mean, points",
    "must noise": "Noise of an answer (95th percentile), points of 100",
    "must reliability": "Variance of the answers about the seven C's that comes from partnerships, %",
    "must joint": "Joint rows: log score above that of “{of}”",
    "must left_out_inside": "Left-out percentages that lie in their 90 % interval, %",
    "must left_out": "Left-out questions: log score above that of “{of}”",
    "must endings_drawn": "Endings, left out: log score above four equally likely ones",
    "must endings": "Endings whose mean lies in the 95 % interval of the reported count",
    "must agreement": "Chance in a calibration: error of a predicted percentage, from two seeds, points",
    "must move": "Endings: change (continuing, or something left) with “{of}”, points",
    "pictures": "Reported beside simulated",
    "rows figure": "Every fitted percentage",
    "rows caption": "Green: 90 % interval of the simulated percentage at the n that answered; white line: its mean. Diamond: what "
    "was reported, hollow where it lies outside. At the right: reported · simulated mean (interval).",
    "outside": "outside",
    "likert figure": "Question by question",
    "likert caption": "Each question as two bars: above what was reported, below the mean over all simulated lives. Labels are "
    "the Danish steps of the scale. Answers that the reports put together stay together.",
    "reported": "reported",
    "simulated": "simulated",
    "scale": "Steps of the scale:",
    "source": "Source",
    "seven in words": "all seven",
    "six in words": "just six",
    "fewer in words": "fewer",
    "endings figure": "What happens when the grant ends",
    "endings caption": "Diamond: what was reported (dashed: its 95 % interval, given so few). Green: simulated, 90 % interval at "
    "the same n. “Without”: predicted from a calibration without any answer about what comes after.",
    "endings reported": "{ending}: reported",
    "endings simulated": "simulated",
    "endings without": "without any answer about endings",
    "endings provisional": "without answers about endings (provisional)",
    "endings prior": "before the data",
    "moves figure": "What moves the endings",
    "moves caption": "Change in percent of the partnerships when one thing is moved from the low end (10 %) to the high end (90 "
    "%) of its plausible range, in pairs of lives that share all other chance. Bar: 90 % range over the posterior; white line: "
    "mean. Five points at least are asked for.",
    "moves row": "{move}: {outcome}",
    "answered figure": "As answered and as it is",
    "answered caption": "Share of simulated partnerships that is high at the last questionnaire. Green end with white line: as it "
    "is (state at least 0.6 of 1). Diamond: as answered (4 or 5). The distance is what desirability and mood add.",
    "contraction figure": "What the data say about each calibrated parameter",
    "contraction caption": "How much narrower the parameter is after the data than before: 0 % nothing learnt, 100 % known "
    "exactly. Hollow diamonds, below {bound} %: not identified by these data.",
    "continues": "continue, unchanged or adjusted",
    "something_left": "something is left",
    "move trust": "Trust: where it starts, how fast it grows, what it loses",
    "move money": "Money raised",
    "move host": "Hosts for the activities",
    "move trust_at_first": "Of that, first trust alone",
    "move applications": "Of that, applications granted alone",
    "move early_anchoring": "Anchoring from month 12, not 33",
    "model posterior": "this model",
    "model prior": "this model before the data",
    "model saturated": "the reported shares themselves",
    "model scale_mean": "mean of all items of the scale",
    "model uniform": "all answers equally likely",
    "model no_differences": "the model without differences between partnerships",
    "model no_differences_freer_answers": "the same, its answers as noisy as it takes",
    "model luck": "endings by luck",
    "model left_out": "this model",
    "model literature": "rates of the literature",
    "model other_items": "mean of the scale's other items",
    "model persistence": "answered as the first time",
}
