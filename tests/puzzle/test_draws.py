from hypothesis import given
from hypothesis import strategies as st

from jumble.puzzle import Draws


def test_draws_are_the_same_on_every_python() -> None:
    draws = Draws(7, "words")
    assert [draws.below(1000) for _ in range(8)] == FIRST_DRAWS
    assert "".join(Draws(7, "scramble planet").shuffled("planet")) == FIRST_SHUFFLE


FIRST_DRAWS = [575, 852, 233, 706, 598, 728, 15, 224]
FIRST_SHUFFLE = "pantel"


@given(st.integers(), st.integers(1, 10_000))
def test_a_draw_stays_below_its_limit(seed: int, limit: int) -> None:
    assert 0 <= Draws(seed).below(limit) < limit


@given(st.integers(), st.text(max_size=12))
def test_a_shuffle_is_a_permutation(seed: int, text: str) -> None:
    assert sorted(Draws(seed).shuffled(text)) == sorted(text)


@given(st.integers(), st.lists(st.floats(0, 10), min_size=1).filter(any))
def test_an_index_of_weight_zero_is_never_drawn(seed: int, weights: list[float]) -> None:
    assert weights[Draws(seed).weighted(weights)] > 0


def test_streams_of_different_purposes_differ() -> None:
    assert Draws(1, "a").shuffled(range(20)) != Draws(1, "b").shuffled(range(20))
