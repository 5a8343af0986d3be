"""XML parsed without entity expansion, external DTDs or deep nesting, and helpers to read its elements."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from jumble.article.article import ArticleError
from jumble.article.limits import MAX_NESTING


def parse_xml(raw: bytes, part_name: str) -> Element:
    """Return the root element of an XML document; `part_name` names it in messages.

    Raises ArticleError if it is malformed, defines entities (billion laughs, XXE) or is nested beyond MAX_NESTING.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(raw, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise ArticleError(f"{part_name} defines entities of its own, which are not read; give its text") from None
    except (ParseError, ValueError, LookupError):
        raise ArticleError(f"{part_name} is damaged and cannot be read; give its text") from None
    assert isinstance(root, Element)  # noqa: S101 defusedxml has no types
    if any(depth > MAX_NESTING for depth, _ in walk_with_depth(root)):
        raise ArticleError(f"{part_name} is nested too deep to be read; give its text")
    return root


def walk_with_depth(root: Element) -> Iterator[tuple[int, Element]]:
    """Yield `root` and every element under it in document order, each with its depth (root: 0), without recursion."""
    stack = [(0, root)]
    while stack:
        depth, element = stack.pop()
        yield depth, element
        stack.extend((depth + 1, child) for child in reversed(element))


def local_name(element: Element) -> str:
    """Return an element's tag without its namespace."""
    return str(element.tag).rpartition("}")[2]
