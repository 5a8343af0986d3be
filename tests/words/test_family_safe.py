import pytest

from jumble.words import Lexicon, offensive
from jumble.words.family_safe import offensive_word
from tests.words.commonest import common_words

INNOCENT = """
assess class grape Scunthorpe cockpit analysis title circumstances document grass passion bass therapist scrape Essex
sextet cucumber shuttlecock Dickens compass assassin raccoon cocoon spice suspicious button night snigger swanky
election homogeneous attitude saltwater smartwatch drape parsed
"""
VULGAR = "shit Fucking bullshit raped rapist whores tits ass PISSED nigger motherfucker"
HIDDEN = "xassy shitx sexlt cuntry titsle SEPARAPE lrapes"


@pytest.mark.parametrize("word", INNOCENT.split())
def test_innocent_words_pass(word: str) -> None:
    assert not offensive(word)


@pytest.mark.parametrize("word", VULGAR.split())
def test_offensive_words_do_not(word: str) -> None:
    assert offensive(word)


@pytest.mark.parametrize("scramble", HIDDEN.split())
def test_a_scramble_must_not_hold_one(scramble: str) -> None:
    assert offensive(scramble)


@pytest.mark.parametrize("scramble", ["ardiem", "leadfw", "tnuoc", "klahc"])
def test_other_scrambles_pass(scramble: str) -> None:
    assert not offensive(scramble)


def test_each_language_has_its_own() -> None:
    assert offensive("Arschloch", "de")
    assert offensive("putain", "fr")
    assert offensive("mierda", "es")
    assert not offensive("unique", "fr")
    assert not offensive("anything", "xx")


def test_few_known_words_are_refused(english: Lexicon) -> None:
    known = [word for word in common_words("en", 20_000) if english.known(word)]
    refused = [word for word in known if offensive_word(word)]
    assert 50 < len(refused) < len(known) / 100, refused
