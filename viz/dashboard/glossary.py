"""What the words on the screen mean: term and meaning, in Danish and English."""

Pair = tuple[str, str]

GLOSSARY: tuple[tuple[Pair, Pair], ...] = (
    (("Tillid", "Trust"),
     ("Hvor meget nøglepersonerne regner med hinanden, som gennemsnit over alle bånd. 0 er slet ikke, 100 er fuldt ud.",
      "How much the key persons rely on each other, the mean over all ties. 0 is not at all, 100 is fully.")),
    (("Fælles forståelse", "Shared understanding"),
     ("Hvor nær nøglepersonernes syn på målet er hinanden.", "How near the key persons' views of the goal are to each other.")),
    (("Spænding", "Tension"),
     ("Uenigheder, der ikke tales om. Den vokser i stilhed, og en dag kan den blive til en konflikt.",
      "Disagreements that are not spoken of. It grows in silence, and one day it may become a conflict.")),
    (("Synergi", "Synergy"),
     ("Hvad partnerne får ud af det sammen i forhold til hver for sig. 50 er lige så meget, 100 er tre gange så meget, 0 er en tredjedel.",
      "What the partners achieve together, relative to each on its own. 50 is as much, 100 is three times as much, 0 is a third.")),
    (("Nøgleperson", "Key person"),
     ("Den, der sidder med ved bordet for en organisation. Rejser hun, går tillid og viden tabt, og pladsen kan stå tom.",
      "Who sits at the table for an organisation. When she leaves, trust and knowledge are lost, and the seat may stand empty.")),
    (("Borgere", "Citizens"),
     ("Personer, der er med i aktiviteterne denne måned.", "Persons who take part in the activities this month.")),
    (("Timer", "Hours"),
     ("Arbejdstimer, som organisationerne lægger i partnerskabet på en måned.", "Working hours that the organisations put in, a month.")),
    (("De syv C'er", "The seven C's"),
     ("Syv træk ved et samarbejde, som kontaktpersonerne blev spurgt om. Bjælken viser, hvordan det står til; svaret viser, hvad "
      "kontaktpersonen sagde. De to kan være forskellige: hun ser fra sin egen plads.",
      "Seven traits of a collaboration that contact persons were asked about. The bar shows how things are; the answer shows what the "
      "contact person said. The two may differ: she sees it from her own seat.")),
    (("Et liv", "A life"),
     ("Én tænkelig historie for partnerskabet. Samme nummer giver samme liv; et andet nummer giver andet held og uheld.",
      "One conceivable history of the partnership. The same number gives the same life; another number gives other luck.")),
    (("Greb", "Lever"),
     ("Noget partnerskabet selv kan gøre anderledes.", "Something the partnership itself can do otherwise.")),
    (("Af 100 partnerskaber", "Of 100 partnerships"),
     ("250 liv, regnet om til 100. Spændet i sætningen rummer 90 procent af det, som held og usikre tal lader stå åbent.",
      "250 lives, counted as 100. The range in the sentence holds 90 per cent of what luck and uncertain numbers leave open.")),
)  # fmt: skip
"""Danish, English."""
