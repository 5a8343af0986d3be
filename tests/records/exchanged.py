"""A record that travels, in the tests."""

from jumble.article import Article, Dateline
from jumble.game import RELAXED
from jumble.records import Records
from jumble.records.exchange.importing import Imported
from jumble.records.exchange.whole_record import export_record, import_record
from tests.records.played import (
    ARTICLE,
    OTHER,
    RUN_OUT_OF_TIME,
    SKIP_ALL,
    SOLVE_ALL,
    SOLVE_ONE_AND_LEAVE,
    START,
    play,
    word,
)


def lines(records: Records) -> list[bytes]:
    records.settle()
    return [line.encode() for line in export_record(records, START)]


def take(records: Records, exported: list[bytes]) -> Imported:
    return import_record(records, exported, START)


def fill(records: Records) -> None:
    play(records, SOLVE_ALL, ARTICLE)
    play(records, SOLVE_ONE_AND_LEAVE, OTHER)
    play(records, RUN_OUT_OF_TIME, OTHER, mode=RELAXED)
    play(records, SKIP_ALL, OTHER)
    play(records, word("plan"), ARTICLE)
    records.remember(Article("Unplayed", ("x", "y\nz"), Dateline("Delhi", START.date(), 27.1), "hi", "-", "World"))
    records.settle()
