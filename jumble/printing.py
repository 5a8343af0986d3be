"""How the command line puts its answers: for people in lines, for programs in JSON under stable names."""

import json
import re
from typing import TYPE_CHECKING, Any

from jumble.article import Article

if TYPE_CHECKING:
    from jumble.puzzle import Puzzle
    from jumble.words import Candidates, Lexicon

_UNPRINTABLE = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
"""What JSON may hold as it is but a terminal must not be sent: names of files can have all of it."""
MAX_SHOWN = 8
"""Words shown of those that were left out for one reason; `--json` has them all."""


def article_json(article: Article) -> dict[str, Any]:
    """Return an article under the names that the command line promises."""
    dateline = article.dateline
    return {
        "title": article.title,
        "section": article.section,
        "dateline": {
            "place": dateline.place,
            "date": dateline.date.isoformat() if dateline.date else None,
            "temperature": dateline.temperature,
        },
        "language": article.language,
        "source": article.source,
        "paragraphs": list(article.paragraphs),
        "text": article.text,
    }


def words_json(article: Article, candidates: "Candidates", lexicon: "Lexicon") -> dict[str, Any]:
    """Return an article's words under the names that the command line promises."""
    from jumble.puzzle import make_clue

    return {
        "language": candidates.language,
        "picked": [
            {
                "word": each.word,
                "count": each.count,
                "zipf": each.zipf,
                "difficulty": each.difficulty,
                "stars": each.stars,
                "clue": make_clue(article, each, lexicon)[0],
                "alternatives": list(each.alternatives),
            }
            for each in candidates.picked
        ],
        "rejected": [{"word": each.word, "reason": each.reason} for each in candidates.rejected],
    }


def print_json(value: object) -> None:
    """Print JSON for people and programs."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(_UNPRINTABLE.sub(lambda char: f"\\u{ord(char[0]):04x}", text))


def print_words(candidates: "Candidates") -> None:
    """Print the words for a reader: how hard each is and why it was picked, and why the others were not."""
    width = max(len(each.word) for each in candidates.picked)
    print(f"{'word':<{width}}  stars  times  Zipf  also")
    for each in candidates.picked:
        also = ", ".join(each.alternatives)
        print(f"{each.word:<{width}}  {'★' * each.stars:<5}  {each.count:>5}  {each.zipf:>4.1f}  {also}".rstrip())
    reasons: dict[str, list[str]] = {}
    for rejection in candidates.rejected:
        reasons.setdefault(rejection.reason, []).append(rejection.word)
    print(f"\n{len(candidates.picked)} words picked, the most characteristic of the article first. Left out:")
    for reason, words in sorted(reasons.items(), key=lambda item: -len(item[1])):
        shown = ", ".join(words[:MAX_SHOWN]) + (" …" if len(words) > MAX_SHOWN else "")
        print(f"  {reason:<10} {len(words):>4}  {shown}")


def print_puzzle(article: Article, puzzle: "Puzzle") -> None:
    """Print a puzzle to be solved on paper, the answers last."""
    print(f"{article.title}\n{puzzle.level}, seed {puzzle.seed}\n")
    for number, each in enumerate(puzzle.rounds, 1):
        print(f"{number:>2}. {_capitals(each.scramble, puzzle.language):<14} {'★' * each.stars:<5}  {each.clue}")
    print("\nAnswers: " + ", ".join(" / ".join(each.accepted) for each in puzzle.rounds))


def _capitals(scramble: str, language: str) -> str:
    """Return a scramble as tiles show it."""
    from jumble.words import capitals, letters

    return "".join(capitals(letters(scramble), language))


def print_figures(figures: dict[str, Any]) -> None:
    """Print statistics for a reader."""
    best = figures["best_score"]
    print(f"Games played    {figures['games_played']}, {figures['games_finished']} to the end")
    print(f"Words solved    {figures['words_solved']} of {figures['rounds_played']} ({figures['solve_rate']:.0%})")
    print(f"Best score      {'–' if best is None else best}")
    print("\nMost Popular Articles")
    for number, each in enumerate(figures["articles"][:10], 1):
        plays = "1 play" if each["plays"] == 1 else f"{each['plays']} plays"
        print(f"{number:>2}  {each['title']}  ({plays})")
