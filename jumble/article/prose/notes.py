"""Notes of a scholarly or encyclopedic text: marks in its sentences, tables of facts, the lists of sources at its end.

They stay for reading, but give no words and no clues: nobody reads `[12]` aloud, and the words of a citation
("Retrieved 1 May 2016", a publisher, the headline of somebody else's article) are not the words of this one.
"""

import re
from collections.abc import Sequence

from jumble.article.limits import MAX_NOTED, MAX_PARAGRAPHS
from jumble.startup.lazy import regex

# Marks of notes as encyclopedias and papers print them, behind what they are a note to: [1], [a], [note 3], [1]:12.
_MARK = regex(r"(?<=[^\s\[(])\[(?P<mark>\d{1,3}|[a-h]|(?:note|nb|n|fn) ?\d{1,2})\](?::\d{1,4}(?:[-–]\d{1,4})?\b)?")
# What the editors of a wiki say to one another.
_ASIDE = regex(
    r" ?\[(?:edit(?: source)?|edit \| edit source|citation needed|(?:[a-z-]+ ){1,3}needed|update|dead link"
    r"|(?:who|whom|when|where|which|why|how|according to whom|by whom)\?"
    r"|(?:Quelltext b|[Bb])earbeiten(?: \| Quelltext bearbeiten)?|modifier(?: \| modifier le (?:code|wikicode))?"
    r"|editar(?: \| editar código(?:-fonte)?)?|modifica(?: \| modifica wikitesto)?)\]"
)
_HEADING = regex(
    r"(?:\d{1,2}\.? )?(?:references?|(?:foot|end)?notes?|citations?|sources?|works cited|literature cited|bibliography"
    r"|further reading|external links?|see also|einzelnachweise|anmerkungen|weblinks|literatur|quellen|siehe auch"
    r"|références|notes et références|voir aussi|liens externes|referencias|véase también|enlaces externos"
    r"|note e riferimenti|collegamenti esterni|voci correlate|referências|ver também|ligações externas"
    r"|referenties|zie ook|externe links?|bronnen|przypisy|примечания|см\. также|ссылки)"
    r"(?: (?:and|&) (?:references?|notes?|sources?|citations?|further reading|external links?))?:?",
    re.IGNORECASE,
)
_CITED = regex(
    r"(?:^|[.”\"»’')\]?!,;] )(?:Retrieved|Accessed|Archived)(?: on| from| from the original(?: \(PDF\))?(?: on)?)?:?"
    r" (?:\d{4}-\d\d-\d\d|(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4}|https?://)"
    r"|\b(?:[Aa]bgerufen am|[Cc]onsulté le|[Cc]onsultado (?:el|em)|URL consultato il|[Gg]eraadpleegd op)"
    r" \d{1,2}[.º°]?(?:er)? (?:de )?[^\W\d_]{3,10} (?:de )?\d{4}"
    r"|\bISBN(?:-1[03])?:? [\dX-]{10,17}|\bdoi: ?10\.\d{4,}"
)
_TRANSCRIBER = regex(r"\[?Transcriber[’']?s?[’']? notes?: .{1,300}", re.IGNORECASE)
_CITED_WORDS = ("Retrieved ", "Accessed ", "Archived ", "ISBN", "doi:", "bgerufen am", "onsult", "eraadpleegd op")
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b|https?://|\bn\.d\.")

MIN_MARKS = 3
"""Different marks in brackets, `[1]` among them, from which they are notes; `a[1]` alone may be a programmer's."""
MAX_CITATION = 600
"""Characters; what is longer is prose that happens to name a source."""
MAX_LINK = 18
"""Words of a line that is a link to another page; a longer one is a sentence."""
MAX_HEADING = 60
"""Characters of a heading, or of a line inside a table."""

GAP = "\x1f"
"""Stands for each character of a mark that is left out, so that all words keep their places.

White space to Python, and no clean text holds it.
"""
CELL = " | "
"""Between the cells of a row, in a table of facts."""
MIN_PROSE_CELL = 100
"""Characters of a cell that holds prose: a table of such cells lays a text out."""


def drop_transcribers(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without what the makers of an e-text say of their own work."""
    return [text for text in paragraphs if not _TRANSCRIBER.fullmatch(text)] or paragraphs


def without_notes(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs as a source of words: as many, each word where it was, and a note is empty.

    Each character of a mark becomes a GAP. A text of nothing but notes stays, or of more than MAX_PARAGRAPHS or
    MAX_NOTED characters.
    """
    if len(paragraphs) > MAX_PARAGRAPHS or sum(map(len, paragraphs)) > MAX_NOTED:
        return tuple(paragraphs)
    marks = {found["mark"] for text in paragraphs if "[" in text for found in _MARK.finditer(text)}
    noted = "1" in marks and len(marks) >= MIN_MARKS
    texts = [_without_marks(text, noted=noted) if "[" in text else text for text in paragraphs]
    _empty_tables(texts)
    _empty_lists(texts)
    return tuple(texts) if any(texts) else tuple(paragraphs)


def _without_marks(text: str, *, noted: bool) -> str:
    """Return a paragraph with gaps for its marks; for those of notes only where there are notes."""
    if noted:
        text = _MARK.sub(_gap, text)
    return _ASIDE.sub(_gap, text)


def _gap(mark: re.Match[str]) -> str:
    return GAP * len(mark[0])


def _empty_tables(texts: list[str]) -> None:
    """Empty the rows of tables of facts: two or more in a row, with no more than a short line between them."""
    last = -1
    for place, text in enumerate(texts):
        if not _is_row(text):
            continue
        between = texts[last + 1 : place]
        if last >= 0 and len(between) <= 1 and all(len(line) <= MAX_HEADING for line in between):
            texts[last : place + 1] = [""] * (place + 1 - last)
        last = place


def _is_row(text: str) -> bool:
    """Tell the row of a table of facts."""
    return CELL in text and all(len(cell) < MIN_PROSE_CELL for cell in text.split(CELL))


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?", "…", "。", ":", ";", ","))


def _empty_lists(texts: list[str]) -> None:
    """Empty citations, and what is listed under a heading that announces them.

    Such a heading stays where prose stands under it.
    """
    heading = -1
    listed = True
    for place, each in enumerate(texts):
        text = each.replace(GAP, "").strip()
        if not text:
            texts[place] = ""
        elif len(text) <= MAX_HEADING and _HEADING.fullmatch(text):
            _end_list(texts, heading, listed=True)
            heading, listed = place, False
        elif _is_citation(text) or (heading >= 0 and _is_listed(text)):
            texts[place] = ""
            listed = True
        else:
            _end_list(texts, heading, listed=listed)
            heading = -1
    _end_list(texts, heading, listed=True)


def _end_list(texts: list[str], heading: int, *, listed: bool) -> None:
    """Empty a heading under which notes are listed."""
    if heading >= 0 and listed:
        texts[heading] = ""


def _is_citation(text: str) -> bool:
    """Tell a source that is cited by what it says of itself, wherever it stands."""
    if text[0] in "^↑" and len(text) > 2:
        return True
    if len(text) > MAX_CITATION or not any(word in text for word in _CITED_WORDS):
        return False
    return _CITED.search(text) is not None


def _is_listed(text: str) -> bool:
    """Tell an item under a heading that announces sources or links: it has a year, an address, or no end."""
    if len(text) > MAX_CITATION:
        return False
    return _YEAR.search(text) is not None or (len(text.split()) <= MAX_LINK and not _is_sentence(text))
