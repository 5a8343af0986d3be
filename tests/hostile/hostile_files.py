"""Hostile files in four groups: each file's name, its bytes, and the outcome that `jumble article` must have.

`PLAYED`: an article that contains PROSE. `REFUSED`: a one-line message, status 1. `EITHER`: one of both. All within the
limits of time and memory.
"""

import bz2
import gzip
import lzma
import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.hostile.builders import HEADLINE, PROSE, chapter, docx, epub, item, page, pdf, rss, run, zip_archive

PLAYED, REFUSED, EITHER = "played", "refused", "either"
MB = 2**20
TEXT = f"{HEADLINE}\n\n{PROSE}\n\n{PROSE}\n"
_LAUGHS = "<!DOCTYPE lolz [<!ENTITY a0 'lol'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
) + "]>"  # fmt: skip
_XXE = "<!DOCTYPE x [<!ENTITY xxe SYSTEM 'file:///etc/passwd'>]>"
_DTD = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/evil.dtd'>"
_NOISE = random.Random(7)


@dataclass(frozen=True, slots=True)
class HostileFile:
    """A hostile file: `make` builds its bytes, `outcome` is PLAYED, REFUSED or EITHER."""

    name: str
    make: Callable[[], bytes]
    outcome: str


def _text(body: str | bytes, outcome: str = PLAYED) -> tuple[Callable[[], bytes], str]:
    raw = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    return lambda: raw, outcome


def _big(make: Callable[[], bytes], outcome: str) -> tuple[Callable[[], bytes], str]:
    return make, outcome


def _zip_lie() -> bytes:
    """Return an archive whose headers declare a large member as 1,000 bytes."""
    raw = bytearray(epub({"one.xhtml": chapter("One", "<p>" + "a " * 30 * MB + "</p>")}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = 0
        while (start := raw.find(mark, start)) >= 0:
            if struct.unpack_from("<I", raw, start + place)[0] > MB:
                struct.pack_into("<I", raw, start + place, 1000)
            start += 4
    return bytes(raw)


def _encrypted_zip() -> bytes:
    raw = bytearray(docx())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := raw.find(mark, start)) >= 0:
            raw[start + place] |= 1
            start += 4
    return bytes(raw)


def _pdf_loop() -> bytes:
    return pdf().replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]")


def _pdf_bomb() -> bytes:
    return pdf(content=b" " * 100 * MB, packed=True)


def _pdf_twice() -> bytes:
    inner = zlib.compress(b"BT /F1 11 Tf (x) Tj ET " * 4 * MB, 9)
    raw = pdf(content=inner, packed=True)
    return raw.replace(b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]")


def _text_files() -> dict[str, tuple[Callable[[], bytes], str]]:
    escapes = f"{HEADLINE}\n\n\x1b[31m{PROSE}\x1b[0m\x1b]0;title\x07\x1bP+q\x1b\\\x9b2J\x1b]52;c;AAAA\x07\n\n{PROSE}"
    return {
        "escapes.txt": _text(escapes),
        "escape-unended.txt": _text(f"{HEADLINE}\n\n{PROSE}\n\n\x1b]8;;http://evil\n\n{PROSE}"),
        "escape-8bit.txt": _text(f"{HEADLINE}\n\n\x9b31m{PROSE}\x9d0;x\x9c\n\n{PROSE}"),
        "textual-markup.txt": _text(f"[bold]{HEADLINE}[/x]\n\n[red]{PROSE}[/] [@click=app.quit]x[/]\n\n[/] {PROSE}"),
        "markup-in-title.md": _text(f"---\ntitle: '[/x] [Foo] [blink]'\n---\n\n{PROSE}\n\n{PROSE}"),
        "bidi.txt": _text(f"\u202e{HEADLINE}\u202c\n\n\u2066{PROSE}\u2069\n\n\u200f{PROSE}\u061c"),
        "zalgo.txt": _text("".join(char + "\u0301\u0316\u035b" * 30 for char in HEADLINE) + f"\n\n{PROSE}\n\n{PROSE}"),
        "zalgo-flood.txt": _text("a" + "\u0301" * 2_000_000 + f"\n\n{PROSE}"),
        "zero-width.txt": _text(f"{HEADLINE}\n\n" + PROSE.replace(" ", "\u200b \u200d\u2060") + f"\n\n{PROSE}"),
        "tags.txt": _text(f"{HEADLINE}\n\n{PROSE}" + "".join(chr(0xE0000 + n) for n in range(128)) + f"\n\n{PROSE}"),
        "surrogates.txt": _text(f"{HEADLINE}\n\n{PROSE} \ud83d\n\n\udc00 {PROSE}"),
        "noncharacters.txt": _text(f"{HEADLINE}\n\n{PROSE}\ufffe\uffff\U0010ffff\n\n{PROSE}"),
        "private-use.txt": _text(f"{HEADLINE}\n\n{PROSE}\ue000\U000f0000\n\n{PROSE}"),
        "nul.txt": _text(f"{HEADLINE}\n\n{PROSE}\0{PROSE}", REFUSED),
        "nuls.txt": _text(b"\0" * 1_000_000, REFUSED),
        "controls.txt": _text(bytes(range(32)) * 100, REFUSED),
        "backspaces.txt": _text(f"{HEADLINE}\n\n{PROSE}\b\b\b\x7f\n\n{PROSE}"),
        "noise.bin": _text(_NOISE.randbytes(200_000), REFUSED),
        "noise.txt": _text(bytes(_NOISE.randrange(128, 256) for _ in range(50_000)), EITHER),
        "mixed-encodings.txt": _text(TEXT.encode() + "café naïve déjà".encode("cp1252") + "café été".encode() * 3),
        "utf16-no-mark.txt": _text(TEXT.encode("utf-16-le")),
        "utf16-be-no-mark.txt": _text(TEXT.encode("utf-16-be")),
        "utf16-odd.txt": _text(TEXT.encode("utf-16") + b"\x41"),
        "utf32.txt": _text(TEXT.encode("utf-32")),
        "utf8-mark-then-latin.txt": _text(b"\xef\xbb\xbf" + TEXT.encode() + b"\xe9\xe8"),
        "utf16-mark-then-utf8.txt": _text(b"\xff\xfe" + TEXT.encode(), EITHER),
        "utf7.txt": _text(f"{HEADLINE}\n\n{PROSE} +ADw-script+AD4-\n\n{PROSE}"),
        "koi8-r.txt": _text(
            ("Река берёт начало в холмах за городом, и люди следят за ней. " * 8).encode("koi8-r"), EITHER
        ),
        "shift-jis.txt": _text(("川は町の後ろの丘に源を発し、人々は天気を見守る。" * 8).encode("shift-jis"), EITHER),
        "overlong-utf8.txt": _text(TEXT.encode() + b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf"),
        "empty.txt": _text(b"", REFUSED),
        "blank.txt": _text(" \n\t\r\n" * 1000, REFUSED),
        "only-invisible.txt": _text("\u200b\ufeff\u2060" * 100, REFUSED),
        "one-line-200mb.txt": _big(lambda: b"word " * (40 * MB), REFUSED),
        "one-line-4mb.txt": _big(lambda: b"word " * (4 * MB // 5), EITHER),
        "one-word-4mb.txt": _big(lambda: b"a" * (4 * MB), EITHER),
        "short-lines-1mb.txt": _big(lambda: b"a\n" * (MB // 2), EITHER),
        "line-ends-2mb.txt": _big(lambda: b"\r" * (2 * MB) + TEXT.encode(), EITHER),
        "emoji-4mb.txt": _big(lambda: "\U0001f600 ".encode() * (4 * MB // 5), EITHER),
        "brackets.md": _text(f"# {HEADLINE}\n\n**{PROSE}**\n\n" + "[" * 500_000, EITHER),
        "brackets-small.md": _text(f"# {HEADLINE}\n\n**{PROSE}**\n\n" + "[" * 40_000, EITHER),
        "stars.md": _text(f"# {HEADLINE}\n\n{PROSE}\n\n" + "*a _" * 50_000, EITHER),
        "quotes.md": _text(f"# {HEADLINE}\n\n{PROSE}\n\n" + ">" * 100_000 + "x", EITHER),
        "backticks.md": _text(f"# {HEADLINE}\n\n{PROSE}\n\n" + "".join("`" * n + " " for n in range(300)), EITHER),
        "yaml-bomb.md": _text(
            "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9))
            + f"title: Bomb\n---\n\n{PROSE}\n\n{PROSE}"
        ),
        "yaml-code.md": _text(f"---\ntitle: !!python/object/apply:os.system ['id']\n---\n\n{PROSE}\n\n{PROSE}"),
        "yaml-deep.md": _text(f"---\ntitle: {'[' * 20_000}\n---\n\n{PROSE}\n\n{PROSE}", EITHER),
        "md-script.md": _text(
            f"# {HEADLINE}\n\n<script>alert(1)</script>\n\n{PROSE}\n\n![x](file:///etc/passwd)\n\n{PROSE}"
        ),
    }


def _markup_files() -> dict[str, tuple[Callable[[], bytes], str]]:
    nested = "<div>" * 100_000
    return {
        "nested.html": _text(page(f"{nested}<p>{PROSE}</p>"), EITHER),
        "nested-spans.html": _text(page("<p>" + "<b><i>" * 50_000 + PROSE), EITHER),
        "nested-lists.html": _text(page("<ul><li>" * 50_000 + PROSE), EITHER),
        "nested-tables.html": _text(page("<table><tr><td>" * 30_000 + PROSE), EITHER),
        "unclosed.html": _text(f"<html><body><article><h1>{HEADLINE}<p>{PROSE}<p>{PROSE}<p>{PROSE}<div><a href='"),
        "truncated.html": _text(page()[:-300]),
        "attributes.html": _text(
            page(f"<p {' '.join(f'a{n}={n}' for n in range(8_000))}>{PROSE}</p><p>{PROSE}</p>"), EITHER
        ),
        "long-attribute.html": _text(page(f"<p title='{'x' * 3_000_000}'>{PROSE}</p><p>{PROSE}</p>"), EITHER),
        "less-than.html": _text(page("<" * 500_000 + f"<p>{PROSE}</p>"), EITHER),
        "comments.html": _text(page("<!--" * 200_000 + f"<p>{PROSE}</p>"), EITHER),
        "scripts.html": _text(page(head="<script>document.write('x')</script>" * 500)),
        "entities.html": _text(
            page(f"<article><h1>x</h1><p>&#27;[31m&#x202e;&#0;&#xd800;&#x110000;{PROSE}</p><p>{PROSE}</p></article>")
        ),
        "entity-flood.html": _text(page("<p>" + "&amp;lt;" * 300_000 + "</p>"), EITHER),
        "laughs.html": _text(_LAUGHS + page(f"<article><p>&a11;{PROSE}</p><p>{PROSE}</p></article>"), EITHER),
        "xxe.xhtml": _text(f"<?xml version='1.0'?>{_XXE}<html><body><p>&xxe;{PROSE}</p><p>{PROSE}</p></body></html>"),
        "meta-refresh.html": _text(
            page(head="<meta http-equiv=refresh content='0;url=file:///etc/passwd'><base href='file:///'>")
        ),
        "wrong-charset.html": _text(page(head="<meta charset='utf-7'>").encode()),
        "bogus-charset.html": _text(page(head="<meta charset='zip'>").encode() + b"\xe9\xe8"),
        "utf16.html": _text(page().encode("utf-16")),
        "utf16-no-mark.html": _text(page().encode("utf-16-le")),
        "escapes.html": _text(page(title="\x1b[31mred\x1b]0;x\x07")),
        "nul.html": _text(page(f"<article><p>{PROSE}\0</p><p>{PROSE}</p></article>"), EITHER),
        "paragraphs.html": _text(page("<p>a b c</p>" * 10_000), EITHER),
        "links.html": _text(page("<a href=x>link text</a> " * 10_000), EITHER),
        "empty.html": _text("<html><body></body></html>", REFUSED),
        "only-script.html": _text("<!doctype html><script>" + "alert(1);" * 1000 + "</script>", REFUSED),
        "html-in.txt": _text(page()),
        "text-in.html": _text(TEXT),
        "laughs.xml": _text(_LAUGHS + f"<html><body><p>&a11;</p><p>{PROSE}</p></body></html>", EITHER),
        "quadratic.xml": _text(
            f"<!DOCTYPE x [<!ENTITY a '{'x' * 100_000}'>]><rss><channel>{'&a;' * 20_000}</channel></rss>", EITHER
        ),
        "feed-laughs.rss": _text(rss(item("&a11;", PROSE), doctype=_LAUGHS), EITHER),
        "feed-xxe.rss": _text(
            rss(f"<item><title>&xxe;</title><description>{PROSE}</description></item>", doctype=_XXE), EITHER
        ),
        "feed-dtd.rss": _text(rss(doctype=_DTD), EITHER),
        "feed-scripts.rss": _text(rss(item("x", f"<script>alert(1)</script><p>{PROSE}</p>" * 9))),
        "feed-file-link.rss": _text(rss(item("x", PROSE, "file:///etc/passwd"))),
        "feed-only-links.rss": _text(rss(item("x", "", "file:///etc/passwd")), REFUSED),
        "feed-empty.rss": _text(rss(""), REFUSED),
        "feed-truncated.rss": _text(rss()[:-200], EITHER),
        "feed-many.rss": _text(rss(item("x", PROSE) * 4_000), EITHER),
        "feed-nested.rss": _text(rss("<item>" * 50_000 + PROSE), EITHER),
        "feed-escapes.rss": _text(rss(item("\x1b[31mred &#27;]0;x&#7;", f"<p>{PROSE}</p>" * 9)), EITHER),
        "feed-json.rss": _text('{"version": "https://jsonfeed.org/version/1"}', EITHER),
    }


def _packed_files() -> dict[str, tuple[Callable[[], bytes], str]]:
    deep = "<w:p>" * 20_000
    traversal = epub(package=(
        '<package><manifest><item id="a" href="../../../../etc/passwd" media-type="application/xhtml+xml"/>'
        '<item id="b" href="file:///etc/passwd" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'))  # fmt: skip
    slip = {"../../tmp/evil.txt": PROSE, "/etc/evil": PROSE}
    return {
        "sound.epub": _text(epub()),
        "epub-bomb.epub": _big(lambda: epub({"one.xhtml": chapter("One", "<p>" + "a " * 60 * MB + "</p>")}), REFUSED),
        "epub-lies.epub": _big(_zip_lie, EITHER),
        "epub-traversal.epub": _text(traversal, REFUSED),
        "epub-container-out.epub": _text(epub(path="../../../etc/passwd"), REFUSED),
        "epub-laughs.epub": _text(epub({"one.xhtml": _LAUGHS + chapter("One", f"<p>&a11;{PROSE}</p>" * 9)}), EITHER),
        "epub-package-laughs.epub": _text(epub(package=f"{_LAUGHS}<package>&a11;</package>"), REFUSED),
        "epub-xxe.epub": _text(epub({"one.xhtml": _XXE + chapter("One", f"<p>&xxe;{PROSE}</p>" * 9)})),
        "epub-nested.epub": _text(epub({"one.xhtml": chapter("One", "<div>" * 100_000 + PROSE)}), EITHER),
        "epub-package-nested.epub": _text(epub(package="<a>" * 50_000 + "</a>" * 50_000), REFUSED),
        "epub-no-chapters.epub": _text(epub({}), REFUSED),
        "epub-truncated.epub": _text(epub()[:-400], REFUSED),
        "epub-escapes.epub": _text(epub({"one.xhtml": chapter("&#27;[31mOne", f"<p>{PROSE}&#27;]0;x&#7;</p>" * 9)})),
        "epub-damaged.epub": _text(epub().replace(b"\x03\x04", b"\x03\x05"), EITHER),
        "many-members.zip": _big(lambda: zip_archive({f"{n}": "" for n in range(12_000)}), REFUSED),
        "zip-slip.zip": _text(zip_archive({**slip}), REFUSED),
        "zip-of-zips.zip": _text(
            zip_archive({"a.zip": zip_archive({"b.zip": zip_archive({"c.txt": PROSE})})}), REFUSED
        ),
        "empty.zip": _text(zip_archive({}), REFUSED),
        "zip-header-only.epub": _text(b"PK\x03\x04" + b"\0" * 100, REFUSED),
        "sound.docx": _text(docx()),
        "docx-bomb.docx": _big(lambda: docx(f"<w:p>{run('a ' * 60 * MB)}</w:p>"), REFUSED),
        "docx-laughs.docx": _text(docx(f"<w:p>{run('&a11;')}</w:p>", doctype=_LAUGHS), REFUSED),
        "docx-xxe.docx": _text(docx(f"<w:p>{run('&xxe;')}</w:p>", doctype=_XXE), REFUSED),
        "docx-nested.docx": _text(docx(deep + run(PROSE) + deep.replace("<", "</")), REFUSED),
        "docx-encrypted.docx": _text(_encrypted_zip(), REFUSED),
        "docx-broken-xml.docx": _text(docx("<w:p><w:r>"), REFUSED),
        "docx-empty.docx": _text(docx("<w:p/>"), REFUSED),
        "docx-many-paragraphs.docx": _big(lambda: docx(f"<w:p>{run('a b')}</w:p>" * 50_000), EITHER),
        "docx-escapes.docx": _text(docx(f"<w:p>{run(PROSE + chr(0x202E))}</w:p><w:p>{run(PROSE)}</w:p>")),
        "sound.txt.gz": _text(gzip.compress(TEXT.encode())),
        "gzip-bomb.gz": _big(lambda: gzip.compress(b"a" * 300 * MB), REFUSED),
        "gzip-twice.gz": _text(gzip.compress(gzip.compress(TEXT.encode())), REFUSED),
        "gzip-truncated.gz": _text(gzip.compress(TEXT.encode() * 50)[:100], EITHER),
        "gzip-broken.gz": _text(b"\x1f\x8b\x08\0" + b"x" * 500, REFUSED),
        "bzip2.bz2": _text(bz2.compress(TEXT.encode()), REFUSED),
        "xz.xz": _text(lzma.compress(TEXT.encode()), REFUSED),
        "picture.png": _text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), REFUSED),
        "picture-named.txt": _text(b"\xff\xd8\xff\xe0\0\x10JFIF" + _NOISE.randbytes(5000), REFUSED),
        "program": _text(b"\x7fELF" + _NOISE.randbytes(5000), REFUSED),
    }


def _pdf_files() -> dict[str, tuple[Callable[[], bytes], str]]:
    sound = pdf()
    return {
        "sound.pdf": _text(sound),
        "pdf-named.txt": _text(sound),
        "truncated.pdf": _text(sound[:-200], EITHER),
        "half.pdf": _text(sound[: len(sound) // 2], EITHER),
        "header-only.pdf": _text(b"%PDF-1.7\n", REFUSED),
        "noise.pdf": _text(b"%PDF-1.4\n" + _NOISE.randbytes(20_000), REFUSED),
        "no-text.pdf": _text(pdf(content=b"0 0 100 100 re f"), REFUSED),
        "bomb.pdf": _big(_pdf_bomb, EITHER),
        "bomb-twice.pdf": _big(_pdf_twice, EITHER),
        "page-loop.pdf": _text(_pdf_loop(), REFUSED),
        "many-pages.pdf": _big(lambda: pdf([[HEADLINE, "", *PROSE.split(". ")]] * 1000), PLAYED),
        "count-lies.pdf": _text(sound.replace(b"/Count 1", b"/Count 999999999"), EITHER),
        "nested-arrays.pdf": _text(pdf(content=b"[" * 200_000), EITHER),
        "nested-dicts.pdf": _text(sound.replace(b"/Type/Catalog", b"/X" + b"<</Y" * 9_999), EITHER),
        "operators.pdf": _big(lambda: pdf(content=b"BT /F1 11 Tf" + b" (a) Tj" * 400_000, packed=True), EITHER),
        "escapes.pdf": _text(pdf([[HEADLINE, "", *(PROSE + "\x1b[31m\x1b]0;x\x07").split(". "), PROSE[:80]]])),
        "launch.pdf": _text(sound.replace(b"/Catalog", b"/Catalog/OpenAction<</S/Launch/F(/bin/sh)>>"), EITHER),
        "xref-loop.pdf": _text(sound.replace(b"trailer<<", b"trailer<</Prev %d" % sound.index(b"xref")), EITHER),
    }  # fmt: skip


def _hostile_files(kinds: dict[str, tuple[Callable[[], bytes], str]]) -> tuple[HostileFile, ...]:
    return tuple(HostileFile(name, make, outcome) for name, (make, outcome) in kinds.items())


GROUPS: dict[str, tuple[HostileFile, ...]] = {
    "text": _hostile_files(_text_files()),
    "markup": _hostile_files(_markup_files()),
    "packed": _hostile_files(_packed_files()),
    "pdf": _hostile_files(_pdf_files()),
}
