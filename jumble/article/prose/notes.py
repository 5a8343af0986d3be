"""Finds the notes of a scholarly or encyclopedic text: marks such as [12], tables of facts, and lists of sources.

They stay in the article for reading, but are excluded as a source of words and clues: the words of a citation
("Retrieved 1 May 2016", a publisher, the headline of another article) are not the words of this article.
"""

import re
from collections.abc import Sequence

from jumble.article.limits import MAX_NOTES_CHARACTERS, MAX_PARAGRAPHS
from jumble.startup.lazy import regex

# Note marks of encyclopedias and papers, directly after a word: [1], [a], [note 3], [1]:12 (with a page number).
_MARK = regex(r"(?<=[^\s\[(])\[(?P<mark>\d{1,3}|[a-h]|(?:note|nb|n|fn) ?\d{1,2})\](?::\d{1,4}(?:[-–]\d{1,4})?\b)?")
# Remarks and links for the editors of a wiki.
_EDITORS_REMARK = regex(
    r" ?\[(?:edit(?: source)?|edit \| edit source|citation needed|(?:[a-z-]+ ){1,3}needed|update|dead link"
    r"|(?:who|whom|when|where|which|why|how|according to whom|by whom)\?"
    r"|(?:Quelltext b|[Bb])earbeiten(?: \| Quelltext bearbeiten)?|modifier(?: \| modifier le (?:code|wikicode))?"
    r"|editar(?: \| editar código(?:-fonte)?)?|modifica(?: \| modifica wikitesto)?)\]"
)
_NOTES_HEADING = regex(
    r"(?:\d{1,2}\.? )?(?:references?|(?:foot|end)?notes?|citations?|sources?|works cited|literature cited|bibliography"
    r"|further reading|external links?|see also|einzelnachweise|anmerkungen|weblinks|literatur|quellen|siehe auch"
    r"|références|notes et références|voir aussi|liens externes|referencias|véase también|enlaces externos"
    r"|note e riferimenti|collegamenti esterni|voci correlate|referências|ver também|ligações externas"
    r"|referenties|zie ook|externe links?|bronnen|przypisy|примечания|см\. также|ссылки)"
    r"(?: (?:and|&) (?:references?|notes?|sources?|citations?|further reading|external links?))?:?",
    re.IGNORECASE,
)
_CITATION = regex(
    r"(?:^|[.”\"»’')\]?!,;] )(?:Retrieved|Accessed|Archived)(?: on| from| from the original(?: \(PDF\))?(?: on)?)?:?"
    r" (?:\d{4}-\d\d-\d\d|(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4}|https?://)"
    r"|\b(?:[Aa]bgerufen am|[Cc]onsulté le|[Cc]onsultado (?:el|em)|URL consultato il|[Gg]eraadpleegd op)"
    r" \d{1,2}[.º°]?(?:er)? (?:de )?[^\W\d_]{3,10} (?:de )?\d{4}"
    r"|\bISBN(?:-1[03])?:? [\dX-]{10,17}|\bdoi: ?10\.\d{4,}"
)
_TRANSCRIBER = regex(r"\[?Transcriber[’']?s?[’']? notes?: .{1,300}", re.IGNORECASE)
_CITATION_WORDS = ("Retrieved ", "Accessed ", "Archived ", "ISBN", "doi:", "bgerufen am", "onsult", "eraadpleegd op")
_YEAR_OR_ADDRESS = regex(r"\b(?:1[5-9]|20)\d\d\b|https?://|\bn\.d\.")

MIN_NOTE_LABELS = 3
"""Different note marks, [1] among them, that a text must have for them to count; `a[1]` alone may be program code."""
MAX_CITATION = 600
"""Characters of a citation; a longer paragraph is prose that happens to name a source."""
MAX_LINK_WORDS = 18
"""Words of a listed link to another page; a longer line is a sentence."""
MAX_HEADING = 60
"""Characters of a heading above a list, or of a line between two rows of a table."""

GAP = "\x1f"
"""Replaces each character of a note mark, so that all words keep their positions.

Python treats this control character as white space, and clean text never holds it.
"""
CELL = " | "
"""Separates the cells of a row in a table of facts."""
MIN_PROSE_CELL = 100
"""Characters from which a table cell holds prose; a table of such cells is page layout, not facts."""


def drop_transcriber_notes(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without "Transcriber's Note: ..." of e-texts; all if there are no others."""
    return [text for text in paragraphs if not _TRANSCRIBER.fullmatch(text)] or paragraphs


def without_notes(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return as many paragraphs, with each note paragraph replaced by "" and each character of a note mark by GAP.

    So every word keeps its paragraph number and position. A text that is all notes, or exceeds MAX_PARAGRAPHS or
    MAX_NOTES_CHARACTERS, is returned unchanged.
    """
    if len(paragraphs) > MAX_PARAGRAPHS or sum(map(len, paragraphs)) > MAX_NOTES_CHARACTERS:
        return tuple(paragraphs)
    labels = {match["mark"] for text in paragraphs if "[" in text for match in _MARK.finditer(text)}
    has_notes = "1" in labels and len(labels) >= MIN_NOTE_LABELS
    texts = [_without_marks(text, has_notes=has_notes) if "[" in text else text for text in paragraphs]
    _empty_fact_tables(texts)
    _empty_citations(texts)
    return tuple(texts) if any(texts) else tuple(paragraphs)


def _without_marks(text: str, *, has_notes: bool) -> str:
    """Return a paragraph with GAPs for editors' remarks and, if the text `has_notes`, for note marks."""
    if has_notes:
        text = _MARK.sub(_as_gaps, text)
    return _EDITORS_REMARK.sub(_as_gaps, text)


def _as_gaps(mark: re.Match[str]) -> str:
    """Return a GAP for each character of a match."""
    return GAP * len(mark[0])


def _empty_fact_tables(texts: list[str]) -> None:
    """Empty, in place, the rows of tables of facts: two or more, with at most one short line between neighbours."""
    last_row = -1
    for index, text in enumerate(texts):
        if not _is_row(text):
            continue
        lines_between = texts[last_row + 1 : index]
        if last_row >= 0 and len(lines_between) <= 1 and all(len(line) <= MAX_HEADING for line in lines_between):
            texts[last_row : index + 1] = [""] * (index + 1 - last_row)
        last_row = index


def _is_row(text: str) -> bool:
    """Return whether a paragraph is a row of a table of facts: several cells, all shorter than prose."""
    return CELL in text and all(len(cell) < MIN_PROSE_CELL for cell in text.split(CELL))


def _ends_like_prose(text: str) -> bool:
    """Return whether a text ends in a punctuation mark of prose."""
    return text.endswith((".", "!", "?", "…", "。", ":", ";", ","))


def _empty_citations(texts: list[str]) -> None:
    """Empty, in place, all citations, and headings such as "References" with the items listed under them.

    The heading stays if prose directly follows it.
    """
    heading_index = -1
    has_sources = True
    for index, text_with_gaps in enumerate(texts):
        text = text_with_gaps.replace(GAP, "").strip()
        if not text:
            texts[index] = ""
        elif len(text) <= MAX_HEADING and _NOTES_HEADING.fullmatch(text):
            _empty_heading(texts, heading_index, has_sources=True)
            heading_index, has_sources = index, False
        elif _is_citation(text) or (heading_index >= 0 and _is_list_item(text)):
            texts[index] = ""
            has_sources = True
        else:
            _empty_heading(texts, heading_index, has_sources=has_sources)
            heading_index = -1
    _empty_heading(texts, heading_index, has_sources=True)


def _empty_heading(texts: list[str], heading_index: int, *, has_sources: bool) -> None:
    """Empty, in place, the heading at `heading_index` (-1: none) if sources were listed under it."""
    if heading_index >= 0 and has_sources:
        texts[heading_index] = ""


def _is_citation(text: str) -> bool:
    """Return whether a text is a citation wherever it stands: it begins with ^ or ↑, or has an access date or ISBN."""
    if text[0] in "^↑" and len(text) > 2:
        return True
    if len(text) > MAX_CITATION or not any(word in text for word in _CITATION_WORDS):
        return False
    return _CITATION.search(text) is not None


def _is_list_item(text: str) -> bool:
    """Return whether a text under "References" or the like is an item: has a year or address, or is no sentence."""
    if len(text) > MAX_CITATION:
        return False
    return _YEAR_OR_ADDRESS.search(text) is not None or (
        len(text.split()) <= MAX_LINK_WORDS and not _ends_like_prose(text)
    )
