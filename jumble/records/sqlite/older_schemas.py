# ruff: noqa: E501 released scripts must not be reformatted
"""The SQL scripts of older schema versions. They are released and must never change.

The formulas in them stay as they were at the time, even where the game computes differently today.
"""

# Times are ISO 8601 in the player's local time with its offset from UTC, which has both the local day and the instant.
VERSION_1 = """
CREATE TABLE article (
    key      TEXT PRIMARY KEY,              -- Article.key: names the text, wherever it is read from
    title    TEXT NOT NULL,
    source   TEXT NOT NULL,                 -- where it was read from last
    language TEXT NOT NULL
) STRICT;
CREATE TABLE game (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,       -- names the game on every machine
    article_key TEXT NOT NULL REFERENCES article (key),
    mode        TEXT NOT NULL,
    puzzle      TEXT NOT NULL,              -- Puzzle.as_json: with the moves, all that replaying needs
    level       TEXT NOT NULL,
    seed        INTEGER NOT NULL,
    rounds      INTEGER NOT NULL,           -- that the puzzle has
    most        INTEGER NOT NULL,           -- points that the puzzle can give
    started     TEXT NOT NULL,
    ended       TEXT                        -- when the last round ended; NULL: left before
) STRICT;
CREATE INDEX game_by_article ON game (article_key);
CREATE TABLE round (
    game_id      INTEGER NOT NULL REFERENCES game (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,          -- from 1
    answer       TEXT NOT NULL,
    scramble     TEXT NOT NULL,
    difficulty   REAL NOT NULL,
    stars        INTEGER NOT NULL,
    value        REAL NOT NULL,
    seconds      INTEGER NOT NULL,          -- the clock
    outcome      TEXT NOT NULL,             -- solved, skipped, answer, time up
    given        TEXT NOT NULL,
    seconds_used REAL NOT NULL,
    seconds_left REAL NOT NULL,
    clue         INTEGER NOT NULL,
    letter_hints INTEGER NOT NULL,
    wrong_tries  INTEGER NOT NULL,
    streak       INTEGER NOT NULL,
    points       INTEGER NOT NULL,
    PRIMARY KEY (game_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE move (
    game_id INTEGER NOT NULL REFERENCES game (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,               -- from 1
    at      REAL NOT NULL,                  -- seconds of play
    move    TEXT NOT NULL,                  -- move_as_json
    PRIMARY KEY (game_id, number)
) STRICT, WITHOUT ROWID;
"""

# Adds the library and games that can be resumed. Articles get a serial, which VACUUM keeps and by which the index of
# words refers to them. Plays, best score and time of the last play are columns of the article, so that a list of 50,000
# articles is read from one index; times with offsets do not sort, so generated columns have the instants (Unix seconds).
# Totals for the statistics are kept by triggers, in the transaction that inserts or deletes a round.
VERSION_2 = """
CREATE TABLE library (
    serial      INTEGER PRIMARY KEY,
    key         TEXT NOT NULL UNIQUE,       -- Article.key: names the text, wherever it is read from
    title       TEXT NOT NULL,
    source      TEXT NOT NULL,              -- where it was read from last
    language    TEXT NOT NULL,
    section     TEXT,
    place       TEXT,
    date        TEXT,
    temperature REAL,                       -- degrees Celsius
    opened      TEXT,                       -- the last time; NULL: before there was a library
    plays       INTEGER NOT NULL DEFAULT 0, -- games in which at least one round was finished
    best_score  INTEGER,                    -- of the games played to the end
    last_played TEXT,                       -- when the latest of those plays began
    indexed     INTEGER NOT NULL DEFAULT 0, -- whether its words can be searched
    opened_at   INTEGER GENERATED ALWAYS AS (CAST(strftime('%s', opened) AS INTEGER)) VIRTUAL,
    played_at   INTEGER GENERATED ALWAYS AS (CAST(strftime('%s', last_played) AS INTEGER)) VIRTUAL
) STRICT;
INSERT INTO library (key, title, source, language) SELECT key, title, source, language FROM article ORDER BY rowid;
DROP TABLE article;
ALTER TABLE library RENAME TO article;
CREATE INDEX article_popular ON article (plays DESC, played_at DESC, opened_at DESC, serial DESC);
CREATE INDEX article_newest ON article (opened_at DESC, serial DESC);
CREATE INDEX article_unplayed ON article (opened_at DESC, serial DESC) WHERE plays = 0;
CREATE INDEX article_unindexed ON article (serial) WHERE indexed = 0;
CREATE TABLE body (
    serial     INTEGER PRIMARY KEY REFERENCES article (serial) ON DELETE CASCADE,
    paragraphs BLOB NOT NULL                -- a JSON list, compressed by zlib
) STRICT;
CREATE TABLE puzzle (                       -- apart from the games, which are listed without
    game_id INTEGER PRIMARY KEY REFERENCES game (id) ON DELETE CASCADE,
    puzzle  TEXT NOT NULL                   -- Puzzle.as_json: with the moves, all that replaying needs
) STRICT;
INSERT INTO puzzle SELECT id, puzzle FROM game;
ALTER TABLE game DROP COLUMN puzzle;
ALTER TABLE game ADD COLUMN stood REAL NOT NULL DEFAULT 0;         -- seconds of play at which it stood last
ALTER TABLE game ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;    -- the instant (Unix seconds) of that
ALTER TABLE game ADD COLUMN process TEXT;                          -- which plays it; NULL: none
ALTER TABLE game ADD COLUMN given_up INTEGER NOT NULL DEFAULT 0;   -- whether it is not to be gone on with
UPDATE game SET touched = CAST(strftime('%s', started) AS INTEGER),
                stood = coalesce((SELECT max(at) FROM move WHERE game_id = id), 0);
CREATE INDEX game_unfinished ON game (touched) WHERE ended IS NULL AND given_up = 0;
ALTER TABLE game ADD COLUMN rounds_played INTEGER NOT NULL DEFAULT 0;
ALTER TABLE game ADD COLUMN solved INTEGER NOT NULL DEFAULT 0;     -- rounds of those
ALTER TABLE game ADD COLUMN score INTEGER NOT NULL DEFAULT 0;      -- points of all of them
UPDATE game SET (rounds_played, solved, score) = (
    SELECT count(*), coalesce(sum((outcome = 'solved')), 0), CAST(total(points) AS INTEGER)
    FROM round WHERE game_id = game.id
)
;
CREATE INDEX game_by_kind ON game (level, mode, ended, rounds_played, solved, score, most);
CREATE INDEX game_best ON game (level, mode, score) WHERE ended IS NOT NULL AND rounds_played > 0;
CREATE INDEX game_begun ON game (started) WHERE rounds_played > 0;
CREATE INDEX game_over_days ON game (ended) WHERE substr(ended, 1, 10) <> substr(started, 1, 10);
CREATE TABLE round_count (                  -- how many rounds were alike; each counts once of each kind of size
    of           TEXT NOT NULL,             -- letters, stars
    size         INTEGER NOT NULL,          -- how many of these
    solved       INTEGER NOT NULL,          -- 1 or 0
    tenths       INTEGER NOT NULL,          -- of a second that a solved round took, the rest cut off; 0 for the others
    rounds       INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,          -- that all of them took, if solved; else 0
    PRIMARY KEY (of, size, solved, tenths)
) STRICT, WITHOUT ROWID;
INSERT INTO round_count
SELECT 'letters', coalesce(CAST(value / (7.5 + 2.5 * stars) + 0.5 AS INTEGER), 0), (outcome = 'solved'), CAST(((outcome = 'solved') * min(max(seconds_used, 0.0), 1e9)) * 10 AS INTEGER),
       count(*), sum(CAST(((outcome = 'solved') * min(max(seconds_used, 0.0), 1e9)) * 1000 + 0.5 AS INTEGER))
FROM round GROUP BY 2, 3, 4
;
INSERT INTO round_count
SELECT 'stars', stars, (outcome = 'solved'), CAST(((outcome = 'solved') * min(max(seconds_used, 0.0), 1e9)) * 10 AS INTEGER),
       count(*), sum(CAST(((outcome = 'solved') * min(max(seconds_used, 0.0), 1e9)) * 1000 + 0.5 AS INTEGER))
FROM round GROUP BY 2, 3, 4
;
CREATE TRIGGER round_counted AFTER INSERT ON round BEGIN
    UPDATE game SET rounds_played = rounds_played + 1, solved = solved + (new.outcome = 'solved'),
                    score = score + new.points
    WHERE id = new.game_id;
    INSERT INTO round_count VALUES ('letters', coalesce(CAST(new.value / (7.5 + 2.5 * new.stars) + 0.5 AS INTEGER), 0), (new.outcome = 'solved'), CAST(((new.outcome = 'solved') * min(max(new.seconds_used, 0.0), 1e9)) * 10 AS INTEGER), 1, CAST(((new.outcome = 'solved') * min(max(new.seconds_used, 0.0), 1e9)) * 1000 + 0.5 AS INTEGER)), ('stars', new.stars, (new.outcome = 'solved'), CAST(((new.outcome = 'solved') * min(max(new.seconds_used, 0.0), 1e9)) * 10 AS INTEGER), 1, CAST(((new.outcome = 'solved') * min(max(new.seconds_used, 0.0), 1e9)) * 1000 + 0.5 AS INTEGER))
    ON CONFLICT DO UPDATE SET rounds = rounds + 1, milliseconds = milliseconds + excluded.milliseconds;
END;
CREATE TRIGGER round_discounted AFTER DELETE ON round BEGIN
    UPDATE game SET rounds_played = rounds_played - 1, solved = solved - (old.outcome = 'solved'),
                    score = score - old.points
    WHERE id = old.game_id;
    UPDATE round_count SET rounds = rounds - 1, milliseconds = milliseconds - CAST(((old.outcome = 'solved') * min(max(old.seconds_used, 0.0), 1e9)) * 1000 + 0.5 AS INTEGER)
    WHERE (of, size) IN (VALUES ('letters', coalesce(CAST(old.value / (7.5 + 2.5 * old.stars) + 0.5 AS INTEGER), 0)), ('stars', old.stars))
      AND solved = (old.outcome = 'solved') AND tenths = CAST(((old.outcome = 'solved') * min(max(old.seconds_used, 0.0), 1e9)) * 10 AS INTEGER);
    DELETE FROM round_count
    WHERE (of, size) IN (VALUES ('letters', coalesce(CAST(old.value / (7.5 + 2.5 * old.stars) + 0.5 AS INTEGER), 0)), ('stars', old.stars))
      AND solved = (old.outcome = 'solved') AND tenths = CAST(((old.outcome = 'solved') * min(max(old.seconds_used, 0.0), 1e9)) * 10 AS INTEGER) AND rounds = 0;
END;
"""
