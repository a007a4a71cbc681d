"""What scenario files say of facts in words, in Danish."""

from samvirke.model.agents.partnership import CHOICES
from samvirke.model.language import language_of

VALUES: dict[str, str] = {
    "table of cases": "tabel over partnerskaberne",
    "0.23 to 5 million DKK, median 3": "0,23 til 5 mio. kr., median 3",
    "yes": "ja",
    "no": "nej",
    "see the arms": "se varianterne",
    "see the levers": "se grebene",
    "invented": "opfundet",
    **{name: language_of("da").pgettext("partnership", english) for name, english in CHOICES.items()},
    "36 for 33 partnerships, 24 for 3; 1 for mere-liv-i-lungerne as reported: a campaign of one month, which ends with it":
        "36 for 33 partnerskaber, 24 for 3; 1 for Mere liv i lungerne, som oplyst: en kampagne på én måned, som slutter med den",
    "1 municipality, 16 associations, 4 companies": "1 kommune, 16 foreninger, 4 virksomheder",
    "4, of which one village and one dense city centre": "4, heraf én landsby og én tæt bymidte",
    "174 in the city centre as a whole, 1 in the village": "174 i hele bymidten, 1 i landsbyen",
    "2020 to 2024, by a foundation and the municipality": "2020 til 2024, ved en fond og kommunen",
    "five more years by the municipality": "fem år mere fra kommunens side",
    "schools, day care and health visitors, meant to draw in parents and associations":
        "skoler, dagtilbud og sundhedspleje, som skal trække forældre og foreninger med",
    "helps most where nobody local takes the lead: not put in, the areas share no staff here":
        "hjælper mest, hvor ingen lokale tager føringen: ikke lagt ind, områderne deler ingen ansatte her",
    "1, 3, 3 and 8 associations beside the municipality": "1, 3, 3 og 8 foreninger ud over kommunen",
    "1,000,000 DKK from each of the two for each area, and as much again afterwards":
        "1.000.000 kr. fra hver af de to til hvert område, og lige så meget bagefter",
    "0.3 and 0.1 before, 0.8 and 0.6 after": "0,3 og 0,1 før, 0,8 og 0,6 efter",
    "600 children and parents in each area, 40 potential volunteers": "600 børn og forældre i hvert område, 40 mulige frivillige",
    "see the partnerships": "se partnerskaberne",
    "a municipal activity centre and a voluntary sports association share a house; the municipality gives rooms, money and a "
    "coordinator":
        "et kommunalt aktivitetscenter og en frivillig idrætsforening deler hus; kommunen giver lokaler, penge og en koordinator",
    "weaken as the association leans on the municipality": "svækkes, når foreningen læner sig op ad kommunen",
    "600,000 DKK a year without end date": "600.000 kr. om året uden slutdato",
    "2015-01, 60 months": "2015-01, 60 måneder",
    "120 slots of 5 citizens, 40 potential volunteers": "120 pladser à 5 borgere, 40 mulige frivillige",
    "a municipal team for young people and a social enterprise run a mixed meeting place":
        "et kommunalt ungeteam og en socialøkonomisk virksomhed driver et blandet mødested",
    "a small subsidy, heavy documentation": "et lille tilskud, tung dokumentation",
    "about 20 hours a week": "omkring 20 timer om ugen",
    "to stay independent": "for at bevare selvstændigheden",
    "0.2; 0.25 with three funders": "0,2; 0,25 med tre bevillingsgivere",
    "2015-01, 72 months": "2015-01, 72 måneder",
    "3, one per partner": "3, én pr. partner",
    "10 to 12 each semester; all re-apply": "10 til 12 hvert semester; alle søger igen",
    "48 to 56, within the advisers' hours": "48 til 56, inden for rådgivernes timer",
    "decisions waited for a busy leader; then the project group decided":
        "beslutninger ventede på en travl leder; siden besluttede projektgruppen",
    "5 and 5": "5 og 5",
    "0.4 and 0.8": "0,4 og 0,8",
    "see the partnership": "se partnerskabet",
    "see the file": "se filen",
    "2014 to 2030": "2014 til 2030",
    "local leaders and several workers in each area": "lokale ledere og flere medarbejdere i hvert område",
    "strong: led from the chief executive's table": "stærkt: ledet fra kommunaldirektørens bord",
    "with housing organisations, at director level": "med boligorganisationer, på direktørniveau",
    "9, three in each area; 3 in the arms with fewer hands": "9, tre i hvert område; 3 i varianterne med færre hænder",
    "11,700,000 DKK a year without end date": "11.700.000 kr. om året uden slutdato",
    "the municipality and three housing organisations": "kommunen og tre boligorganisationer",
    "23, of which 13 with meetings": "23, heraf 13 med møder",
    "three or four municipalities merged into one; new leaders, unsettled roles, slow decisions":
        "tre eller fire kommuner lagt sammen til én; nye ledere, uafklarede roller, langsomme beslutninger",
    "meetings take 1 to 2 months to arrange, workshops 2 to 4: not put in, drawn as elsewhere":
        "det tager 1 til 2 måneder at få et møde i stand, 2 til 4 en workshop: ikke lagt ind, trukket tilfældigt som andre steder",
    "an outside sparring partner clarifies roles and goals: meetings first, then workshops on roles, ownership and a health policy":
        "en sparringspartner udefra afklarer roller og mål: først møder, så workshops om roller, ejerskab og en sundhedspolitik",
    "cut from 2 to 1 after three months": "skåret fra 2 til 1 efter tre måneder",
    "after a few months": "efter nogle få måneder",
    "the former municipalities, three and four": "de tidligere kommuner, tre og fire",
    "1 to 4, and 10 to 24": "1 til 4 og 10 til 24",
    "11 to 15 members, of them 5 to 7 citizens and 2 to 3 councillors":
        "11 til 15 medlemmer, heraf 5 til 7 borgere og 2 til 3 byrådsmedlemmer",
    "2019 to 2025": "2019 til 2025",
    "1 municipality, 12 local groups": "1 kommune, 12 lokale grupper",
    "two persons with five hours a week each per municipality, told of the four as one":
        "to personer pr. kommune med fem timer om ugen hver, oplyst for de fire under ét",
    "1 to 3": "1 til 3",
    "an association lost with its contact; a savings round takes one of two coordinators; all four reorganised":
        "en forening gik tabt med sin kontaktperson; en sparerunde tog en af to koordinatorer; alle fire blev reorganiseret",
    "see the events": "se hændelserne",
    "12, of which 8 were evaluated": "12, hvoraf 8 blev evalueret",
    "a municipal and a voluntary or private actor, and a contract covering also the time after":
        "en kommunal og en frivillig eller privat aktør, og en kontrakt, der også dækker tiden efter",
    "4,795 over three years, volunteers' hours included": "4.795 over tre år, de frivilliges timer medregnet",
    "8 of 8, of differing detail; the detail is drawn": "8 af 8, mere eller mindre detaljerede; hvor detaljerede er trukket tilfældigt",
    "adults with mental-health difficulties": "voksne med psykiske vanskeligheder",
    "62 of 120 points; volunteers with lived experience 83": "62 af 120 point; frivillige med egne erfaringer 83",
    "17 of 45 points; volunteers with lived experience 21": "17 af 45 point; frivillige med egne erfaringer 21",
    "mostly thought of late": "som regel først tænkt på sent",
    "one municipality and associations; in the large ones companies and more municipalities too":
        "én kommune og foreninger; i de store også virksomheder og flere kommuner",
    "see case_id": "se partnerskabets id",
    "25 hours a week": "25 timer om ugen",
    "the health house opened in April 2022": "sundhedshuset åbnede i april 2022",
    "12 weeks, in the municipality's earlier scheme in six areas: not put in, it is another scheme":
        "12 uger, i kommunens tidligere ordning i seks områder: ikke lagt ind, det er en anden ordning",
    "a wide internal network, and the right to call specialists": "et bredt internt netværk og ret til at tilkalde specialister",
    "yes, and group model building with the village": "ja, og modelbygning i gruppe sammen med landsbyen",
    "the municipality, the citizens' committee, and the associations counted as one":
        "kommunen, borgergruppen og foreningerne, regnet som én",
    "3,500,000 DKK over 48 months": "3.500.000 kr. over 48 måneder",
    "a region, two municipalities, citizens and associations": "en region, to kommuner, borgere og foreninger",
    "2024 to 2025": "2024 til 2025",
    "openly from the start in one municipality, after scepticism and conflict in the other":
        "åbent fra begyndelsen i den ene kommune, efter skepsis og konflikt i den anden",
    "many actors, a long process, sporadic attendance, citizens' input not turned into action":
        "mange aktører, en lang proces, ustabilt fremmøde, borgernes input, der ikke bliver til handling",
    "roles early, fewer actors, shorter and more intensive": "roller tidligt, færre aktører, kortere og tættere",
    "workshops, days following professionals, talks at kitchen tables with young people":
        "workshops, dage, hvor man fulgte fagfolk, samtaler med unge ved køkkenbordet",
    "the region, one municipality and four associations, in each of two partnerships":
        "regionen, én kommune og fire foreninger i hvert af to partnerskaber",
    "1,000,000 DKK for each": "1.000.000 kr. til hvert",
    "month 1, size 0.6": "måned 1, størrelse 0,6",
    "600 citizens in each municipality's process, 40 potential volunteers": "600 borgere i hver kommunes proces, 40 mulige frivillige",
    "0.3 in strangers, 0.45 among acquainted": "0,3 til fremmede, 0,45 blandt dem, der kender hinanden",
    "3 municipal committees and 2 housing organisations": "3 kommunale udvalg og 2 boligorganisationer",
    "2018 to 2021": "2018 til 2021",
    "half supports single residents, half runs activities with them":
        "halvdelen går til at støtte enkelte beboere, halvdelen til at drive aktiviteter sammen med dem",
    "at home or through caretakers; she walks along the first times and asks them to host later":
        "hjemme eller gennem viceværter; hun går med de første gange og beder dem siden om at være værter",
    "one person, some years at a time, no overall decision on what comes after":
        "én person, nogle år ad gangen, ingen samlet beslutning om, hvad der kommer efter",
    "1 municipality, 2 housing organisations": "1 kommune, 2 boligorganisationer",
    "not set": "ikke fastsat",
    "a foundation and municipal social psychiatry": "en fond og kommunens socialpsykiatri",
    "young people with lived experience": "unge med egne erfaringer",
    "12 months before the end, with everybody who might carry it on":
        "12 måneder før slutningen, med alle, der kunne tænkes at føre det videre",
    "15 to 20 hours a week and a handful of volunteers: not put in, for the model to say":
        "15 til 20 timer om ugen og en håndfuld frivillige: ikke lagt ind, det må modellen svare på",
    "again and again, in one project of the pool that is not named":
        "igen og igen, i ét af puljens projekter, som ikke er nævnt ved navn",
    "2013-11, 36 months": "2013-11, 36 måneder",
    "5 local health sites, opened 2015 to 2019": "5 sundhedssatellitter, åbnet 2015 til 2019",
    "2 full-time posts, one or two days a week at each site": "2 fuldtidsstillinger, en eller to dage om ugen hvert sted",
    "permanent municipal operating budget, no end date": "fast kommunal driftsbevilling, ingen slutdato",
    "yes, in that order": "ja, i den rækkefølge",
    "came midway and opened doors: not put in, the model does not tell departments of one municipality apart":
        "kom midtvejs og åbnede døre: ikke lagt ind, modellen skelner ikke mellem forvaltninger i samme kommune",
    "small places cannot carry them: not put in, the offer here is for everybody":
        "små steder kan ikke bære dem: ikke lagt ind, tilbuddet her er for alle",
    "2,600,000 DKK a year": "2.600.000 kr. om året",
    "the municipality and five associations": "kommunen og fem foreninger",
    "the project became a new association; the municipality lends a coordinator":
        "projektet blev en ny forening; kommunen udlåner en koordinator",
    "public, NGO, new association, social enterprise: each keeps some volunteers and loses others":
        "offentlig, NGO, ny forening, socialøkonomisk virksomhed: hver beholder nogle frivillige og mister andre",
    "companions to leisure": "ledsagere til fritidslivet",
    "the municipality and the association to be": "kommunen og den kommende forening",
    "1,250,000 DKK, 2013-11, 36 months": "1.250.000 kr., 2013-11, 36 måneder",
    "0.1, then 0.7": "0,1, siden 0,7",
    "0.95 new, 0.6 existing": "0,95 nye, 0,6 bestående",
    "1,200 citizens, 40 potential volunteers": "1.200 borgere, 40 mulige frivillige",
    "2,000 citizens, 40 potential volunteers": "2.000 borgere, 40 mulige frivillige",
    "3 municipal, 3 voluntary, 2 both": "3 kommunale, 3 frivillige, 2 begge dele",
    "clarity_from_sparring 0.6, pace_from_sparring 2": "klarhed fra sparring 0,6, tempo fra sparring 2",
    "drawn": "trukket tilfældigt",
    "gets support": "får støtte",
    "left out": "udeladt",
    "little asked": "blev sjældent spurgt",
    "none": "ingen",
    "none set aside": "ingen sat af",
    "offers follow municipal ones, which shut some people out": "tilbuddene følger kommunens, og det lukker nogle ude",
    "sat together": "lå samme sted",
    "shared_power 1.0, share_of_grant_with_lead 0.5": "delt magt 1,0, halvdelen af bevillingen hos den ledende",
    "suburbs": "forstæder",
    "vulnerable": "mennesker i udsatte positioner",
    "weekly coffee, men's club, communal dining, cooking, training": "ugentlig kaffe, mandeklub, fællesspisning, madlavning, træning",
}  # fmt: skip
