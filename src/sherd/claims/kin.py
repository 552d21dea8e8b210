"""Which common nouns may point back to whom: *the lawmaker* to a senator, *the firm* to a company.

A noun that stands beside a name always may. Beyond that, persons are told by the words of their office,
bodies by the words of their name. To add a noun: a line in ``ROLES`` or ``BODIES``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sherd.claims.lexicon import bodies, states, vocabulary
from sherd.claims.phrases import GOVERNMENTAL, PORTFOLIOS
from sherd.model.statements import Speaker

_LAW = (
    "mp mep senator congressman congresswoman representative duma rada parliament lawmaker deputy legislator "
)
_RANKS = (
    "general colonel captain major lieutenant commander brigadier commodore sergeant officer admiral marshal "
    "gen col capt maj lt cmdr brig sgt adm"
)
_SCHOLARS = (
    "analyst expert researcher specialist scholar economist academic professor historian scientist fellow "
)
_CHIEFS = "ceo executive chief director manager founder owner chairman chairwoman chair president boss "

ROLES: Mapping[str, frozenset[str]] = {
    "lawmaker": vocabulary(_LAW + "bundestag knesset congress committee lord lady"),
    "legislator": vocabulary(_LAW + "bundestag knesset congress committee lord lady"),
    "parliamentarian": vocabulary(_LAW + "bundestag knesset congress committee lord lady"),
    "politician": vocabulary(
        _LAW + "minister president premier leader labour conservative party mayor governor"
    ),
    "diplomat": vocabulary(
        "ambassador envoy diplomat consul mission embassy foreign chargé d'affaires attaché"
    ),
    "envoy": vocabulary("ambassador envoy representative chargé d'affaires"),
    "ambassador": vocabulary("ambassador"),
    "minister": vocabulary("minister secretary"),
    "secretary": vocabulary("secretary"),
    "president": vocabulary("president"),
    "premier": vocabulary("premier"),
    "leader": vocabulary("president leader premier chairman chancellor"),
    "official": vocabulary(
        "official secretary minister spokesman spokeswoman spokesperson director officer adviser deputy head "
        "chief commissioner ambassador envoy undersecretary governor attaché diplomat inspector prosecutor"
    ),
    "spokesman": vocabulary("spokesman spokesperson"),
    "spokeswoman": vocabulary("spokeswoman spokesperson"),
    "spokesperson": vocabulary("spokesman spokeswoman spokesperson"),
    "general": vocabulary("general gen"),
    "major": vocabulary("major maj"),
    "lieutenant": vocabulary("lieutenant lt"),
    "admiral": vocabulary("admiral adm"),
    "brigadier": vocabulary("brigadier brig"),
    "professor": vocabulary("professor prof"),
    "senator": vocabulary("senator sen"),
    "congressman": vocabulary("congressman representative rep"),
    "congresswoman": vocabulary("congresswoman representative rep"),
    "governor": vocabulary("governor gov"),
    "mayor": vocabulary("mayor"),
    "chancellor": vocabulary("chancellor"),
    "commissioner": vocabulary("commissioner"),
    "officer": vocabulary(_RANKS),
    "commander": vocabulary(_RANKS),
    "colonel": vocabulary("colonel col"),
    "captain": vocabulary("captain capt"),
    "analyst": vocabulary(_SCHOLARS),
    "expert": vocabulary(_SCHOLARS + "engineer technician"),
    "researcher": vocabulary(_SCHOLARS),
    "specialist": vocabulary(_SCHOLARS + "engineer technician"),
    "economist": vocabulary("economist"),
    "academic": vocabulary(_SCHOLARS),
    "executive": vocabulary(_CHIEFS),
    "manager": vocabulary(_CHIEFS),
    "boss": vocabulary(_CHIEFS),
    "businessman": vocabulary(_CHIEFS + "trader businessman"),
    "director": vocabulary("director"),
    "chief": vocabulary("chief head director chairman"),
    "prosecutor": vocabulary("prosecutor"),
    "judge": vocabulary("judge"),
    "lawyer": vocabulary("lawyer attorney"),
    "attorney": vocabulary("lawyer attorney"),
    "adviser": vocabulary("adviser advisor aide"),
    "aide": vocabulary("adviser advisor aide"),
    "investigator": vocabulary("investigator"),
    "engineer": vocabulary("engineer"),
    "author": vocabulary("author"),
    "activist": vocabulary("activist campaigner"),
    "campaigner": vocabulary("activist campaigner"),
    "mp": vocabulary("mp"),
    "mep": vocabulary("mep"),
    **dict.fromkeys(("republican", "democrat"), vocabulary(_LAW + "congress")),
    "scientist": vocabulary("scientist professor researcher physicist chemist"),
    "technician": vocabulary("technician engineer"),
    "trader": vocabulary("trader dealer merchant"),
    "dealer": vocabulary("trader dealer merchant"),
}
"""For each noun for a person, the words of an office that it covers."""

CLERKS = vocabulary("press general private executive assistant permanent party")
"""Secretaries with these words are no ministers."""

FIRMS = vocabulary(
    "company firm business maker manufacturer producer distributor wholesaler supplier chipmaker importer "
    "exporter trader brand retailer contractor vendor reseller subsidiary shipper carrier airline enterprise "
    "builder startup start-up shipbuilder carmaker planemaker dronemaker conglomerate multinational"
)
"""Common nouns for a company."""

CORPORATE = vocabulary(
    "devices semiconductors semiconductor instruments technologies technology systems industries "
    "elektronik electronics aviation aerospace holdings motors motor microelectronics solutions "
    "bearings airlines shipping logistics trading engineering components avionics optics modules"
)
"""Words in the name of a company."""

GROUPS = vocabulary(
    "group organisation organization movement network watchdog nonprofit charity alliance coalition"
)
AGENCIES = vocabulary("agency service intelligence directorate bureau")
INSTITUTES = vocabulary("institute centre center tank foundation project university school research")

BODIES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(FIRMS, FIRMS | CORPORATE),
    "group": GROUPS
    | INSTITUTES
    | vocabulary("forces front army council committee watch international initiative"),
    "organisation": GROUPS | INSTITUTES | vocabulary("watch international initiative council committee"),
    "organization": GROUPS | INSTITUTES | vocabulary("watch international initiative council committee"),
    "tank": INSTITUTES,
    "watchdog": GROUPS | INSTITUTES | vocabulary("watch international"),
    "movement": vocabulary("movement front"),
    "agency": AGENCIES | vocabulary("administration inspectorate"),
    "service": AGENCIES | vocabulary("force navy army guard"),
    "ministry": vocabulary("ministry"),
    "department": vocabulary("department ministry treasury"),
    "commission": vocabulary("commission"),
    "committee": vocabulary("committee"),
    "council": vocabulary("council"),
    "panel": vocabulary("panel"),
    "experts": vocabulary("panel"),
    "monitors": vocabulary("panel"),
    "institute": vocabulary("institute"),
    "centre": vocabulary("centre center"),
    "center": vocabulary("centre center"),
    "university": vocabulary("university"),
    **dict.fromkeys(("lab", "laboratory"), vocabulary("lab labs laboratory laboratories")),
    "academy": vocabulary("academy"),
    "authority": vocabulary("authority"),
    "inspectorate": vocabulary("inspectorate"),
    "regulator": vocabulary("regulator authority commission office agency"),
    "embassy": vocabulary("embassy"),
    "mission": vocabulary("mission"),
    "army": vocabulary("army"),
    "military": vocabulary("army military forces navy"),
    "navy": vocabulary("navy"),
    "force": vocabulary("force forces"),
    "police": vocabulary("police"),
    "prosecutors": vocabulary("prosecutors"),
    "customs": vocabulary("customs"),
    "alliance": vocabulary("alliance nato"),
    "bloc": vocabulary("union"),
    "union": vocabulary("union"),
    "plant": vocabulary("plant works factory"),
    "factory": vocabulary("plant works factory"),
    "prosecutor": frozenset(),
}
"""For each noun for a body, the words of a name that it covers."""

REGIONS = vocabulary(
    "western eastern northern southern european african asian nordic baltic arab gulf balkan"
)
"""Adjectives of regions, which name nobody."""

LOOSELY = ROLES.keys() - vocabulary("captain colonel general officer commander engineer author")
"""Nouns that may mean a person of whom no office is told."""

UNTOLD = vocabulary("group organisation organization")
"""Nouns that may mean a body whose name says nothing of its kind, where none says so."""


def words_about(speaker: Speaker) -> frozenset[str]:
    """The words of a speaker's name, office and state, against which words beside a noun are held."""
    return _about(speaker.name, speaker.role or "", speaker.on_behalf_of or "")


@lru_cache(maxsize=5_000)
def _about(name: str, role: str, behalf: str) -> frozenset[str]:
    said = " ".join((name, role, behalf))
    bare = frozenset(said.lower().replace(",", " ").replace("(unnamed)", " ").split())
    state = states().get((behalf or name).lower())
    return bare | frozenset(state.adjective.lower().split()) if state else bare


@lru_cache(maxsize=5_000)
def _of_office(role: str) -> frozenset[str]:
    return frozenset(role.lower().replace(",", " ").replace(".", " ").split())


@lru_cache(maxsize=5_000)
def _of_name(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("(unnamed)", "").split())


def can_point(head: str) -> bool:
    """Whether the noun points back to anybody by the words of an office or a name."""
    return head in ROLES or head in BODIES


POSTED = vocabulary("embassy mission consulate ambassador envoy chargé d'affaires d’affaires consul attaché")
"""Words for somebody whom a state has sent to another."""


def may_mean(head: str, speaker: Speaker) -> bool:
    """Whether the noun may point back to the speaker, by the words of the office or of the name."""
    if not can_point(head):
        return False
    if speaker.kind == "person":
        words = _of_office(speaker.role or "")
        if speaker.on_behalf_of and head == "official":
            return True
        if head == "minister" and words & CLERKS:
            return False
        return bool(words & ROLES.get(head, frozenset()))
    if speaker.kind == "anonymous_official":
        said = set(speaker.span.text.lower().split()) if speaker.span else set()
        posted = bool(said & POSTED)
        one = not speaker.name.endswith("s (unnamed)")
        return one and (head == "official" or (head == "diplomat" and posted))
    if speaker.kind != "organisation":
        return False
    if head in FIRMS and "(unnamed)" in speaker.name and head not in speaker.name.lower().split():
        return False
    words = _of_name(speaker.name)
    if words & BODIES.get(head, frozenset()):
        return True
    return head in FIRMS and is_untold(speaker)


def has_other_field(told: frozenset[str], speaker: Speaker) -> bool:
    """Whether words beside a noun name a field that is not theirs: *the defence minister* is no *Foreign
    Minister X*."""
    if told.isdisjoint(PORTFOLIOS):
        return False
    wanted = {_SPELT.get(word, word) for word in told & PORTFOLIOS}
    held = {_SPELT.get(word, word) for word in words_about(speaker) & PORTFOLIOS}
    return bool(wanted and held and not wanted & held)


_SPELT = {"defense": "defence", "affairs": "foreign"}

OF_ONE = {
    "he": vocabulary("spokeswoman chairwoman woman congresswoman"),
    "she": vocabulary("spokesman chairman man congressman"),
}
"""Nouns whose bearer the other pronoun means."""

PAPER_TRAIL = vocabulary("documents records papers filings files paperwork invoices data logs")
"""Nouns that mean papers of any kind: *the documents* are the customs filings that spoke before."""

CASES = vocabulary("indictment complaint affidavit file")
"""Papers of those who accuse somebody."""

OURS = vocabulary("reporter reporters journalist journalists correspondent correspondents interviewer")


def is_ours(speaker: Speaker) -> bool:
    """*The reporter*: who writes the text, and is no *he*, *she* or *they* in it beside whom they met."""
    said = speaker.name.removesuffix(" (unnamed)").lower()
    return said in OURS and speaker.span is not None and speaker.span.text.lower().startswith("the ")


MASTHEADS = vocabulary("times post herald journal tribune gazette telegraph chronicle daily news")
"""Words of the names of newspapers, which are no companies that a text is about."""


def is_untold(speaker: Speaker) -> bool:
    """Whether a body's name says nothing of what it is."""
    if speaker.name.lower() in bodies():
        return False
    words = set(speaker.name.lower().replace("(unnamed)", "").split())
    told = bool(words & MASTHEADS) or any(words & covered for covered in BODIES.values())
    public = words & GOVERNMENTAL
    return speaker.kind == "organisation" and not told and not public and speaker.on_behalf_of is None
