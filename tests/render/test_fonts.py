"""What a set of typefaces holds is asked of the typesetter; the packaged ones are there."""

import pytest

from sherd.render import fonts

PACKAGED_ONLY = fonts.book(False)
EMBEDDED_ONLY = fonts.book(False, packaged=False)


def test_every_packaged_typeface_is_installed_with_sherd() -> None:
    assert len(fonts.folders()) == len(fonts.PACKAGED)
    families = {face.family for face in PACKAGED_ONLY.fonts()}
    assert {
        "Noto Sans",
        "Noto Sans Arabic",
        "Noto Sans CJK SC",
        "Libertinus Serif",
        "DejaVu Sans Mono",
    } <= families


@pytest.mark.parametrize(
    "text",
    [
        "The quick brown fox",
        "Съешь ещё Ыйї",
        "Ξεσκεπάζω",
        "پژوهشگاه گچ ۱۲۳",
        "深圳市電子東京한국",
        "− → ≥ × № ⟨ ⟩ ✓ ●",
    ],
)
def test_the_scripts_of_our_cases_are_printable_from_packages_alone(text: str) -> None:
    assert fonts.lacking([text], PACKAGED_ONLY) == frozenset()


def test_what_is_lacking_is_named_character_by_character() -> None:
    assert fonts.lacking(["a😀Ы深", "👍"], PACKAGED_ONLY) == frozenset("😀👍")
    assert fonts.lacking(["a😀Ы深", "👍"], EMBEDDED_ONLY) == frozenset("😀👍深")


def test_a_mark_is_asked_for_together_with_its_letter() -> None:
    assert fonts.lacking(["جملهٔ", "می‌خواهم", "e\u0301"], PACKAGED_ONLY) == frozenset()


def test_plain_text_is_not_asked_for_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typst.compile", None)
    assert fonts.lacking(["plain", "words\n"], PACKAGED_ONLY) == frozenset()
