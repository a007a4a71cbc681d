"""The text of a scenario file about a case of one's own; what stands in braces is filled in."""

TEMPLATE = """# {name}: a partnership of your own. Everything behind a # is a remark for people; samvirke passes over it.
#
#   samvirke check {file}                  says what is wrong, and on which line
#   samvirke run {file} --replicates 200   lives it through, many times
#   samvirke compare {file}                the arms below, side by side
#
# The lives that follow are lives like yours, not a verdict on yours.

title.da = {title}
title.en = {title}
asks.da = "Hvad er der tilbage, når bevillingen slutter?"
asks.en = "What is left when the grant ends?"

start = "{start}" # the calendar month of month 1, the first month of the grant
months = {months} # the months of the grant, and three years after it

# You have no survey from many partnerships like yours. So the model lives with the parameters that fit the answers of this one.
borrows = "partnerskabspuljen"

[population]
volunteers = {volunteers} # people who might be asked to volunteer: more than will serve at a time
citizens = 120 # slots for citizens who might come
persons_per_citizen = 5 # each slot stands for so many persons

# In which months the questionnaire goes out.
[survey]
months = [{survey}]

[parameters]
own_hours_per_partner = {hours_per_partner} # a month, besides what the grant pays: {staff_hours} hours shared by all partners

[[partnerships]]
case_id = "{case_id}"
lead_sector = "{lead}" # who leads: the sector that was named first
reach = "local" # "local", "regional" or "national"
target_group = "general_population" # also "vulnerable", "children", "youth", "elderly_chronic", "adults", "professionals"
arena = "neighbourhood_social_housing" # where it meets people; also "workplaces", "schools_education", "health_care" …
citizen_facing = true # true: it meets citizens itself; false: it works through others
volunteer_based = {volunteer_based} # true: volunteers carry part of it
concept = "adapted" # "proven": done before; "adapted": fitted to the place; "new": invented for this
framing = "mixed" # "positive": something to gain; "risk": something to avoid; "mixed": both

# How many organisations of each sector.
[partnerships.members]
{members}

# How it works: everything that is left out is drawn anew in each life. For example: openness = 0.8
[partnerships.levers]

[[grants]]
funder = "The funder"
amount_dkk = {grant_dkk} # kroner in all
months = {grant_months}

{answers}
# Arms: the same partnership with the same accidents, but one thing done otherwise. Change them, or write your own.
{arm_of_anchoring}
[arms.open-talk]
title.da = "Åben snak om forskellige prioriteringer"
title.en = "Open talk about differing priorities"
levers = {{ openness = 0.9 }}

[arms.longer-grant]
title.da = "Et år mere, med lige så meget om måneden"
title.en = "One year more, with as much per month"
grants = {{ longer_by_months = 12, amount = "same_per_month" }}

[arms.coordinator-leaves]
title.da = "Koordinatoren stopper i måned {departure}"
title.en = "The coordinator leaves in month {departure}"
events = [{{ kind = "key_person_leaves", month = {departure}, whom = "{case_id}:coordinator" }}]

[arms.coordinator-leaves-prepared]
title.da = "Koordinatoren stopper i måned {departure}, og det er forberedt"
title.en = "The coordinator leaves in month {departure}, and it is prepared"
levers = {{ second_person = 0.9, handover_months = 2 }}
events = [{{ kind = "key_person_leaves", month = {departure}, whom = "{case_id}:coordinator" }}]

# What may be turned, how far, and what one unit more costs. The costs are assumptions: put in your own.
[levers.openness]
label = {{ da = "Åbenhed om forskellige prioriteringer", en = "Openness about differing priorities" }}
low = 0
high = 1
step = 0.05
cost_hours_per_month = 6

[levers.second_person]
label = {{ da = "Hvor godt en anden kender nøglepersonens arbejde", en = "How well a second person knows the key person's work" }}
low = 0
high = 1
step = 0.05
cost_hours_per_month = 10

[levers.handover_months]
label = {{ da = "Måneders overlap, når en nøgleperson afløses", en = "Months of overlap when a key person is replaced" }}
low = 0
high = 6
step = 0.5
cost_dkk = 25000

# Where each fact comes from.
[evidence]
"partners" = {{ value = "{said_of_members}", {given} }}
"grant" = {{ value = "{grant_dkk} DKK over {grant_months} months", {given} }}
"staff" = {{ value = "{staff_hours} hours a month", {given} }}
"volunteers" = {{ value = {volunteers}, {given} }}
{evidence_of_answers}\
"arena, target group, concept, framing" = {{ value = "see above", status = "assumed", source = "as the file was made: change it" }}
"citizens" = {{ value = 120, status = "assumed", source = "as in the pool whose parameters are borrowed" }}
"unit costs of the levers" = {{ value = "see the levers", status = "assumed", source = "chosen, an hour at about 350 DKK" }}
"""

GIVEN = 'status = "reported", source = "own answers", place = "given when the file was made"'
"""Where what one says oneself comes from."""

ARM_OF_ANCHORING = """
[arms.earlier-anchoring]
title.da = "Tidlig forankring: arbejdet for tiden efter begynder senest i måned 12"
title.en = "Early anchoring: work for the time after begins in month 12 at the latest"
levers = { anchoring_start_month = 12 }
"""

ANSWERS = """# Your own answers to the seven C's, 1 (lowest) to 5 (highest). Only lives whose contact person could have answered so are
# lived; how many could is said. Remove both tables to live all lives like these.
[own_answers]
month = {month} # the month in which you answered

[own_answers.answers]
{answers}
"""

NO_ANSWERS = """# Your own answers to the seven C's, 1 (lowest) to 5 (highest), can stand here. Then only lives that could have given them
# are lived.
# [own_answers]
# month = 12
# answers = { trust_between_partners = 4, shared_understanding_of_goals = 3 }
"""

EVIDENCE_OF_ANSWERS = """\
"answers to the seven C's" = {{ value = "{given_answers} of {all_answers} questions, month {month}", {given} }}
"""
