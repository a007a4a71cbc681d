"""A scenario file of one's own in Danish: the remarks of the template, line by line, and the texts of its evidence."""

import re

MARK = re.compile(r"(^|\s)# ")

REMARKS: dict[str, str] = {
    "{name}: a partnership of your own. Everything behind a # is a remark for people; samvirke passes over it.":
        "{name}: jeres eget partnerskab. Alt efter et # er en bemærkning til mennesker; samvirke springer den over.",
    "  samvirke check {file}                  says what is wrong, and on which line":
        "  samvirke check {file}                  siger, hvad der er galt, og på hvilken linje",
    "  samvirke run {file} --replicates 200   lives it through, many times":
        "  samvirke run {file} --replicates 200 --language da   lever det igennem mange gange",
    "  samvirke compare {file}                the arms below, side by side":
        "  samvirke compare {file} --language da                sammenligner varianterne nedenfor",
    "The lives that follow are lives like yours, not a verdict on yours.":
        "De forløb, der følger, er forløb som jeres, ikke en dom over jeres.",
    "the calendar month of month 1, the first month of the grant": "kalendermåneden for måned 1, den første måned af bevillingen",
    "the months of the grant, and three years after it": "bevillingens måneder, og tre år efter",
    "You have no survey from many partnerships like yours. So the model lives with the parameters that fit the answers of this one.":
        "I har ingen undersøgelse fra mange partnerskaber som jeres. Derfor lever modellen med de parametre, der passer med "
        "svarene herfra.",
    "people who might be asked to volunteer: more than will serve at a time":
        "mennesker, der kunne spørges, om de vil være frivillige: flere, end der er i gang ad gangen",
    "slots for citizens who might come": "pladser til borgere, der kunne komme",
    "each slot stands for so many persons": "hver plads står for så mange personer",
    "In which months the questionnaire goes out.": "I hvilke måneder spørgeskemaet sendes ud.",
    "a month, besides what the grant pays: {staff_hours} hours shared by all partners":
        "om måneden, ud over det, bevillingen betaler: {staff_hours} timer delt af alle partnere",
    "who leads: the sector that was named first": "hvem der leder: den sektor, der blev nævnt først",
    '"local", "regional" or "national"': '"local" (lokalt), "regional" (regionalt) eller "national" (hele landet)',
    'also "vulnerable", "children", "youth", "elderly_chronic", "adults", "professionals"':
        'hele befolkningen; også "vulnerable" (udsatte), "children" (børn), "youth" (unge), "elderly_chronic" (ældre og kronisk syge), '
        '"adults" (voksne), "professionals" (fagfolk)',
    'where it meets people; also "workplaces", "schools_education", "health_care" …':
        'hvor det møder mennesker, her boligområder; også "workplaces" (arbejdspladser), "schools_education" (skoler), "health_care" …',
    "true: it meets citizens itself; false: it works through others":
        "true: det møder selv borgerne; false: det arbejder gennem andre",
    "true: volunteers carry part of it": "true: frivillige bærer en del af det",
    '"proven": done before; "adapted": fitted to the place; "new": invented for this':
        '"proven": afprøvet; "adapted": tilpasset stedet; "new": fundet på til lejligheden',
    '"positive": something to gain; "risk": something to avoid; "mixed": both':
        '"positive": noget at vinde; "risk": noget at undgå; "mixed": begge dele',
    "How many organisations of each sector.": "Hvor mange organisationer fra hver sektor.",
    "How it works: everything that is left out is drawn anew in each life. For example: openness = 0.8":
        "Hvordan det arbejder: alt, der udelades, trækkes på ny i hvert forløb. For eksempel: openness = 0.8",
    "kroner in all": "kroner i alt",
    "Arms: the same partnership with the same accidents, but one thing done otherwise. Change them, or write your own.":
        "Varianter: det samme partnerskab med de samme tilfældigheder, men én ting gjort anderledes. Ret dem, eller skriv jeres egne.",
    "What may be turned, how far, and what one unit more costs. The costs are assumptions: put in your own.":
        "Det, der kan skrues på, hvor langt, og hvad én enhed mere koster. Priserne er antagelser: sæt jeres egne ind.",
    "Where each fact comes from.": "Hvor hver oplysning kommer fra: reported er rapporteret, assumed er antaget.",
    "Your own answers to the seven C's, 1 (lowest) to 5 (highest). Only lives whose contact person could have answered so are":
        "Jeres egne svar på de syv C'er, 1 (lavest) til 5 (højest). Kun forløb, hvis kontaktperson kunne have svaret sådan,",
    "lived; how many could is said. Remove both tables to live all lives like these.":
        "leves; det siges, hvor mange det er. Slet begge tabeller for at leve alle forløb som disse.",
    "the month in which you answered": "den måned, I svarede i",
    "Your own answers to the seven C's, 1 (lowest) to 5 (highest), can stand here. Then only lives that could have given them":
        "Her kan jeres egne svar på de syv C'er stå, 1 (lavest) til 5 (højest). Så leves kun forløb, der kunne have givet dem.",
    "are lived.": "Fjern så # foran linjerne.",
}  # fmt: skip
TEXTS: dict[str, str] = {
    'source = "own answers", place = "given when the file was made"': 'source = "egne svar", place = "givet, da filen blev lavet"',
    'source = "as the file was made: change it"': 'source = "som filen blev lavet: ret det"',
    'source = "as in the pool whose parameters are borrowed"': 'source = "som i den pulje, hvis parametre er lånt"',
    'source = "chosen, an hour at about 350 DKK"': 'source = "valgt, en time til omkring 350 kr."',
    'value = "see above"': 'value = "se ovenfor"',
    'value = "see the levers"': 'value = "se det, der kan skrues på"',
    'funder = "The funder"': 'funder = "Bevillingsgiveren"',
    '"partners" = {{': '"partnere" = {{',
    '"grant" = {{': '"bevilling" = {{',
    "{grant_dkk} DKK over {grant_months} months": "{grant_dkk} kr. over {grant_months} måneder",
    '"staff" = {{ value = "{staff_hours} hours a month"': '"ansatte" = {{ value = "{staff_hours} timer om måneden"',
    '"volunteers" = {{': '"frivillige" = {{',
    '"arena, target group, concept, framing" = {{': '"arena, målgruppe, koncept, formulering" = {{',
    '"citizens" = {{': '"borgere" = {{',
    '"unit costs of the levers" = {{': '"priser for det, der kan skrues på" = {{',
    '"answers to the seven C\'s" = {{': '"svar på de syv C\'er" = {{',
    "{given_answers} of {all_answers} questions, month {month}": "{given_answers} af {all_answers} spørgsmål, måned {month}",
}


def in_danish(template: str) -> str:
    """A text of the template with its remarks and the texts of its evidence in Danish."""
    lines = "\n".join(map(_line, template.split("\n")))
    for english, danish in TEXTS.items():
        lines = lines.replace(english, danish)
    return lines


def _line(line: str) -> str:
    """The line with its remark in Danish; the same where it has none, or what stands there is no remark but a value."""
    found = MARK.search(line)
    if found is None:
        return line
    return line[: found.end()] + REMARKS.get(line[found.end() :], line[found.end() :])
