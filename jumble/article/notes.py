"""Notes of a scholarly or encyclopedic text: the marks in its sentences, and the lists of sources at its end.

They are furniture: nobody reads `[12]` aloud, and the words of a citation ("Retrieved 1 May 2016", a publisher, the
headline of somebody else's article) are not the words of this one.
"""

import re

from jumble.article.limits import MAX_PARAGRAPHS

# Marks of notes as encyclopedias and papers print them, behind what they are a note to: [1], [a], [note 3], [1]:12.
_MARK = re.compile(r"(?<=[^\s\[(])\[(?P<mark>\d{1,3}|[a-h]|(?:note|nb|n|fn) ?\d{1,2})\](?::\d{1,4}(?:[-–]\d{1,4})?\b)?")
# What the editors of a wiki say to one another.
_ASIDE = re.compile(
    r" ?\[(?:edit(?: source)?|edit \| edit source|citation needed|(?:[a-z-]+ ){1,3}needed|update|dead link"
    r"|(?:who|whom|when|where|which|why|how|according to whom|by whom)\?"
    r"|(?:Quelltext b|[Bb])earbeiten(?: \| Quelltext bearbeiten)?|modifier(?: \| modifier le (?:code|wikicode))?"
    r"|editar(?: \| editar código(?:-fonte)?)?|modifica(?: \| modifica wikitesto)?)\]"
)
_HEADING = re.compile(
    r"(?:\d{1,2}\.? )?(?:references?|(?:foot|end)?notes?|citations?|sources?|works cited|literature cited|bibliography"
    r"|further reading|external links?|see also|einzelnachweise|anmerkungen|weblinks|literatur|quellen|siehe auch"
    r"|références|notes et références|voir aussi|liens externes|referencias|véase también|enlaces externos)"
    r"(?: (?:and|&) (?:references?|notes?|sources?|citations?|further reading|external links?))?:?",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"(?:^|[.”\"»’')\]?!,;] )(?:Retrieved|Accessed|Archived)(?: on| from| from the original(?: \(PDF\))?(?: on)?)?:?"
    r" (?:\d{4}-\d\d-\d\d|(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4}|https?://)"
    r"|\bISBN(?:-1[03])?:? [\dX-]{10,17}|\bdoi: ?10\.\d{4,}"
)
_TRANSCRIBER = re.compile(r"\[?Transcriber[’']?s?[’']? notes?: .{1,300}", re.IGNORECASE)
_CITED_WORDS = ("Retrieved ", "Accessed ", "Archived ", "ISBN", "doi:")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b|https?://|\bn\.d\.")

MIN_MARKS = 3
"""Different marks in brackets, `[1]` among them, from which they are notes; `a[1]` alone may be a programmer's."""
MAX_CITATION = 600
"""Characters; what is longer is prose that happens to name a source."""
MAX_LINK = 18
"""Words of a line that is a link to another page; a longer one is a sentence."""


def drop_notes(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without the marks of notes, and without lists of sources and of links to other pages."""
    if len(paragraphs) > MAX_PARAGRAPHS:
        return paragraphs
    texts = [_ASIDE.sub("", text) if "[" in text else text for text in paragraphs]
    marks = {found["mark"] for text in texts if "[" in text for found in _MARK.finditer(text)}
    if "1" in marks and len(marks) >= MIN_MARKS:
        texts = [_MARK.sub("", text) if "[" in text else text for text in texts]
    return _without_lists([text for text in texts if text])


def _without_lists(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without citations, and without what is listed under a heading that announces them.

    Such a heading stays where prose stands under it.
    """
    kept: list[str] = []
    heading = ""
    empty = True
    for text in paragraphs:
        if len(text) <= 60 and _HEADING.fullmatch(text):
            heading, empty = text, True
        elif _is_citation(text) or (heading and _is_listed(text)):
            empty = False
        else:
            kept += [heading, text] if heading and empty else [text]
            heading = ""
    return kept or paragraphs


def _is_citation(text: str) -> bool:
    """Tell a source that is cited by what it says of itself, wherever it stands."""
    if (text[0] in "^↑" and len(text) > 2) or _TRANSCRIBER.fullmatch(text):
        return True
    if len(text) > MAX_CITATION or not any(word in text for word in _CITED_WORDS):
        return False
    return _CITED.search(text) is not None


def _is_listed(text: str) -> bool:
    """Tell an item under a heading that announces sources or links: it has a year, an address, or no end."""
    if len(text) > MAX_CITATION:
        return False
    return _YEAR.search(text) is not None or (len(text.split()) <= MAX_LINK and text[-1] not in ".!?…。:;,")
