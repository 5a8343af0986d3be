"""A game played line by line: each line becomes moves of the session, and what they did is printed. No rule is here."""

from collections import Counter
from collections.abc import Callable

from jumble.article import Article
from jumble.desk.commands import HELP, Command, Place
from jumble.game import Clear, Game, Move, Next, Phase, Session, Submit, Type
from jumble.plain import printed_lines
from jumble.plain.line_commands import MOVES, PAUSE, QUIT, Doubt, Word, read_line

Say = Callable[[str], None]

GO_ON = "An empty line or next goes on."
PAUSED = "Paused. The clock stands; an empty line or resume goes on."
TOO_LATE = "That came too late."
NOTHING = "That changed nothing."
BY_PLAYER = "player"
"""The reason for a pause, as the session knows it."""


class LineGame:
    """Plays a session line by line."""

    def __init__(self, article: Article, session: Session, say: Say) -> None:
        """Print the opening lines and the first round; `say` prints a line."""
        self.session = session
        self.over = False
        """Whether the game was played to its end or left."""
        self._article = article
        self._say = say
        self._late = False
        """Whether time ran out since the last line: a word in the next line was meant for the round before."""
        self._tell(printed_lines.opening_lines(article, self.game))
        self.show()

    @property
    def game(self) -> Game:
        """The game as it stands."""
        return self.session.game

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the clock ends the round; None while no clock runs."""
        running = self.game.phase is Phase.PLAYING and not self.session.paused
        return self.session.seconds_left if running else None

    def show(self) -> None:
        """Print the round, or how to go on."""
        if self.session.paused:
            self._say(PAUSED)
        elif self.game.phase is Phase.PLAYING:
            self._tell(["", *printed_lines.round_lines(self.game, self.session.elapsed)])
        else:
            self._say(GO_ON)

    def tick(self) -> bool:
        """End the round if its time is up, print its answer then, and return whether it ended."""
        if not self.session.tick():
            return False
        self._late = True
        self._say("")  # the player may be in the middle of a line
        self._show_answer()
        return True

    def handle(self, line: str) -> None:
        """Carry out what the player typed."""
        ended = self.tick()
        if self.over:
            return
        late, self._late = self._late, False
        tiles = self.game.tiles if self.game.phase is Phase.PLAYING and not self.session.paused else ()
        typed = read_line(line, tiles, self.game.puzzle.language)
        match typed:
            case Doubt(said):
                self._say(said)
            case Command() if ended and typed.id in MOVES:
                self._say(TOO_LATE)
            case Command():
                self._carry_out(typed)
            case Word() if late:
                self._say(TOO_LATE)
            case None if not ended:
                self._go_on()
            case Word(spelt):
                self._try(spelt)

    # --- commands

    def _carry_out(self, command: Command) -> None:
        """Carry out a command, or say where it applies."""
        here = Place.PAUSE if self.session.paused else Place.ROUND
        if here is Place.ROUND and self.game.phase is Phase.REVEAL:
            here = Place.REVEAL
        if not {here, Place.EVERYWHERE} & set(command.places):
            places = " or ".join(place.value.lower() for place in command.places)
            self._say(f"Not now: {command.id.rpartition('.')[2]} works {places}.")
        elif command.id in MOVES:
            self._play(MOVES[command.id])
        elif command.id == HELP:
            self._help(here)
        elif command.id == QUIT:
            self.over = True
            self._say(f"You left in {printed_lines.round_number(self.game).lower()}. Score {self.game.score}.")
        elif command.id == PAUSE:
            self.session.pause(BY_PLAYER)
            self.show()
        else:
            self._resume()

    def _help(self, here: Place) -> None:
        """Print the commands and rules; pause a running clock until the player goes on."""
        if here is Place.ROUND and self.game.mode.timed:
            self.session.pause(BY_PLAYER)
        self._tell(["", *printed_lines.help_lines(), ""])
        self.show()

    def _resume(self) -> None:
        """End the pause."""
        self.session.resume(BY_PLAYER)
        self.show()

    def _go_on(self) -> None:
        """Carry out an empty line: go on, or print the round again."""
        if self.session.paused:
            self._resume()
        elif self.game.phase is Phase.REVEAL:
            self._play(Next())
        else:
            self.show()

    # --- moves

    def _play(self, move: Move) -> None:
        """Make a move and print what it did."""
        before = self.game
        if not self.session.play(move):
            self._say(NOTHING)
        elif self.game.phase is Phase.REVEAL:
            self._show_answer()
        elif isinstance(move, Next):
            self.show()
        else:
            self._show_change(before)

    def _try(self, spelt: tuple[str, ...]) -> None:
        """Lay a word and submit it; after a round, begin the next one first."""
        if self.session.paused:
            self._say(PAUSED)
            return
        if self.game.phase is Phase.REVEAL:
            self._play(Next())
        to_lay = _letters_to_lay(self.game, spelt)
        if to_lay is None:
            self._say(self._refusal(spelt))
            return
        moves: tuple[Move, ...] = (Clear(), *map(Type, to_lay), Submit())
        for move in moves:
            self.session.play(move)
        if self.game.phase is Phase.REVEAL:
            self._show_answer()
        elif len(self.game.board.slots) == len(self.game.tiles):
            self._say(f"Not that word: {self.game.laid}. A wrong try costs nothing.")
            self._say(self._status())
        else:
            self._tell([printed_lines.laid_line(self.game), self._status()])

    def _refusal(self, spelt: tuple[str, ...]) -> str:
        """Say why a word cannot be laid."""
        if not Counter(spelt) - Counter(self.game.tiles):
            return f"The hints have fixed how the word begins: {''.join(_fixed(self.game))}."
        return f"That is not made of these letters. {printed_lines.letters_line(self.game)}"

    # --- saying

    def _show_change(self, before: Game) -> None:
        """Print what a move changed, and the clock."""
        game, board = self.game, self.game.board
        if board.rack != before.board.rack:
            self._say(printed_lines.letters_line(game))
        if board.slots != before.board.slots:
            self._say(printed_lines.laid_line(game))
        if game.shown_clue != before.shown_clue:
            self._tell(printed_lines.clue_lines(game))
        self._say(self._status())

    def _show_answer(self) -> None:
        """Print how the round ended; after the last round, the results too."""
        self._tell(printed_lines.answer_lines(self.game))
        if not self.game.finished:
            self._say(GO_ON)
            return
        self.session.play(Next())
        self.over = True
        self._tell(["", *printed_lines.result_lines(self._article, self.game)])

    def _status(self) -> str:
        """Return the clock, the next hint, score and streak."""
        return printed_lines.status_line(self.game, self.session.elapsed)

    def _tell(self, lines: list[str]) -> None:
        """Say some lines."""
        for line in lines:
            self._say(line)


def _fixed(game: Game) -> tuple[str, ...]:
    """Return the letters that hints have fixed."""
    return tuple(game.tiles[tile] for tile in game.board.slots[: game.board.locked])


def _letters_to_lay(game: Game, spelt: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the letters of a word to lay behind those that hints have fixed; a word may be typed with or without them.

    None if the rack lacks a letter.
    """
    fixed = _fixed(game)
    free = Counter(game.tiles) - Counter(fixed)
    whole = [spelt[len(fixed) :]] if spelt[: len(fixed)] == fixed else []
    return next((to_lay for to_lay in [*whole, spelt] if not Counter(to_lay) - free), None)
