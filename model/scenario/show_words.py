"""Remarks above the parts of a complete scenario, in Danish and English."""

REMARKS: dict[str, dict[str, str]] = {
    "en": {
        "head": "The complete scenario: what its file says, and what follows from it. Months are counted from the first, start.",
        "population": "How many people each partnership is simulated with; a citizen's slot stands for so many persons.",
        "parameters": "Numbers that the scenario sets; all others come from the posterior or the registry (samvirke evidence).",
        "variant": "Structural choices where science is divided.",
        "survey": "Months in which the questionnaire goes out.",
        "own_answers": "Own answers to the seven C's: only lives that could have given them are lived.",
        "levers": "What may be turned, how far, and what one unit more costs.",
        "events": "What happens in every arm.",
        "arms": "Variants to compare; each says only what it changes.",
        "questions": "Questions that the arms answer, and what their sources claim.",
        "partnerships": "The partnerships, one by one.",
        "evidence": "Where each fact comes from: reported by a source, or assumed.",
    },
    "da": {
        "head": "Hele scenariet: det, filen siger, og det, der følger af den. Måneder tælles fra den første, start.",
        "population": "Hvor mange mennesker hvert partnerskab simuleres med; en borgerplads står for så mange personer.",
        "parameters": "Tal, som scenariet sætter; alle andre kommer fra de tilpassede parametersæt eller registret (samvirke evidence).",
        "variant": "Valg i modellens opbygning, hvor forskningen er delt.",
        "survey": "De måneder, hvor spørgeskemaet sendes ud.",
        "own_answers": "Egne svar på de syv C'er: kun liv, der kunne have givet dem, leves.",
        "levers": "Det, der kan skrues på, hvor langt, og hvad én enhed mere koster.",
        "events": "Det, der sker i alle varianter.",
        "arms": "Varianter, der kan sammenlignes; hver siger kun det, den ændrer.",
        "questions": "Spørgsmål, som varianterne svarer på, og det, kilderne påstår.",
        "partnerships": "Partnerskaberne, ét for ét.",
        "evidence": "Hvor hver oplysning kommer fra: rapporteret af en kilde (reported) eller antaget (assumed).",
    },
}
