"""What a report says, in English. The keys are those of the Danish texts."""

from samvirke.analysis.run.not_a_verdict import OF_MANY
from samvirke.viz.report.english_numbers import ENGLISH_NUMBERS

ENGLISH: dict[str, str] = ENGLISH_NUMBERS | {
    "not a verdict": OF_MANY["en"],
    "defaults": "All lives have one set of parameters, the middle of what is plausible. No answers have been fitted to it.",
    "stale": "The posterior behind these figures is stale: {what}. Make it anew with samvirke calibrate, and run again, before "
    "they are used.",
    "stale targets": "the reported figures have changed since",
    "stale parameters": "parameters or their priors have changed since",
    "stale model": "the model or the scenario has changed since",
    "borrowed": "The parameters are borrowed: they were fitted to the answers of {lender}, not to answers from here.",
    "answer": "The answer first",
    "compared": "“{measure}”: compared with “{baseline}”. {replicates} pairs of lives of {partnerships}, the same chance in every "
    "arm. The most helpful arm stands first; ranges hold 90 %.",
    "how sure": "How sure is that?",
    "doubt chance": "Chance: the mean differences are uncertain by a standard error of {errors} ({unit}). More runs shrink it.",
    "doubt one pair": "Chance: one pair of lives does not tell how far others would differ. More runs would.",
    "doubt parameters": "Parameters: the ranges hold what 90 % of {simulated} sets of parameters expect, out of {draws} plausible ones. "
    "More runs do not shrink them, better data would.",
    "doubt one set": "Parameters: all lives have one set, so what is not known about them is not in the ranges.",
    "goes on, of partnerships": "{number} of {all} partnerships go on when the grant ends, as declared.",
    "goes on, of lives": "In {number} of {all} lives it goes on when the grant ends, as declared (so many lives tell: {low} to "
    "{high} of 100).",
    "goes on, this life": "In this life it goes on when the grant ends, as declared.",
    "goes on, not this life": "In this life it does not go on when the grant ends, as declared.",
    "something left, of partnerships": "{number} of {all} leave something behind: a partnership or an activity.",
    "something left, of lives": "In {number} of {all} lives something is left: a partnership or an activity (so many lives tell: "
    "{low} to {high} of 100).",
    "something left, this life": "Something is left: a partnership or an activity.",
    "something left, not this life": "Nothing is left, neither a partnership nor an activity.",
    "later, of partnerships": "{number} of {all} are still partnerships a year later.",
    "later, of lives": "In {number} of {all} lives it is still a partnership a year later (so many lives tell: {low} to {high} of 100).",
    "later, this life": "It is still a partnership a year later.",
    "later, not this life": "It is no partnership any more a year later.",
    "one partnership": "1 partnership",
    "several partnerships": "{number} partnerships",
    "not reached": "The run ends before the grant does: how it ends is not known.",
    "spread": "{middle} ({low} to {high})",
    "synergy in words": "At the last questionnaire synergy is high in {answered} % as answered, in {so} % as it is. Of the seven "
    "C's {cs_answered} are high as answered, {cs_so} as it is.",
    "synergy of one": "At the last questionnaire synergy is {answered} as answered, {so} as it is. Of the seven C's "
    "{cs_answered} are high as answered, {cs_so} as it is.",
    "high": "high",
    "low": "not high",
    "people in words": "Citizens reached: {reached}; of them with few resources: {vulnerable}.",
    "volunteers in words": " Volunteers when the grant ends: {volunteers}.",
    "doubt one life": "This is one life. How much of it is chance, and how much hangs on what is not known about the parameters, "
    "one life cannot say. Add --replicates 100.",
    "doubt of the mean": "Chance: with {replicates} lives the mean number of partnerships that go on is uncertain by {error} to "
    "either side (90 %). More lives shrink that.",
    "doubt of a share": "Chance: {replicates} lives say a share no more exactly than the range beside it. More lives shrink that.",
    "doubt of lives": "What one life may be: a range in brackets holds nine of ten lives. It mixes the accidents of a life with "
    "what is not known about the parameters (each life has its own of {draws} plausible sets); more lives do not shrink it.",
    "doubt of lives one set": "What one life may be: a range in brackets holds nine of ten lives, all with one set of "
    "parameters. What is not known about the parameters is not in it.",
    "pictures": "Pictures",
    "endings figure": "When the grant ends",
    "endings caption": "Share of all partnerships in all lives: what the contact person declares at the grant's end, and what is "
    "true a year later.",
    "bar future": "as declared",
    "bar future_12_months": "a year later",
    "answered figure": "As answered beside as it is",
    "answered caption": "Share that is high in month {month}. Green end with white line: as it is (state at least 0.6 of 1). "
    "Diamond: as answered (4 or 5 of 5). The distance is what desirability, mood and noise add.",
    "answered and so": "as it is {so} · answered {answered} %",
    "steps figure": "Question by question",
    "steps caption": "Above the answers; below the states behind them, in fifths from 0 to 1.",
    "as answered": "as answered",
    "as it is": "as it is",
    "months figure": "Month by month",
    "months many caption": "Mean over the partnerships. Line: the middle life; band: nine of ten lives. States from 0 to 1 count "
    "only partnerships that are alive.",
    "months one caption": "Mean over the partnerships in this life. States from 0 to 1 count only partnerships that are alive.",
    "grant ends": "the grant ends",
    "monthly trust": "Trust (0 to 1)",
    "monthly shared_understanding": "Shared understanding of the goal (0 to 1)",
    "monthly synergy": "Synergy (0.5: as much together as apart)",
    "monthly hours": "Hours per partnership and month",
    "monthly volunteers": "Volunteers per partnership",
    "monthly participants": "Citizens taking part per partnership",
    "drives": "What drives it",
    "drives text": "Here stands what somebody decided: what happens, what each arm does differently, what that is declared to "
    "cost, and the mechanisms of the model it acts through. Everything else follows.",
    "in every arm": "in every arm",
    "costs": "It {what}.",
    "no costs": "No costs are declared for it.",
    "acts through": "It acts through these mechanisms:",
    "driver lever": "{label}: {after} instead of {before}",
    "driver grant": "Grants with an end last {after} months on average instead of {before}; {how}.",
    "grant same_per_month": "the money per month stays the same",
    "grant same_total": "the money in all stays the same",
    "driver without": "It does not happen: {what}",
    "change members": "Other members: {now}",
    "change members_times": "{now} times as many members of each sector",
    "change lead_sector": "The lead lies with: {now}",
    "change concept": "The concept is: {now}",
    "change framing": "The theme is framed as: {now}",
    "change grants": "Other money: {now}",
    "change more_grants": "More money besides: {now}",
    "grant": "{funder}, {amount} kr",
    "no clear way": "Which way these go the model does not say, or there is hardly any difference: {arms}.",
    "every number elsewhere": "With so many arms the numbers of all measures stand in the workbook beside the folder's table: "
    "differences.xlsx.",
    "driver cancelled": "The event with the id {number} is called off.",
    "event": "{when}: {what} ({whom})",
    "event of size": "{what}, {size} %",
    "lever set": "{what}: {lever} is {value}",
    "all partnerships": "all partnerships",
    "happened": "What happened most",
    "happened text": "Times per partnership and life.",
    "no events kept": "This run did not keep its events. With --keep events the report says what happened.",
    "signs": "What was assumed, and what emerged",
    "signs text": "The direction of each direct effect is written into a rule, with its source: that is assumed. What all rules "
    "together do to synergy and to the endings nobody wrote down: that emerged, and may go either way.",
    "assumed": "Assumed: the direct effects at work here",
    "assumed all": "No arm differs from the scenario as it stands, so no single direct effect is asked about. All mechanisms of "
    "the model are at work: samvirke evidence lists them.",
    "emerged": "Emerged: the net result",
    "emerged differences": "Each cell is what came out over all pairs of lives, with 90 % of what is plausible.",
    "emerged of lives": "The endings, synergy, the seven C's, who is reached and who stays: all figures of this report but those "
    "under “What drives it” and “Evidence” came out of the lives.",
    "limits": "What this cannot say",
    "limit lives like these": "It is about lives like these: partnerships of the same kind under the same conditions. It is no "
    "verdict on this one, nor a forecast of it.",
    "limit stale": "The posterior is stale: {what}.",
    "limit not stale": "When this was run, the posterior was up to date with the model and the reported figures.",
    "limit not identified": "{few} of {sampled} calibrated parameters are hardly narrowed by the answers: {names}. What hangs on "
    "them is as open as it was before.",
    "limit identified": "All {sampled} calibrated parameters are narrowed by the answers.",
    "limit not sampled": "All other parameters were not calibrated: each set draws them anew from their plausible range.",
    "limit identification unknown": "Which parameters the answers narrow this folder does not say; samvirke validate {scenario} does.",
    "limit states": "Trust, synergy and the like are states as they are, not as a contact person would answer.",
    "limit answers": "Answers are what a simulated contact person would say; states are what is so. Only answers can be held "
    "against a survey.",
    "limit costs": "Costs are declared unit costs and the money of grants. They are assumptions, and what is saved elsewhere is "
    "not counted.",
    "limit mechanisms": "What the model has no rule for cannot show: an effect that nobody wrote down as a cause is absent, not "
    "shown to be nil.",
    "limit proof": "How far the model holds against what was reported, and where it fails: samvirke validate.",
    "made": "How it was made",
    "made text": "Scenario {scenario}: {replicates} lives per arm (seeds {first} to {last}), {partnerships}, {months} months. The "
    "same command gives the same figures.",
    "made by": "Lived on {created}; model {fingerprint}; {versions}. Report by samvirke {reporter}.",
}
