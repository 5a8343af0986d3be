from hypothesis import given
from hypothesis import strategies as st

from jumble.tui.looks.stylesheet import COMMON, DIALOGS, FRONT, PATH, ROUND, WAITING, sections
from tests.tui.newsroom import make_app, settled


def test_the_sections_that_a_first_frame_needs_are_there() -> None:
    found = sections(PATH.read_text(encoding="utf-8"))
    assert found.keys() >= {COMMON, FRONT, WAITING, ROUND, DIALOGS}
    assert "KeyBar {" in found[COMMON]
    assert "Tiles {" in found[ROUND]


@given(names=st.lists(st.text("abc d", min_size=1).filter(str.strip), unique=True, max_size=5))
def test_no_rule_is_lost(names: list[str]) -> None:
    css = "Screen {}\n" + "".join(f"/* --- {name} */\nA{number} {{}}\n" for number, name in enumerate(names))
    found = sections(css)
    assert [found[name].strip() for name in names if name != COMMON] == [f"A{n} {{}}" for n in range(len(names))]
    assert "Screen {}" in found[COMMON]


async def test_all_of_it_is_read_once_the_first_frame_is_there() -> None:
    for playing in (False, True):
        app, _ = make_app(playing=playing)
        assert len(app._sections) > 1
        async with app.run_test() as pilot:
            await settled(pilot)
            assert not app._sections
            read = [name for path, name in app.stylesheet.source if path == str(PATH)]
            assert sorted(read) == sorted(sections(PATH.read_text(encoding="utf-8")))
