"""The tables of the record: one SQL script for each schema version, which migrates the version before it."""

from jumble.records.sqlite.counting import KEEP_COUNTS
from jumble.records.sqlite.older_schemas import VERSION_1, VERSION_2

YOU = 1
"""Id of the player who owns the record, in table `player`. Other players come from imports and matches."""
YOUR_NAME = "you"
"""Name of the owner in table `player` and in exports."""

# Adds players and kinds of games, with columns for features still to come, so that they need no new version. Rounds get
# the length of their word, and hints are stored by name, so that a new hint needs no column. For older rounds, the
# length is computed from the points, the only column it can be told from: 10 × letters × (1 + (stars − 1)/4).
_VERSION_3 = f"""
CREATE TABLE player (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO player VALUES ({YOU}, '{YOUR_NAME}');
ALTER TABLE game ADD COLUMN player_id INTEGER NOT NULL DEFAULT {YOU} REFERENCES player (id);
ALTER TABLE game ADD COLUMN kind TEXT NOT NULL DEFAULT 'article';  -- article, edition, corrections, duel, code
ALTER TABLE game ADD COLUMN edition INTEGER;                       -- number of the edition of the day that was played
ALTER TABLE game ADD COLUMN rival TEXT;                            -- uid of the game that it was played against
DROP INDEX game_by_kind;
DROP INDEX game_best;
DROP INDEX game_begun;
DROP INDEX game_over_days;
CREATE INDEX game_by_level ON game (player_id, level, mode, ended, rounds_played, solved, score, most, kind);
CREATE INDEX game_best ON game (player_id, level, mode, score) WHERE ended IS NOT NULL AND rounds_played > 0;
CREATE INDEX game_begun ON game (player_id, started) WHERE rounds_played > 0;
CREATE INDEX game_over_days ON game (player_id, ended) WHERE substr(ended, 1, 10) <> substr(started, 1, 10);
CREATE INDEX game_of_edition ON game (edition) WHERE edition IS NOT NULL;
CREATE TABLE played_round (
    game_id      INTEGER NOT NULL REFERENCES game (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,          -- from 1
    answer       TEXT NOT NULL,
    scramble     TEXT NOT NULL,
    letters      INTEGER NOT NULL,          -- of the answer, as its language counts them
    difficulty   REAL NOT NULL,
    stars        INTEGER NOT NULL,
    value        REAL NOT NULL,
    seconds      INTEGER NOT NULL,          -- the clock
    outcome      TEXT NOT NULL,             -- solved, skipped, answer, time up
    given        TEXT NOT NULL,
    seconds_used REAL NOT NULL,
    seconds_left REAL NOT NULL,
    hints        TEXT NOT NULL,             -- JSON: how often each hint was taken, by its name
    wrong_tries  INTEGER NOT NULL,
    streak       INTEGER NOT NULL,
    points       INTEGER NOT NULL,
    phrase       INTEGER NOT NULL DEFAULT 0, -- 1: the final round, whose answer is a phrase
    PRIMARY KEY (game_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO played_round
SELECT game_id, number, answer, scramble, coalesce(CAST(value / (7.5 + 2.5 * stars) + 0.5 AS INTEGER), 0), difficulty,
       stars, value, seconds, outcome, given, seconds_used, seconds_left,
       '{{' || CASE WHEN clue THEN '"clue": ' || clue ELSE '' END
       || CASE WHEN clue AND letter_hints THEN ', ' ELSE '' END
       || CASE WHEN letter_hints THEN '"letter": ' || letter_hints ELSE '' END || '}}',
       wrong_tries, streak, points, 0
FROM round ORDER BY game_id, number;
DROP TABLE round;
ALTER TABLE played_round RENAME TO round;
CREATE TABLE word_count (                   -- how many words were alike; each counts once of each kind of size
    player_id    INTEGER NOT NULL,
    of           TEXT NOT NULL,             -- letters, stars
    size         INTEGER NOT NULL,          -- how many of these
    solved       INTEGER NOT NULL,          -- 1 or 0
    tenths       INTEGER NOT NULL,          -- of a second that a solved round took, the rest cut off; 0 for the others
    kind         TEXT NOT NULL,             -- of their games
    rounds       INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,          -- that all of them took, if solved; else 0
    PRIMARY KEY (player_id, of, size, solved, tenths, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO word_count SELECT {YOU}, of, size, solved, tenths, 'article', rounds, milliseconds FROM round_count;
DROP TABLE round_count;
ALTER TABLE word_count RENAME TO round_count;
{KEEP_COUNTS}
"""  # noqa: S608 the names are constants

MIGRATIONS: tuple[str, ...] = (VERSION_1, VERSION_2, _VERSION_3)
"""The script at index n migrates version n to version n + 1; version 0 is an empty file."""
VERSION = len(MIGRATIONS)
"""The current schema version."""
