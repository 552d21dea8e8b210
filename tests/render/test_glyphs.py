"""What cannot be shown as it is, is written out; what can, stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sherd.render.glyphs import pieces, printable

WRITTEN_OUT = [
    ("turns a line around", "\u202e", "⟨U+202E⟩"),
    ("isolates", "\u2067", "⟨U+2067⟩"),
    ("right-to-left mark", "\u200f", "⟨U+200F⟩"),
    ("no width", "\u200b", "⟨U+200B⟩"),
    ("no width, no break", "\ufeff", "⟨U+FEFF⟩"),
    ("soft hyphen", "\u00ad", "⟨U+00AD⟩"),
    ("private use", "\ue000", "⟨U+E000⟩"),
    ("private use, plane 16", "\U00100000", "⟨U+100000⟩"),
    ("unassigned", "\u0378", "⟨U+0378⟩"),
    ("nul", "\x00", "⟨U+0000⟩"),
    ("escape", "\x1b", "⟨U+001B⟩"),
    ("carriage return alone", "\r", "⟨U+000D⟩"),
    ("lone surrogate", "\ud800", "⟨U+D800⟩"),
    ("line separator", "\u2028", "⟨U+2028⟩"),
    ("tag letter", "\U000e0041", "⟨U+E0041⟩"),
    ("variation selector", "\ufe0f", "⟨U+FE0F⟩"),
    ("supplementary selector", "\U000e0100", "⟨U+E0100⟩"),
    ("invisible filler", "\u3164", "⟨U+3164⟩"),
    ("joiner between Latin letters", "\u200d", "⟨U+200D⟩"),
]


@pytest.mark.parametrize(("why", "sign", "shown"), WRITTEN_OUT, ids=[why for why, _, _ in WRITTEN_OUT])
def test_a_sign_that_deceives_or_vanishes_is_written_out(why: str, sign: str, shown: str) -> None:
    assert printable(f"a{sign}b") == f"a{shown}b"


@pytest.mark.parametrize(
    "text",
    ["STM32F405", "Ы-391 λόγος", "深圳市", "شاهد-۱۳۶", "می‌خواهم", "a\u00a0b", "naïve", "e\u0301", "😀"],
)
def test_ordinary_writing_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


def test_a_character_without_a_glyph_is_written_out() -> None:
    assert printable("a😀b", frozenset("😀")) == "a⟨U+1F600⟩b"


def test_a_line_break_is_a_line_break_however_it_was_stored() -> None:
    assert pieces("A\r\nB\nC") == (
        ("text", "A"),
        ("line", "\n"),
        ("text", "B"),
        ("line", "\n"),
        ("text", "C"),
    )


def test_a_tab_is_a_space() -> None:
    assert printable("a\tb") == "a b"


@given(st.text(st.characters(codec=None)))
def test_nothing_is_lost_and_nothing_hidden_remains(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert len(shown.replace("\n", "")) >= len(text.replace("\r\n", "").replace("\n", ""))
