"""A person's or entity's name: folded for search, sorted, in capitals, with its form of address, as printed."""

import re
import unicodedata
from dataclasses import dataclass, field

from meetingplanner.languages import phrase
from participants.domain.ranks import RANKS
from participants.domain.texts import rendering, text_in
from participants.domain.values import DelegateFacts

NBSP = "\u00a0"

# Letters that Unicode does not decompose, after casefold; ß becomes ss by casefold itself.
LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t"}
    | {"ŋ": "ng", "ə": "e"}
)
# Letter-like apostrophes (ʻ ʼ ʾ ʿ): letters to Unicode, apostrophes to whoever types a name.
APOSTROPHES = dict.fromkeys((*range(0x2B9, 0x2C2), 0x2C8, 0x2EE), " ")
GREEK_TONOS = re.compile("([\u0370-\u03ff]\u0308?)\u0301")
DOTTED_I_LANGUAGES = ("tr", "az")
COMMAS = {"ar": "، ", "zh": "，"}


@dataclass(frozen=True, kw_only=True)
class Style:
    """One way the office may have a person addressed."""

    code: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Forms:
    """The forms of address of one language: "H.E." and the title, by gender. A gender without title has none.

    `by_rank` replaces "H.E." for ranks that a language styles otherwise. Where the forms follow the name, "H.E." comes
    last and nothing parts them: 先生阁下. `gap` stands between the two: a line may end inside long words alone.
    """

    titles: dict[str, str]
    excellencies: dict[str, str]
    by_rank: dict[str, str] = field(default_factory=dict)
    follows_name: bool = False
    gap: str = NBSP

    def excellency(self, gender: str, rank: str) -> str:
        """Return "H.E." for a person of that gender and rank; "" for a gender that has no title."""
        return self.by_rank.get(rank, self.excellencies[gender]) if gender in self.titles else ""


STYLES: dict[str, Style] = {
    style.code: style
    for style in (
        Style(code="automatic", label=phrase("as the rank says")),
        Style(code="excellency", label=phrase("H.E.")),
        Style(code="plain", label=phrase("plain")),
        Style(code="own", label=phrase("own style")),
    )
}

# Arabic styles heads of State, heads of Government, ministers and ambassadors each in its own way.
_STATE, _GOVERNMENT, _ENVOY = "فخامة", "دولة", "سعادة"
_ARABIC_RANKS = {
    "head_of_state": _STATE,
    "vice_president": _STATE,
    "head_of_government": _GOVERNMENT,
    "permanent_representative": _ENVOY,
    "permanent_observer": _ENVOY,
    "ambassador": _ENVOY,
    "deputy_permanent_representative": _ENVOY,
    "charge_d_affaires": _ENVOY,
    "representative": _ENVOY,
}

FORMS: dict[str, Forms] = {
    "en": Forms(titles={"m": "Mr.", "f": "Ms."}, excellencies=dict.fromkeys("mf", "H.E.")),
    "fr": Forms(titles={"m": "M.", "f": "Mme"}, excellencies=dict.fromkeys("mf", "S.E.")),
    "es": Forms(titles={"m": "Sr.", "f": "Sra."}, excellencies={"m": "Excmo.", "f": "Excma."}),
    "ru": Forms(
        titles={"m": "г-н", "f": "г-жа"},
        excellencies={"m": f"Его{NBSP}Превосходительство", "f": f"Ее{NBSP}Превосходительство"},
        gap=" ",
    ),
    "ar": Forms(titles={"m": "السيد", "f": "السيدة"}, excellencies=dict.fromkeys("mf", "معالي"), by_rank=_ARABIC_RANKS),
    "zh": Forms(titles={"m": "先生", "f": "女士"}, excellencies=dict.fromkeys("mf", "阁下"), follows_name=True),
}

# As they are said aloud, in the languages that presiding officers have a script in.
SPOKEN_FORMS: dict[str, Forms] = {
    "en": Forms(titles=FORMS["en"].titles, excellencies={"m": "His Excellency", "f": "Her Excellency"}),
    "fr": Forms(titles={"m": "Monsieur", "f": "Madame"}, excellencies=dict.fromkeys("mf", "Son Excellence")),
}


def fold(text: str) -> str:
    """Return `text` for search: lower case, without accents, ligatures spelt out, words apart by one blank.

    Punctuation, hyphens and apostrophes are blanks ("Côte d'Ivoire" gives "cote d ivoire"); invisible characters
    vanish; other scripts keep their letters. Folding twice changes nothing. A text without letters gives "".
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).casefold()
    return unicodedata.normalize("NFC", " ".join(decomposed.translate(_FOLDED).split()))


class _Folded(dict[int, str]):
    """What stands for each character, by its code, in a folded text; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        kept = chr(code) if category[0] in "LN" or category == "Mc" else " "
        self[code] = "" if category in ("Mn", "Me", "Cf") else kept
        return self[code]


_FOLDED = _Folded(LETTERS | APOSTROPHES)


def sort_key(text: str) -> str:
    """Return the key under which `text` is filed; keys compare as text, blank before every letter.

    It is `fold`, which is also how the stored keys of the UN's list of States were made: "Guinée-Bissau" files
    before "Guinée équatoriale", a name in brackets by its first word.
    """
    return fold(text)


def matches(folded_haystack: str, query: str) -> bool:
    """Return whether each word of `query` begins a word of the folded text, in any order; an empty query always does.

    Beginnings only, so that "mali" does not find Somalia.
    """
    return all(f" {word}" in f" {folded_haystack}" for word in fold(query).split())


def upper(text: str, language: str) -> str:
    """Return `text` in capitals with its accents (CÔTE D'IVOIRE); Turkish keeps its dotted i, Greek loses its tonos."""
    if language in DOTTED_I_LANGUAGES:
        text = text.replace("i", "İ").replace("ı", "I")
    stripped = GREEK_TONOS.sub(r"\1", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", stripped).upper())


def honorific(delegate: DelegateFacts, language: str) -> str:
    """Return the form of address ("H.E. Mr.", "Ms.", "S.E. Mme", "先生阁下"); short parts are held by no-break spaces.

    The office's own words stand alone. Otherwise the title follows the gender, with "H.E." before it where the office
    or, by default, the rank says so: an unknown gender gives "", since "H.E." never stands without Mr. or Ms.
    A placeholder has none. Source: conclusions of 20 September 2017; ST/DCS/4/Rev.1.
    """
    if delegate.is_placeholder:
        return ""
    if delegate.style == "own":
        return text_in(delegate.style_text, language).strip()
    forms = FORMS[language]
    title = forms.titles.get(delegate.gender, "")
    excellency = forms.excellency(delegate.gender, delegate.rank) if is_excellency(delegate) else ""
    if forms.follows_name:
        return f"{title}{excellency}"
    return forms.gap.join(part for part in (excellency, title) if part)


def spoken_name(delegate: DelegateFacts, language: str) -> str:
    """Return the name as it is said aloud: "His Excellency Mr. Ibrahim Boubacar Keïta", "Son Excellence Madame …".

    The rules are those of `honorific`: who is Excellency on paper is so in speech. A family name is held as in
    `printed_name`. "" for a placeholder.
    Raises KeyError for a language that is not in SPOKEN_FORMS.
    """
    forms, name = SPOKEN_FORMS[language], _in_own_order(delegate, _held(delegate.family_name))
    if not name:
        return ""
    if delegate.style == "own":
        return " ".join(part for part in (honorific(delegate, language), name) if part)
    excellency = forms.excellency(delegate.gender, delegate.rank) if is_excellency(delegate) else ""
    return " ".join(part for part in (excellency, forms.titles.get(delegate.gender, ""), name) if part)


def is_excellency(delegate: DelegateFacts) -> bool:
    """Return whether the person is styled Excellency: by the office's choice, else by the rank."""
    if delegate.style == "automatic":
        return RANKS[delegate.rank].is_excellency
    return delegate.style == "excellency"


def full_name(delegate: DelegateFacts) -> str:
    """Return the name in its own order ("Jean-Yves Le Drian", "Wu Haitao"), spelt as typed; "" for a placeholder."""
    return _in_own_order(delegate, delegate.family_name)


def printed_name(delegate: DelegateFacts, language: str) -> str:
    """Return the name with its form of address, for running text: "H.E. Mr. Ibrahim Boubacar Keïta".

    The words of a family name are held by no-break spaces: "Jean-Yves Le Drian" is parted before "Le" alone.
    """
    return _addressed(delegate, _in_own_order(delegate, _held(delegate.family_name)), language)


def begun(name: str, language: str) -> str:
    """Return a name as it begins a line, a cell or a plate, with a capital on a title that has none inside a sentence:
    "Г-н António Guterres".
    """
    titles = tuple(FORMS[language].titles.values())
    return name[:1].upper() + name[1:] if name.startswith(titles) else name


def listed_name(delegate: DelegateFacts, language: str, *, is_inside: bool = False) -> str:
    """Return the name as lists have it, the family name in capitals, particles included: "Mr. WU Haitao".

    Who has one name only is filed under it, so it is in capitals. It begins a line, unless it stands inside one. The
    words of a family name are held as in `printed_name`.
    """
    if not delegate.family_name.strip():
        name = _addressed(delegate, upper(full_name(delegate), language), language)
    else:
        name = _addressed(delegate, _in_own_order(delegate, _held(upper(delegate.family_name, language))), language)
    return name if is_inside else begun(name, language)


def plate_name(delegate: DelegateFacts, language: str, *, has_honorific: bool = True) -> str:
    """Return the name on a podium plate, with or without its form of address; "" for a placeholder."""
    name = full_name(delegate)
    return begun(_addressed(delegate, name, language), language) if has_honorific else name


def name_parts(delegate: DelegateFacts, language: str) -> tuple[str, ...]:
    """Return form of address, given names and family name in the order of `plate_name`, none of which is parted.

    A form of address that follows the name stays with it. () for a placeholder.
    """
    name = full_name(delegate)
    before, _, after = plate_name(delegate, language).partition(name) if name else ("", "", "")
    given, family = delegate.given_names.strip(), delegate.family_name.strip()
    parts = [part for part in ((family, given) if delegate.is_family_name_first else (given, family)) if part]
    return (*(form for form in (before.strip(NBSP),) if form), *parts[:-1], parts[-1] + after) if name else ()


def name_halves(delegate: DelegateFacts, language: str) -> tuple[str, ...]:
    """Return form of address and name, in the order of `plate_name`, as a plate rather breaks it than inside the name.

    A bare title ("M.", "Mr.", 先生) stays with the name, which then is the one part. () for a placeholder.
    """
    name = full_name(delegate)
    if not name:
        return ()
    before, _, after = plate_name(delegate, language).partition(name)
    title = begun(FORMS[language].titles.get(delegate.gender, ""), language)
    parts = [part for part in (before.strip(NBSP), name, after) if part]
    return (plate_name(delegate, language),) if title in parts else tuple(parts)


def person_sort_key(delegate: DelegateFacts) -> str:
    """Return the key by family name as written, then given names; equal keys need a tie-break by uuid.

    The one rule for particles and several family names: the office decides by what it types as family name, so
    "de Souza" files under D, "Le Drian" under L, "Faki Mahamat" under F.
    """
    return sort_key(f"{delegate.family_name} {delegate.given_names}")


def function_line(delegate: DelegateFacts, language: str) -> str:
    """Return the function alone, "" where none is recorded."""
    return text_in(delegate.function, language).strip()


def function_with_capacity(delegate: DelegateFacts, language: str) -> str:
    """Return the function and the further capacity, with a comma between the two where both exist."""
    lines = (function_line(delegate, language), text_in(delegate.capacity, language).strip())
    return comma(language).join(line for line in lines if line)


def address(delegate: DelegateFacts, language: str) -> str:
    """Return name and function in apposition: "H.E. Mr. Ibrahim Boubacar Keïta, President of the Republic of Mali".

    Whichever is missing is left out with its comma; a placeholder is addressed by the function.
    """
    parts = (printed_name(delegate, language), function_line(delegate, language))
    return comma(language).join(part for part in parts if part)


def comma(language: str) -> str:
    """Return the comma between a name and its function: ", ", "، ", "，"."""
    return COMMAS.get(language, ", ")


def _in_own_order(delegate: DelegateFacts, family_name: str) -> str:
    if delegate.is_placeholder:
        return ""
    parts = (delegate.given_names.strip(), family_name.strip())
    ordered = reversed(parts) if delegate.is_family_name_first else parts
    return " ".join(part for part in ordered if part)


def _held(family_name: str) -> str:
    return NBSP.join(family_name.split(" "))


def _addressed(delegate: DelegateFacts, name: str, language: str) -> str:
    if not name:
        return ""
    form = honorific(delegate, language)
    if delegate.style == "own":
        # The office's words stand where the language in which they were found has its forms.
        language = rendering(delegate.style_text, language).language
    if not FORMS[language].follows_name:
        return NBSP.join(part for part in (form, name) if part)
    return f"{name}{form}"
