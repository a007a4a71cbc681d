"""What the page of the proof says, in Danish. The keys are those of the English texts."""

DANISH: dict[str, str] = {
    "title": "Holder modellen?",
    "made": "{draws} sæt parametre fra den kalibrerede fordeling, {each} forløb hver: {replicates} forløb for {partnerships} partnerskaber. "  # noqa: E501
    "Frø {seed}.",
    "made distinct": "Af den kalibrerede fordelings {draws} træk er {different} forskellige i det, der er kalibreret; det hyppigste står "
    "der {commonest} gange. De er {effective} forskellige træk med samme vægt værd.",
    "stale": "Kalibreringen bag denne side er forældet: {what}. Lav den om med samvirke calibrate, før tallene bruges.",
    "stale targets": "de rapporterede tal er ændret siden",
    "stale parameters": "parametre eller deres forhåndsfordelinger er ændret siden",
    "stale model": "modellen eller scenariet er ændret siden",
    "how to read": "Det rapporterede er svar fra 34 til 37 partnerskaber, én kontaktperson fra hvert. Det simulerede er de svar, "
    "som simulerede kontaktpersoner i de samme partnerskaber giver. Et 90 %-interval er dér, hvor ni ud af ti sådanne simulerede "
    "undersøgelser ligger.",
    "answer": "Svaret i korte træk",
    "fit": "Passer den?",
    "fit rows": "{inside} af {rows} rapporterede procenter ({share} %) ligger i deres 90 %-interval. Det simulerede gennemsnit "
    "rammer i gennemsnit {error} point ved siden af. En model, der var selve sandheden, ville ramme omkring 5,3 point ved siden af, "
    "fordi så få har svaret; under 4 ville være mistænkeligt godt.",
    "fit prior": "Før data lå {inside} af de samme {rows} procenter også indenfor, i intervaller, der i gennemsnit var {prior} point "
    "brede; nu er de {width}. At ligge indenfor beviser i sig selv ikke meget.",
    "fit reliability": "{share} % af forskellene mellem svarene om de syv C'er kommer fra partnerskaberne; resten er, hvem der "
    "svarede, og i hvilket humør. Hele partnerskabets tilstand "
    "forklarer {state} %: enhver ser sine egne relationer og opgaver.",
    "unseen": "Hvad siger den om svar, den ikke er tilpasset efter?",
    "unseen rows": "Hver af {blocks} blokke af spørgsmål er udeladt på skift. Af deres {rows} procenter ligger {inside} ({share} "
    "%) indenfor.",
    "unseen wins": "På udeladte spørgsmål rammer den svarene bedre end: {names}.",
    "unseen loses": "Den rammer dem ikke bedre end: {names}.",
    "unseen blocks": "En anden model rammer {lost} af de {blocks} blokke mindst lige så godt: {names}.",
    "unseen more blocks": "En anden model rammer {lost} af de {blocks} blokke mindst lige så godt; længst bagud er: {names}.",
    "unseen refit": "For {few} af de {blocks} blokke bærer færre end 100 træk vægten. De tal er foreløbige: de kræver en "
    "kalibrering uden blokken.",
    "unseen validation": "Af de {rows} procenter, der er holdt ude og ikke tilpasset, ligger {inside} indenfor. Deres intervaller er i "
    "gennemsnit {width} point brede.",
    "unknown": "Hvad kan data ikke sige?",
    "unknown parameters": "{few} af {sampled} kalibrerede parametre bliver næsten ikke snævrere af disse data: {names}.",
    "unknown none": "Alle {sampled} kalibrerede parametre er blevet mindst {bound} % snævrere.",
    "unknown others": "Yderligere {others} usikre parametre er ikke kalibreret; det er kun de {sampled}, der flytter de rapporterede tal "
    "mest. I hvert resultat trækkes de andre på ny fra hele det, der er rimeligt.",
    "unknown moves": "Udfaldene flytter sig ikke 5 point med: {names}.",
    "unknown all move": "Tillid, penge, værter og tidlig forankring flytter hver især udfaldene mindst 5 point.",
    "unknown chance": "Kalibreret igen fra en anden lodtrækning afviger en parameters middelværdi med {of_parameters} % af dens plausible "
    "spænd (kvadratisk middel; mest, {parameter}: {most} %). Tilfældet i en forudsagt procent er {error_of_rows} point; "
    "de to afviger mest, {most_of_rows} point, ved »{row}«.",
    "unknown chance bound": "Den anden kalibrering overtager, hvilke parametre der kalibreres, så tilfældet i det valg er ikke med i disse "
    "tal. At de højst må være {bound} point, har vi selv valgt.",
    "unknown one": "Intet her siger, hvordan det går et enkelt partnerskab. De fire udfald er, hvad kontaktpersonerne ventede, da "
    "bevillingen sluttede, ikke hvad der siden viste sig.",
    "nobody": "ingen",
    "musts": "{held} af de {of} ting, der skal holde, holder; tabellen nedenfor nævner dem.",
    "musts bound": "Ikke talt med er det, der ikke kunne falde anderledes ud: {others}.",
    "held or not": "Hvad der skal holde, og om det gør",
    "must": "krav",
    "figure": "tal",
    "bound": "skal være",
    "holds": "holder det?",
    "yes": "holder",
    "no": "holder IKKE",
    "bound held": "holdes af sin grænse",
    "cannot tell": "kan ikke afgøres af disse rækker",
    "bound pulled": "holdes af sin grænse; data trækker mod den",
    "at least": "mindst {bound}",
    "at most": "højst {bound}",
    "above": "over {bound}",
    "must inside": "Tilpassede procenter, der ligger i deres 90 %-interval, %",
    "must error": "Gennemsnitlig afstand mellem rapporteret procent og simuleret gennemsnit, point",
    "must noise": "Støj i et svar (95-percentil), point af 100",
    "must reliability": "Variation i svarene om de syv C'er, der kommer fra partnerskaberne, %",
    "must joint": "Svar, der hører sammen: logscore over den for »{of}«",
    "must left_out_inside": "Udeladte procenter, der ligger i deres 90 %-interval, %",
    "must left_out": "Udeladte spørgsmål: logscore over den for »{of}«",
    "must endings_drawn": "Udfald, udeladt: logscore over den for fire lige sandsynlige",
    "must endings": "Udfald, hvis gennemsnit ligger i 95 %-intervallet for det rapporterede antal",
    "must agreement": "Tilfældet i en kalibrering: fejlen på en forudsagt procent, ud fra to lodtrækninger, point",
    "must move": "Udfald: ændring (fortsætter, eller noget er tilbage) med »{of}«, point",
    "pictures": "Rapporteret ved siden af simuleret",
    "rows figure": "Alle tilpassede procenter",
    "rows caption": "Grønt: 90 %-interval for den simulerede procent ved det antal, der svarede; hvid streg: gennemsnittet. "
    "Rombe: det rapporterede, hul hvor det ligger udenfor. Til højre: rapporteret · simuleret gennemsnit (interval).",
    "outside": "udenfor",
    "likert figure": "Spørgsmål for spørgsmål",
    "likert caption": "Hvert spørgsmål som to bjælker: øverst det rapporterede, nederst gennemsnittet over alle simulerede forløb. "
    "Svar, som rapporterne slår sammen, forbliver sammen.",
    "reported": "rapporteret",
    "simulated": "simuleret",
    "scale": "Skalaens trin:",
    "source": "Kilde",
    "seven in words": "alle syv",
    "six in words": "netop seks",
    "fewer in words": "færre",
    "endings figure": "Hvad der sker, når bevillingen slutter",
    "endings caption": "Rombe: det rapporterede (stiplet: dets 95 %-interval, når så få har svaret). Grønt: simuleret, 90 "
    "%-interval ved samme antal. »Uden«: forudsagt fra en kalibrering uden noget svar om tiden efter.",
    "endings reported": "{ending}: rapporteret",
    "endings simulated": "simuleret",
    "endings without": "uden noget svar om udfald",
    "endings provisional": "uden svar om udfald (foreløbigt)",
    "endings prior": "før data",
    "moves figure": "Hvad der flytter udfaldene",
    "moves caption": "Ændring i procent af partnerskaberne, når én ting flyttes fra den lave ende (10 %) til den høje ende (90 %) "
    "af det, der er rimeligt, i par af forløb, der deler alle andre tilfældigheder. Bjælke: 90 % af den kalibrerede fordeling; hvid "
    "streg: gennemsnit. Der kræves mindst fem point.",
    "moves row": "{move}: {outcome}",
    "answered figure": "Som svaret og som det er",
    "answered caption": "Andel af de simulerede partnerskaber, der ligger højt i det sidste spørgeskema. Grøn ende med hvid "
    "streg: som det er (tilstand mindst 0,6 af 1). Rombe: som svaret (4 eller 5). Afstanden er, hvad ønskværdighed og humør lægger "
    "til.",
    "contraction figure": "Hvad data siger om hver kalibreret parameter",
    "contraction caption": "Hvor meget snævrere parameteren er efter data end før: 0 % intet lært, 100 % kendt helt. Hule romber, "
    "under {bound} %: kan ikke bestemmes ud fra disse data.",
    "continues": "fortsætter, uændret eller tilpasset",
    "something_left": "noget er tilbage",
    "move trust": "Tillid: hvor den begynder, hvor hurtigt den vokser, hvad den taber",
    "move money": "Penge rejst",
    "move host": "Værter for aktiviteterne",
    "move trust_at_first": "Heraf alene den første tillid",
    "move applications": "Heraf alene bevilgede ansøgninger",
    "move early_anchoring": "Forankring fra måned 12, ikke 33",
    "model posterior": "denne model",
    "model prior": "denne model før data",
    "model saturated": "de rapporterede andele selv",
    "model scale_mean": "gennemsnit af alle spørgsmål på skalaen",
    "model uniform": "alle svar lige sandsynlige",
    "model no_differences": "modellen uden forskelle mellem partnerskaber",
    "model no_differences_freer_answers": "den samme, med så støjende svar som det kræver",
    "model luck": "udfald ved lodtrækning",
    "model left_out": "denne model",
    "model literature": "tal fra litteraturen",
    "model other_items": "gennemsnit af skalaens andre spørgsmål",
    "model persistence": "svaret som første gang",
}
