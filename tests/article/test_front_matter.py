"""Front matter that is read line by line says what YAML would say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumble.article.front_matter import read_lines, read_yaml

KEYS = st.sampled_from(["title", "date", "sources", "open-data", "no", "a_b", "ä", "1", "- x", "", "?"])
PLAIN = st.text(alphabet="ab1é ,.;'’()/!?–-_:#&%\"\\[{", max_size=8)
VALUES = PLAIN | PLAIN.map(lambda text: f'"{text}"') | st.sampled_from(["", "null", "1769-06-04", "-89.2", "- x"])
ENTRIES = st.builds("{}:{}{}".format, KEYS, st.sampled_from([" ", "", "  ", "\t"]), VALUES)
ITEMS = st.builds("{}-{}{}".format, st.sampled_from(["", " ", "  "]), st.sampled_from([" ", "", "  "]), VALUES)
LINES = ENTRIES | ITEMS | st.sampled_from(["", " ", "# a", "a: &a b", "b: *a", "  more", "...", "\x07: b"])


@given(st.lists(LINES, max_size=5))
def test_what_is_read_line_by_line_is_what_yaml_says(lines: list[str]) -> None:
    matter = "\n".join([*lines, ""])
    read = read_lines(matter)
    assert read is None or read == read_yaml(matter)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,5}", fullmatch=True),
        st.from_regex(r"[A-Z][a-z ,.'-]{0,9}[a-z]", fullmatch=True) | st.lists(st.just("One, Two"), min_size=1),
        max_size=5,
    )
)
def test_the_usual_forms_need_no_library(values: dict[str, str | list[str]]) -> None:
    matter = ""
    for key, value in values.items():
        matter += f"{key}: {value}\n" if isinstance(value, str) else f"{key}:\n"
        matter += "" if isinstance(value, str) else "".join(f'  - "{item}"\n' for item in value)
    assert read_lines(matter) == values


@pytest.mark.parametrize(
    "matter",
    [
        "title: >\n  Folded", "title: [a, b]", "title: a: b", "title: a #b", "title: 'Single'", 'title: "a\\nb"',
        "title: &a b", "title: a\n  b", "- x", "title: x\n- y", "a:\n  - x\n - y", "a:\n  -\n", "title:x", "a: \x07",
        "a: x\u2028y", 'a: "\x07"', 'a: "\u2028"', "a: ~", "{a: b}",
    ],
)  # fmt: skip
def test_all_else_is_left_to_it(matter: str) -> None:
    assert read_lines(matter) is None
