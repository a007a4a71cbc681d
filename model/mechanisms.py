"""The mechanisms by their codes: what each claims, where the claim comes from, and the parameters and rules it consists of.

A parameter names its mechanisms where it is declared; a rule names them in its docstring: [T1, T6], or [C1-C4] for all from C1 to C4.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samvirke.model.parameter import Parameter
from samvirke.model.parameters import REGISTRY
from samvirke.model.parameters.forms import FORMS, Form
from samvirke.model.sources import HANDBOOK, POLITICIANS, POOL, SIF, SPARRING

LITERATURE = "literature: see samvirke literature"
ASSUMED = "the last of these is an assumption"
CITED = re.compile(r"\[([A-Z]\d+(?:[-, A-Z0-9]*))\]")
"""Codes in the docstring of a rule."""
DECORATORS = ("rule", "inlined_rule")
RECORDS = ("parameters", "draw", "policy")
"""Arguments of rules that are a record of parameters or levers."""
TABLES_OF_RECORDS = ("parameters", "draws", "policies")


@dataclass(frozen=True)
class Mechanism:
    """One claim of the theory: its code, the claim in a sentence of our own, and the places it comes from."""

    code: str
    claim: str
    sources: tuple[str, ...]

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters that belong to it."""
        return tuple(each for each in REGISTRY.values() if self.code in each.mechanism.split())

    @property
    def forms(self) -> tuple[Form, ...]:
        """What the form of its rules fixes."""
        return tuple(each for each in FORMS.values() if self.code in each.mechanism.split())

    @property
    def rules(self) -> tuple["Rule", ...]:
        """The rules that name it."""
        return tuple(each for each in rules() if self.code in each.mechanisms)


@dataclass(frozen=True)
class Rule:
    """A rule of the model: its module and name, the codes of the mechanisms it names, and the parameters and levers that its body reads."""

    module: str
    name: str
    mechanisms: frozenset[str]
    reads: frozenset[str]


MECHANISMS: dict[str, Mechanism] = {
    mechanism.code: mechanism
    for mechanism in (
        Mechanism("G1", "Formulating the goal together early makes it shared, and effort point the same way",
                  (f"{SIF}, section 9.4.2", f"{POOL}, chapter on the sustainable collaboration")),
        Mechanism("G2", "Views of the goal drift apart the less it is spoken of, and with every newcomer",
                  (f"{POOL}, chapters on Esbjerg, the sustainable collaboration",)),
        Mechanism("G3", "Knowing what the others expect builds trust; expecting the same is not needed",
                  (f"{POOL}, chapter on the sustainable collaboration",)),
        Mechanism("G4", "Differing interests are raw material for synergy where they are integrated, and become tension where they are not",
                  (f"{SIF}, sections 9.3-9.4",)),
        Mechanism("G5", "Open talk about differing priorities lowers conflict and raises trust; postponing it keeps the tension",
                  (f"{SIF}, section 9.4.3",)),
        Mechanism("G6", "Abstract or too large goals cost effort and attainment; weak ones do not hold differing interests together",
                  (f"{SIF}, sections 6.3.3, 8.5.2, 11.6", f"{HANDBOOK}, chapter on methods")),
        Mechanism("G7", "A partner that needs the others commits more; one that is not needed drifts",
                  (f"{SIF}, section 9.4.1",)),
        Mechanism("G8", "Clear roles spare bottlenecks; decisions parked with a busy leader cost time",
                  (f"{POOL}, chapter on Esbjerg", POLITICIANS)),
        Mechanism("T1", "Trust grows slowly with kept promises and contact and falls fast with broken ones; it does not simply climb",
                  (f"{HANDBOOK}, chapter on Middelfart", LITERATURE)),
        Mechanism("T2", "Trust between persons settles into trust between organisations, which outlasts a departure",
                  (f"{SIF}, section 9.5",)),
        Mechanism("T3", "Ties decay without upkeep, and upkeep costs hours",
                  (f"{POOL}, chapter on network families",)),
        Mechanism("T4", "Bad experience with the municipality lowers first trust; being refused late hurts more than an early no",
                  (f"{HANDBOOK}, chapter on Middelfart",)),
        Mechanism("T5", "Collaboration deepens in steps that each take time and trust, and steps down as well",
                  (f"{SIF}, sections 5.3, 10.1", f"{HANDBOOK}, chapter on methods")),
        Mechanism("T6", "Equal standing and recognition build trust and commitment; one dismissive person can undo it",
                  (f"{SIF}, section 9.4.4", f"{POOL}, chapter on volunteering", LITERATURE)),
        Mechanism("T7", "Small partnerships manage informally; large ones need structure, and their edge drifts away without it",
                  (f"{POOL}, chapters on Esbjerg, the sustainable collaboration", f"{SIF}, section 6.3.1")),
        Mechanism("K1", "A departure loses trust, knowledge of expectations and know-how",
                  (f"{SIF}, section 9.5",)),
        Mechanism("K2", "Young ties are lost more readily than established ones",
                  (f"{POOL}, chapter on network families",)),
        Mechanism("K3", "Handover, a detailed and fresh agreement, and a second person make the loss smaller",
                  (f"{POOL}, chapter on the sustainable collaboration", f"{HANDBOOK}, chapter on Viborg")),
        Mechanism("K4", "A departure can be a gain, where the relation was bad or the competence wrong",
                  (f"{SIF}, section 9.5",)),
        Mechanism("K5", "Experienced key persons with a mandate make everything about goals go faster",
                  (f"{SIF}, section 9.5",)),
        Mechanism("K6", "People leave by jobs, by reorganisation, yearly where students run it, and from paid posts as the grant ends",
                  (f"{SIF}, section 9.5", f"{POOL}, chapter on network families", SPARRING, ASSUMED)),
        Mechanism("K7", "Hours concentrated on one person: faster follow-up, greater fragility",
                  (f"{POOL}, chapters on the sustainable collaboration, network families",)),
        Mechanism("M1", "Engagement follows the money; who is not paid is bound by other tasks",
                  (f"{SIF}, section 9.4.5", f"{POOL}, chapter on the sustainable collaboration")),
        Mechanism("M2", "Ownership grows with deciding together and doing one's part; it shrinks when others do the work",
                  (f"{SIF}, section 9.4.5", f"{HANDBOOK}, chapters on Viborg, Aalborg")),
        Mechanism("M3", "Partners weigh gain against cost; the gain they expect keeps them in",
                  (f"{POOL}, chapters on the sustainable collaboration, co-creation",)),
        Mechanism("M4", "Backing by management, and a municipal volunteer strategy, bring hours and a faster start",
                  (f"{POOL}, chapters on the sustainable collaboration, Esbjerg",)),
        Mechanism("M5", "Municipal lead: legitimacy, referrals, open budgets; voluntary lead: speed, volunteers; shared: half of each",
                  (f"{POOL}, chapter on the sustainable collaboration",)),
        Mechanism("M6", "What a partner answers for without having hours is left undone: often the reaching of citizens",
                  (f"{POOL}, chapter on the sustainable collaboration",)),
        Mechanism("M7", "Time is one budget: relations, papers, volunteers and activities crowd each other out",
                  (f"{POOL}, chapter on network families", f"{SIF}, section 6.3.1")),
        Mechanism("A1", "Proven concepts give quality sooner; new ones are uncertain, often short, now and then fine",
                  (f"{SIF}, section 6.3.3",)),
        Mechanism("A2", "Local tailoring takes time and raises ownership and attainment",
                  (f"{SIF}, sections 6.4, 8.3",)),
        Mechanism("A3", "What staff run alone ends with the staff; what is co-run can be handed over",
                  (f"{HANDBOOK}, chapters on Viborg, Silkeborg",)),
        Mechanism("A4", "Promises that cannot be kept are scaled down, and attainment is judged by what is left of them",
                  (f"{SIF}, section 6.3-6.4",)),
        Mechanism("A5", "Too little capacity and the activity falls through; several associations taking a part ease it",
                  (f"{POOL}, chapter on volunteering",)),
        Mechanism("V1", "A personal ask and meaning in the goal bring volunteers; advertising reaches further and converts less",
                  (f"{POOL}, chapters on Esbjerg, network families", f"{HANDBOOK}, chapter on methods")),
        Mechanism("V2", "Volunteers stay for whom they serve with, miss those who go, and can leave from one day to the next",
                  (f"{POOL}, chapter on volunteering",)),
        Mechanism("V3", "Support, recognition and good matching keep volunteers; matching in pairs takes hours, and citizens wait",
                  (f"{POOL}, chapters on Esbjerg, network families, the sustainable collaboration",)),
        Mechanism("V4", "Overused volunteers tire and stop; many small roles spread the load and recruit",
                  (f"{HANDBOOK}, chapter on Gladsaxe",)),
        Mechanism("V5", "Registration and paperwork bring refusals and exits",
                  (f"{POOL}, chapters on network families, co-creation",)),
        Mechanism("V6", "A known end without a next step demotivates as it comes nearer",
                  (f"{SIF}, section 10.2",)),
        Mechanism("V7", "Professionals who take over make volunteers leave",
                  (f"{POOL}, chapter on from project to lasting effort",)),
        Mechanism("V8", "Themes of risk and restriction recruit fewer, and motivate partners outside health less",
                  (f"{SIF}, section 8.4",)),
        Mechanism("V9", "Volunteers who are only hands for what others thought out find less meaning",
                  (f"{POOL}, chapter on volunteering",)),
        Mechanism("C1", "Open meetings reach those with resources; outreach reaches the vulnerable and costs hours",
                  (f"{HANDBOOK}, chapters on Silkeborg, methods",)),
        Mechanism("C2", "A low threshold and company on the first visits help joining and staying",
                  (f"{HANDBOOK}, chapter on Silkeborg",)),
        Mechanism("C3", "Partners who are where the target group is open the doors; the more, the wider",
                  (f"{SIF}, section 5.6", f"{HANDBOOK}, chapter on Silkeborg")),
        Mechanism("C4", "Citizens bring citizens, as far as their networks go",
                  (f"{HANDBOOK}, chapter on methods",)),
        Mechanism("C5", "Offers framed by risk attract the vulnerable less",
                  (f"{SIF}, section 6.3.2",)),
        Mechanism("C6", "Who was asked for input that led nowhere stays away",
                  (POLITICIANS,)),
        Mechanism("C7", "Taking part raises wellbeing more than networks, and some get worse",
                  (f"{POOL}, chapter on citizens' results",)),
        Mechanism("C8", "Participants who have gained, asked in person, become volunteers",
                  (f"{HANDBOOK}, chapters on Silkeborg, methods",)),
        Mechanism("C9", "Too small a target group makes a specialised offer unviable",
                  (f"{HANDBOOK}, chapter on Viborg",)),
        Mechanism("E1", "A short window before the application gives a worse constellation, of those already known",
                  (f"{SIF}, section 10.2",)),
        Mechanism("E2", "Anchoring begun early can succeed, begun late it seldom does; few begin early",
                  (f"{POOL}, chapters on Esbjerg, the sustainable collaboration",)),
        Mechanism("E3", "Who is to carry an activity on must own it, want it and be able to; others are harder to find",
                  (f"{HANDBOOK}, chapter on Silkeborg", f"{POOL}, chapter on from project to lasting effort")),
        Mechanism("E4", "Results that are documented and shown open budgets, and documenting costs time",
                  (f"{POOL}, chapter on the sustainable collaboration",)),
        Mechanism("E5", "Without money for afterwards hardly any partnership goes on",
                  (f"{SIF}, figure 45", f"{POOL}, chapter on the sustainable collaboration")),
        Mechanism("E6", "Where nobody knows who leads, nobody owns the anchoring",
                  (f"{POOL}, chapter on the sustainable collaboration",)),
        Mechanism("E7", "The four endings follow from what members and hosts decide, with a small declared random part",
                  (f"{SIF}, section 10.1",)),
        Mechanism("E8", "What survives shrinks: fewer partners, fewer hours",
                  (f"{POOL}, chapters on Esbjerg, from project to lasting effort",)),
        Mechanism("E9", "Reorganisation and savings rounds hit anchoring hardest",
                  (f"{POOL}, chapter on network families", SPARRING)),
        Mechanism("X1", "Leaning on one partner's money narrows; several funders free, and ask for more reports",
                  (f"{POOL}, chapter on dilemmas",)),
        Mechanism("X2", "Volunteers who must apply anew: a motivated corps that comes in cohorts, shorter ties, hours of intake",
                  (f"{POOL}, chapters on Esbjerg, dilemmas",)),
        Mechanism("X3", "Outside sparring makes roles and goals clear sooner; withdrawn, the gain fades",
                  (SPARRING,)),
        Mechanism("X4", "Hours count per place; below a minimum ideas stall",
                  (f"{HANDBOOK}, chapters on Viborg, Randers",)),
        Mechanism("X5", "A municipal host has steadier money, and frames that volunteers leave; an association is freer",
                  (f"{POOL}, chapter on from project to lasting effort",)),
        Mechanism("X6", "Knowing the local associations makes the search wide; the knowledge is lost with the person",
                  (f"{POOL}, chapters on network families, volunteering",)),
        Mechanism("X7", "Lived experience makes a volunteer credible, asks for more support, and makes serving do more, good and bad",
                  (f"{POOL}, chapter on citizens' results",)),
        Mechanism("X8", "An invitation by diagnosis lowers joining, one by interest does not",
                  (f"{POOL}, chapters on Esbjerg, volunteering",)),
        Mechanism("X9", "No end date brings earlier commitment and a wider network",
                  (f"{HANDBOOK}, chapters on Viborg, Silkeborg",)),
        Mechanism("X10", "A funder's name lends legitimacy, which ends with the grant",
                  (f"{SIF}, section 10.2",)),
        Mechanism("X11", "Conflict and other tasks make members leave early; partnerships dissolve; ending with the goal met is no failure",
                  (f"{POOL}, chapters on network families, the sustainable collaboration", f"{SIF}, section 10.1")),
        Mechanism("X12", "Citizens whose partnership or whose own volunteer stops are left behind, and counted",
                  (f"{POOL}, chapter on network families",)),
        Mechanism("W1", "A municipality's money and hours are one: what one partnership gets, another asks for in vain; results open doors",
                  (f"{POOL}, chapter on from project to lasting effort", f"{HANDBOOK}, chapter on Viborg")),
        Mechanism("W2", "Who takes part in two partnerships has half the time and twice the knowledge, and is missed in both",
                  (f"{HANDBOOK}, chapters on Gladsaxe, Aalborg",)),
        Mechanism("W3", "Experience with an organisation, good and bad, is known to others who work with it",
                  (f"{HANDBOOK}, chapter on Middelfart",)),
        Mechanism("W7", "Word of mouth, company on the first visits and staying away travel along citizens' ties",
                  (f"{HANDBOOK}, chapters on Silkeborg, methods", f"{POOL}, chapter on citizens' results")),
        Mechanism("C10", "A campaign, test or festival meets many per hour, each of them once and briefly",
                  (f"{SIF}, descriptions of the 37 partnerships", ASSUMED)),
        Mechanism("W8", "Results in sight feed gain, hosts and money; money buys hours with diminishing returns and raises promises",
                  (f"{SIF}, section 10", f"{POOL}, chapter on the sustainable collaboration")),
        Mechanism("W9", "Differing interests that are joined and spoken of are a net gain of ideas and resources; unspoken they cost",
                  (f"{SIF}, section 9.3, figure 29",)),
        Mechanism("W10", "Stakes, too few hours and broken promises bring open disagreement too; talk makes it rarer and less dear",
                  (f"{SIF}, section 9.4.3",)),
        Mechanism("W5", "Members are searched for and asked, refuse for their cause, papers or other tasks, and join on the way",
                  (f"{POOL}, chapters on network families, the sustainable collaboration", f"{SIF}, section 10.1")),
        Mechanism("W11", "What must be asked of busy leaders or politicians comes back late, changed or never; less so if they attend",
                  (f"{POOL}, chapter on Esbjerg", POLITICIANS, f"{HANDBOOK}, chapter on Middelfart")),
        Mechanism("W6", "Volunteers carry a part of the work that ends when they go; some come back, and serving changes themselves",
                  (f"{POOL}, chapters on Esbjerg, network families, citizens' results",)),
        Mechanism("W12", "An activity lives where somebody runs it and somebody comes; each kind of host has its price, and waiting wears",
                  (f"{POOL}, chapter on from project to lasting effort", f"{HANDBOOK}, chapter on Silkeborg")),
        Mechanism("W4", "Several ask the people of one place: asked often by others they tire, and know one partnership through another",
                  (f"{HANDBOOK}, chapter on methods",)),
    )
}  # fmt: skip


@cache
def rules() -> tuple[Rule, ...]:
    """All mechanisms of the model, each with its source."""
    folder = Path(__file__).parent
    return tuple(rule for file in sorted(folder.rglob("*.py")) for rule in rules_in(file, _module(file.relative_to(folder))))


def rules_in(file: Path, module: str) -> Iterator[Rule]:
    """The rules of one source file: its functions that are decorated as such."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and any(ast.unparse(each) in DECORATORS for each in node.decorator_list):
            cited = frozenset(code for found in CITED.findall(ast.get_docstring(node) or "") for code in codes_cited(found))
            yield Rule(module, node.name, cited, frozenset(_read_by(node)))


def codes_cited(cited: str) -> Iterator[str]:
    """Codes between brackets: `T1, T6`, and `C1-C4` for all from the first to the last."""
    for part in cited.split(", "):
        first, _, last = part.partition("-")
        for number in range(int(first[1:]), int((last or first)[1:]) + 1):
            yield f"{first[0]}{number}"


def _read_by(rule: ast.FunctionDef) -> Iterator[str]:
    """Names that a rule reads of parameters or levers: `state.parameters[0].name`, or through a name given to the record."""
    records = {each.arg for each in rule.args.args if each.arg in RECORDS}
    for node in ast.walk(rule):
        if isinstance(node, ast.Assign) and _is_record(node.value, set()):
            records |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return (node.attr for node in ast.walk(rule) if isinstance(node, ast.Attribute) and _is_record(node.value, records))


def _is_record(node: ast.expr, names: set[str]) -> bool:
    if isinstance(node, ast.Subscript):
        return ast.unparse(node.value).rpartition(".")[2] in TABLES_OF_RECORDS
    return isinstance(node, ast.Name) and node.id in names


def _module(file: Path) -> str:
    return ".".join(("samvirke", "model", *file.with_suffix("").parts))
