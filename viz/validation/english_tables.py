"""What the page of the proof says in and around its tables, in English. The keys are those of the Danish texts."""

ENGLISH_TABLES: dict[str, str] = {
    "tables": "The tables behind it",
    "scores": "The fit beside other ways of saying the same",
    "scores text": "The log score is the logarithm of the probability of the reported counts under a model's shares of answers, pooled "
    "over all lives as in the likelihood: closer to 0 is better, and a difference of 3 means twenty times as likely. How uncertain the "
    "parameters are is in the intervals, not in this score. The reported shares themselves cannot be beaten: they have seen "
    "the answers. A narrow interval is a virtue only where the rows lie inside.",
    "column model": "model",
    "column log score": "log score",
    "column error": "mean distance, points",
    "column width": "mean width of the interval, points",
    "column inside": "inside, %",
    "response": "Who speaks: the partnership or the respondent",
    "response text": "The same simulated partnership is answered for twice, by two contact persons of different mood who see the "
    "same. Reliability is how closely the two agree: 1 if all differences come from the partnerships, 0 if none does.",
    "response shifts": "Desirability lifts every evaluative answer by {means[social_desirability]} points of 100 "
    "({ranges[social_desirability]}); a respondent's mood moves all her answers by up to {means[halo]} up or down ({ranges[halo]}); "
    "the noise of one answer is {means[response_noise]} ({ranges[response_noise]}), and {within} % of the posterior lies at or "
    "below the bound of {bound}.",
    "column item": "question",
    "column reliability": "reliability",
    "column answered": "high as answered, %",
    "column is": "high as it is, %",
    "correlations": "How the seven C's go together",
    "correlations text": "Mean correlation over the partnerships of a life. As answered {answered} on average among the seven "
    "(0.20 to 0.35 is expected from the reported joint rows), {synergy_answered} with synergy; as it is {is_so} and {synergy_is}. "
    "Below the diagonal: as answered; above it: as it is.",
    "identified": "Calibrated parameters",
    "identified text": "Contraction is how much narrower a parameter is after the data (1 - standard deviation after / before). "
    "Below {bound} % we say: not identified by these data. The last columns name the parameter it is most bound up with.",
    "column parameter": "parameter",
    "column contraction": "contraction, %",
    "column range": "90 % range",
    "column median": "median",
    "column closest": "goes with",
    "column correlation": "correlation",
    "column verdict": "verdict",
    "not identified": "not identified by these data",
    "is identified": "",
    "not sampled": "Uncertain, but not calibrated",
    "not sampled text": "Calibrated are the {sampled} parameters that move the reported figures most: variance explained by their rank, "
    "summed over all figures. The cut is by number; these {others} move less in sum, and some of them may well move a single figure. They "
    "are not frozen: every draw has its own value of each, from its plausible range. What each one means: samvirke evidence NAME.",
    "coverage": "Does the calibration find a truth that is known?",
    "coverage text": "For synthetic answers of which the parameters are known: how often the interval holds the true value. It "
    "should be as often as the interval says.",
    "coverage few": "An interval hangs on {effective} effective points (median over the synthetic sets). With so few, the place of the "
    "true value is known only roughly and drawn by lot within that: the figures are smoothed towards what they should be, and the test "
    "can hardly fail.",
    "coverage enough": "An interval hangs on {effective} effective points (median over the synthetic sets).",
    "column level": "interval, %",
    "column covered": "holds the truth, %",
    "column sets": "synthetic sets",
    "left_out": "Blocks left out",
    "left_out text": "Each block is predicted by what the other answers say. {how} Log scores; a dash where the other "
    "says nothing of a question in the block;{as_good} where it says the block at least as well as this model. Answers that count "
    "several items together stay in when one of the items is left out. Rates of the literature do not tell unchanged from adjusted: that "
    "they are split evenly is our choice, and their score on endings hangs on it.",
    "left_out refitted": "All blocks are refitted: the draws were led, step by step, to the posterior without the block, and lived anew; "
    "draws that are alike count as one.",
    "left_out weighted": "The posterior's draws are weighted anew, as if the block had not been fitted. Draws that count: where fewer than "
    "{enough}, the figures need a calibration without the block.",
    "left_out mixed": "Where “refitted” is said, the draws were led, step by step, to the posterior without the block, and lived anew; "
    "draws that are alike count as one. Elsewhere the posterior's draws are weighted anew; where fewer than {enough} "
    "count, the figures need a calibration without the block.",
    "column block": "block",
    "column effective": "draws that count",
    "column rows inside": "rows inside",
    "refit": "needs a refit",
    "refitted": "refitted",
    "twice": "Asked twice",
    "twice text": "The second time left out, everything else fitted, against the plainest forecast there is: as the first time.",
    "column question": "question",
    "joint": "Answers that belong together",
    "joint text": "Margins alone prove little. These rows are about two answers at once, and each null model leaves something "
    "out: differences between partnerships (calibrated by itself; and, harder to beat, with as much noise and mood of respondents as it "
    "takes: the fit wants noise {noise} and mood {halo}, ours may have noise {bound} at most), the causes of endings, or everything but "
    "the mean. Log scores. "
    "No reported row ties an ending to another answer: with who gets which drawn by lot these rows are the same.",
    "sum": "together",
    "moves": "What moves the endings, in figures",
    "moves text": "Change in percent of the partnerships from low to high: mean over the posterior, its Monte Carlo error, and "
    "the 90 % range. Under endings by luck every figure would be 0.",
    "column move": "moved",
    "column outcome": "outcome",
    "column mean": "mean change",
    "column mc error": "error",
    "rows": "Every reported row, with its source",
    "rows text": "Fitted rows were used for the calibration. Kept aside: not fitted (but see the limits). Start: sets how things begin, "
    "so its fit proves nothing. Interval and upper bound: the report gives no figure of its own (“just under half”, “up to a third”), so "
    "the printed percentage is a bound or our reading; lying outside is no failure in itself.",
    "column row": "row",
    "column use": "used as",
    "column reported": "reported, %",
    "column n": "n",
    "column simulated": "simulated mean, %",
    "column median percent": "median, %",
    "column interval": "90 % interval",
    "column place": "place",
    "use fit": "fitted",
    "use validation": "kept aside",
    "use input": "start",
    "use interval": "interval: {note}",
    "use upper_bound": "upper bound",
    "place inside": "inside",
    "place outside": "OUTSIDE",
    "place within": "within the bound",
    "place beyond": "beyond the bound",
    "note interval": "“just under half”",
    "limits": "Limits",
    "limit 1": "One pool of 37 partnerships, one respondent each, asked by those who evaluate a grant. Nothing here shows that "
    "the model holds for other pools.",
    "limit 2": "The rows are not independent: the same partnerships answered all of them. The share inside is a description, not a test.",
    "limit 3": "With n = 35 a row's own sampling error is 5 to 8 points. A model can be wrong by as much and not be found out.",
    "limit 4": "A posterior over calibrated parameters does not hold the doubt about the mechanisms themselves: which rules the "
    "model has, and which it lacks.",
    "limit 5": "Where a block is left out by weights, that is exact only where many draws count. In a set of n answers a row's "
    "partnerships are drawn without replacement from the simulated 37; rows with a condition take those who meet it among 35.",
    "limit 6": "The seven C's, synergy and what follows share states in the model: that they go together is partly definition. "
    "Only the size is evidence.",
    "limit 7": "The percentages kept aside were not fitted, but they were not unknown: the comparison of the priors with the reports "
    "printed them too, and rules and priors were changed, some of them after a first calibration, with some of the reported figures in "
    "view (endings, “adjusted”, how the answers about the seven C's go together). The answers of the left-out blocks were known in the "
    "same way.",
    "sources": "Sources",
    "sources text": "Title and figure stand beside each row. The answers are those of the reports; names of questions are shortened by us.",
    "made by": "Made by samvirke {version} with: samvirke validate {scenario} --draws {draws} --lives {each} --seed {seed} "
    "--language {language}. All rows and measures: validation.parquet and validation.csv beside this page.",
}
