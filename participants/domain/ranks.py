"""RANKS: what a person is for protocol; SCHEMES: published orders of rank, kept apart."""

from dataclasses import dataclass

from meetingplanner.languages import phrase


@dataclass(frozen=True, kw_only=True)
class Rank:
    """One rank: whether it carries "H.E." unless the office decides otherwise, and whether it is a UN official's."""

    code: str
    label: str
    is_excellency: bool = False
    is_un_official: bool = False


# Deputies of ministers and of permanent representatives are printed as their mission writes them, so plain here; UN
# officials are plain, the Secretary-General included (conclusions of 2016 and 2017). Ambassadors and permanent
# observers take the formal style of permanent representatives (ST/DCS/4/Rev.1).
RANKS: dict[str, Rank] = {
    rank.code: rank
    for rank in (
        Rank(code="head_of_state", label=phrase("Head of State"), is_excellency=True),
        Rank(code="vice_president", label=phrase("Vice-President"), is_excellency=True),
        Rank(code="crown_prince", label=phrase("Crown Prince or Princess"), is_excellency=True),
        Rank(code="head_of_government", label=phrase("Head of Government"), is_excellency=True),
        Rank(code="deputy_head_of_government", label=phrase("Deputy Head of Government"), is_excellency=True),
        Rank(code="secretary_general", label=phrase("Secretary-General of the United Nations"), is_un_official=True),
        Rank(code="deputy_secretary_general", label=phrase("Deputy Secretary-General"), is_un_official=True),
        Rank(code="head_of_organisation", label=phrase("Head of an organization"), is_excellency=True),
        Rank(code="foreign_minister", label=phrase("Minister for Foreign Affairs"), is_excellency=True),
        Rank(code="minister", label=phrase("Minister"), is_excellency=True),
        Rank(code="deputy_minister", label=phrase("Deputy Minister")),
        Rank(code="under_secretary_general", label=phrase("Under-Secretary-General"), is_un_official=True),
        Rank(code="assistant_secretary_general", label=phrase("Assistant Secretary-General"), is_un_official=True),
        Rank(code="permanent_representative", label=phrase("Permanent Representative"), is_excellency=True),
        Rank(code="permanent_observer", label=phrase("Permanent Observer"), is_excellency=True),
        Rank(code="ambassador", label=phrase("Ambassador"), is_excellency=True),
        Rank(code="deputy_permanent_representative", label=phrase("Deputy Permanent Representative")),
        Rank(code="charge_d_affaires", label=phrase("Chargé d'affaires")),
        Rank(code="representative", label=phrase("Representative")),
        Rank(code="unspecified", label=phrase("Rank not stated")),
    )
}


@dataclass(frozen=True, kw_only=True)
class RankScheme:
    """One published order of rank: steps from the highest, each with the ranks that are level on it.

    A rank that the source does not place comes after all steps. Source: `source`.
    """

    code: str
    label: str
    steps: tuple[tuple[str, ...], ...]
    source: str


_MINISTERS = ("foreign_minister", "minister")
_CHAIRS = (
    "permanent_representative",
    "ambassador",
    "deputy_permanent_representative",
    "charge_d_affaires",
    "representative",
)
_LOWER = ("deputy_minister", "permanent_observer", *_CHAIRS)

# The tallies count everybody below a deputy minister who leads a delegation as its chair. What the sources rank besides
# ranks is left out: observer States, the named heads of UN offices and the offices of the European Union.
SCHEMES: dict[str, RankScheme] = {
    scheme.code: scheme
    for scheme in (
        RankScheme(
            code="working",
            label=phrase("Working order of the office, from no published source"),
            steps=tuple((code,) for code in RANKS if code != "unspecified"),
            source="",
        ),
        RankScheme(
            code="un_general_debate",
            label=phrase("United Nations general debate, order of speakers"),
            steps=(
                ("head_of_state",),
                ("vice_president",),
                ("crown_prince",),
                ("head_of_government",),
                ("deputy_head_of_government",),
                _MINISTERS,
                _LOWER,
            ),
            source="Reuters, September 2024",
        ),
        RankScheme(
            code="un_protocol_tally_2011",
            label=phrase("Protocol and Liaison Service, tally of levels, sixty-sixth session"),
            steps=(
                ("head_of_state",),
                ("head_of_government",),
                ("vice_president",),
                ("crown_prince",),
                ("deputy_head_of_government",),
                _MINISTERS,
                ("deputy_minister",),
                _CHAIRS,
                ("permanent_observer",),
            ),
            source="slideplayer.com/slide/752743",
        ),
        RankScheme(
            code="un_protocol_tally_2014",
            label=phrase("Protocol and Liaison Service, tally of levels, sixty-ninth session"),
            steps=(
                ("head_of_state",),
                ("head_of_government",),
                ("vice_president",),
                ("deputy_head_of_government",),
                _MINISTERS,
                ("deputy_minister",),
                _CHAIRS,
                ("permanent_observer",),
            ),
            source="slideplayer.com/slide/2811911",
        ),
        RankScheme(
            code="ilc_note_1968",
            label=phrase("Precedence of representatives to the United Nations, note of 1968"),
            steps=(
                ("head_of_state",),
                ("head_of_government",),
                ("deputy_head_of_government",),
                ("foreign_minister",),
                ("minister",),
                ("deputy_minister",),
                ("permanent_representative",),
            ),
            source="A/CN.4/L.129",
        ),
        RankScheme(
            code="un_system_unog",
            label=phrase("Heads of United Nations system offices, Geneva practice"),
            steps=(
                ("secretary_general",),
                ("deputy_secretary_general",),
                ("under_secretary_general",),
                ("assistant_secretary_general",),
            ),
            source="unog.ch, Precedence",
        ),
    )
}


def rank_position(rank: str, scheme: str) -> int:
    """Return the step of `rank` in the scheme, from 0; the number of steps where the scheme does not place it.

    Raises KeyError for a rank or scheme that no table names.
    """
    RANKS[rank]
    steps = SCHEMES[scheme].steps
    return next((number for number, step in enumerate(steps) if rank in step), len(steps))


def working_position(rank: str) -> int:
    """Return the place of `rank` in the working order of the office, that of RANKS, from 0: not stated is last.

    Raises KeyError for a rank that no table names.
    """
    RANKS[rank]
    return list(RANKS).index(rank)
