"""Input at random: keys, clicks, pastes, sizes and bytes that are no text, each as what a terminal would send."""

from random import Random

from tests.e2e.played import Step, resize, send

NAMED_KEYS = {
    "enter": b"\r",
    "tab": b"\t",
    "space": b" ",
    "escape": b"\x1b",
    "backspace": b"\x7f",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "end": b"\x1b[F",
    "home": b"\x1b[H",
    "delete": b"\x1b[3~",
    "shift+tab": b"\x1b[Z",
    "f1": b"\x1bOP",
    "ctrl+n": b"\x0e",
    "ctrl+p": b"\x10",
    "ctrl+t": b"\x14",
    "ctrl+u": b"\x15",
}
"""All but those that end or stop the game."""
LETTERS = [letter.encode() for letter in "abcdefghijklmnoprstuvwxyzRO?/,é§漢"]
"""All commands but q, which ends the game."""
FIRST_KEYS = [*NAMED_KEYS.values(), *LETTERS]
LIKELY_KEYS = [
    *[NAMED_KEYS[name] for name in ("enter", "escape", "down", "ctrl+p", "backspace")],
    *b"o s / , ? r f u c m l".split(),
]
"""Those that change screens: pressed more often than others."""
INVALID = [b"\xff", b"\xc3", b"\xe6\xbc", b"\x80\x80", b"\xf0\x9f\x98", b"\xed\xa0\x80"]
SIZES = [(80, 24), (60, 20), (59, 24), (1, 1), (1, 24), (9, 5), (120, 40), (300, 100), (30, 2)]
PASTES = [
    "word",
    "two\nlines of a text",
    "x" * 3000,
    "\x00\x1b[A tail",
    "A title\n\n" + "A sentence with some words in it. " * 60,
]


def random_key(random: Random) -> bytes:
    """Return a key, more often one that changes screens."""
    return random.choice(LIKELY_KEYS if random.random() < 0.6 else FIRST_KEYS)


def click(random: Random, *, text: bool) -> bytes:
    """Return the reports of a click, or of two: as terminals of today send them, or as those of old do.

    Beyond column 95 the old ones are no text.
    """
    column, row = random.randint(1, 90 if text else 130), random.randint(1, 40)
    if random.random() < 0.5:
        once = f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m".encode()
    else:
        once = b"".join(b"\x1b[M" + bytes((32 + button, 32 + column, 32 + row)) for button in (0, 3))
    return once * random.choice((1, 1, 2))


def paste(random: Random, *, text: bool) -> bytes:
    """Return a paste, now and then with a byte that is no text."""
    pasted = random.choice(PASTES).encode()
    if random.random() < 0.2 and not text:
        pasted = pasted[:4] + random.choice(INVALID) + pasted[4:]
    return b"\x1b[200~" + pasted + b"\x1b[201~"


def burst(random: Random, *, text: bool) -> bytes:
    """Return 5 to 40 keys, some clicks among them, rarely a paste or a byte that is no text."""
    pieces = []
    for _ in range(random.randint(5, 40)):
        chance = random.random()
        if chance < 0.86:
            pieces.append(random_key(random))
        elif chance < 0.95:
            pieces.append(click(random, text=text))
        else:
            pieces.append(paste(random, text=text) if chance < 0.98 or text else random.choice(INVALID))
    return b"".join(pieces)


def random_steps(random: Random, *, text: bool) -> list[Step]:
    """Return some bursts, with sizes between and within them, the last an ordinary one; `text`: no other bytes."""
    steps: list[Step] = []
    for _ in range(random.randint(2, 5)):
        keys = burst(random, text=text)
        cut = random.randrange(len(keys))
        pause = random.choice((0.0, 0.0, 0.005, 0.05))
        steps.append(send(random.choice((0.0, 0.02, 0.3)), keys[:cut]))
        if random.random() < 0.5:
            steps.append(resize(pause, *random.choice(SIZES)))
        steps.append(send(pause, keys[cut:]))
    return [*steps, resize(0.0, 80, 24)]


def early_steps(random: Random) -> list[Step]:
    """Return one to three keys within the first second."""
    times = sorted(random.random() for _ in range(random.randint(1, 3)))
    return [send(moment - before, random_key(random)) for before, moment in zip([0.0, *times], times, strict=False)]
