"""What becomes of rows: where they stand, what they point to, what is kept when a cell is bad."""

import pytest

from sherd.errors import WrongCall
from sherd.model.items import Component, Feature, Item, Observation
from sherd.model.markings import Marking
from sherd.record.intake import take_in
from sherd.record.tree import Submission, SubmittedFile

from .conftest import CASE, COMPONENTS, FEATURES, ITEMS, Take

HEAD = "id,label,role,custody_status,serial,documented_at\n"


def test_rows_come_in_the_order_in_which_they_refer_to_one_another(take: Take) -> None:
    taken = take(components=COMPONENTS, systems="id,name\nS1,a\n", sources="id,kind,title\nR1,report,b\n")
    assert [each.row.kind for each in taken.placed] == [
        "case",
        "source",
        "system",
        "item",
        "item",
        "component",
    ]


def test_a_row_is_counted_as_a_spreadsheet_counts_it_whatever_its_line_breaks(take: Take) -> None:
    taken = take(items=HEAD + 'I1,"two\nlines",item,unknown,,\n\nI2,b,item,unknown,,never\n')
    assert [(each.row.id, each.spreadsheet_row) for each in taken.placed[1:]] == [("I1", 2), ("I2", 4)]
    assert taken.problems[0].row == 4


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end: str, take: Take) -> None:
    taken = take(items=ITEMS.replace("\n", end) + f'I3,"x{end}y",item,unknown{end}')
    assert [each.spreadsheet_row for each in taken.placed[1:]] == [2, 3, 4]
    assert isinstance(item := taken.of("item")["I3"], Item)
    assert item.label == "x\ny"
    assert taken.problems == ()


def test_a_quote_left_open_costs_its_own_row_and_not_the_rest(take: Take) -> None:
    body = "".join(f'I{n},"label, {n}",item,unknown,,\n' for n in range(10, 60))
    taken = take(items=HEAD + 'I1,"a,item,unknown,,\n' + body)
    assert len(taken.of("item")) == 50
    assert [(each.code, each.row) for each in taken.problems] == [("unclosed_quote", 2)]
    assert taken.raw_rows[0].cells == ('I1,"a,item,unknown,,',)


def test_a_quote_left_open_that_a_later_one_seems_to_close_is_seen(take: Take) -> None:
    taken = take(items=HEAD + 'I1,"a,item,unknown,,\nI2,b,item,unknown,,\nI3,5",item,unknown,,\n')
    assert list(taken.of("item")) == ["I1"]
    assert [(each.code, each.row, each.column) for each in taken.problems] == [("unclosed_quote", 2, "label")]


def test_lines_inside_a_cell_that_are_no_rows_are_no_problem(take: Take) -> None:
    assert take(items=HEAD + 'I1,"one, two\nthree, four\nfive",item,unknown,,\n').problems == ()


def test_a_row_that_ran_on_into_rows_of_the_right_width_gives_them_back(take: Take) -> None:
    taken = take(items=HEAD + 'I1,"a,item,unknown,,\nI2,b,item,unknown,,\nI3,5",item\nI4,c,item,unknown,,\n')
    assert list(taken.of("item")) == ["I2", "I4"]
    assert [(each.code, each.row) for each in taken.problems] == [("unclosed_quote", 2), ("row_width", 4)]


def test_a_cell_taller_than_any_was_never_closed(take: Take) -> None:
    taken = take(items=HEAD + 'I1,"' + "a\n" * 600 + '",item,unknown,,\nI2,b,item,unknown,,\n')
    assert list(taken.of("item")) == ["I2"]
    assert ("unclosed_quote", "items.csv", 2, "") in taken.found()


def test_a_cell_longer_than_can_be_read_is_told_from_an_open_quote(take: Take) -> None:
    taken = take(items=f"{HEAD}I1,{'x' * 200_000},item,unknown,,\nI2,b,item,unknown,,\n")
    assert list(taken.of("item")) == ["I2"]
    assert [each.do for each in taken.problems if "131,072 characters" in each.do]
    assert len(taken.raw_rows[0].cells[0]) > 200_000


def test_many_quotes_left_open_do_not_take_for_ever(take: Take) -> None:
    taken = take(items=HEAD + 'a",":\n' * 3000)
    assert len(taken.raw_rows) == 3000


def test_a_header_that_cannot_be_read_leaves_every_row_raw(take: Take) -> None:
    taken = take(items='id,"label\n"I1,a\nI2,b\n')
    assert taken.of("item") == {}
    assert taken.found() == [("unclosed_quote", "items.csv", 1, "")]
    assert [each.row for each in taken.raw_rows] == [1, 2, 3]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_sheet_may_be_separated_by_semicolons_or_tabs(separator: str, take: Take) -> None:
    taken = take(items=ITEMS.replace(",", separator))
    assert list(taken.of("item")) == ["I1", "I2"]
    assert taken.problems == ()


def test_headings_are_known_by_any_case_and_with_blanks_around_them(take: Take) -> None:
    taken = take(items="\ufeff ID ,Label, ROLE,Custody_Status\nI1,a,item,unknown\n")
    assert list(taken.of("item")) == ["I1"]
    assert taken.problems == ()


def test_a_bad_cell_in_an_optional_column_leaves_the_rest_of_the_row(take: Take) -> None:
    taken = take(items=HEAD + "I1,a,item,unknown,M214,soon\n")
    assert taken.of("item")["I1"] == Item(
        case="case-1", id="I1", label="a", role="item", custody_status="unknown", serial="M214"
    )
    assert taken.raw_rows[0].cells == ("I1", "a", "item", "unknown", "M214", "soon")
    assert taken.raw_rows[0].row == 2


@pytest.mark.parametrize("heading", ["release", "relase", "Releases"])
@pytest.mark.parametrize("word", ["Sealed", "secret", "s\x00ealed"])
def test_a_row_that_cannot_say_who_may_see_it_is_sealed(heading: str, word: str, take: Take) -> None:
    taken = take(
        items=f"id,label,role,custody_status,{heading}\nI1,a,item,unknown,{word}\nI2,b,item,unknown,\n"
    )
    assert [each.release for each in taken.of("item").values()] == ["sealed", None]


def test_raw_rows_and_problems_have_ids_of_their_own(take: Take) -> None:
    accounts = 'hypotheses = [{id="A", words="w", x=1}, {id="B", words="v", x=1}]\n'
    taken = take({"case.toml": CASE + "y = 1\n" + accounts})
    ids = [each.id for each in taken.raw_rows]
    assert len(ids) == len(set(ids)) == 3


@pytest.mark.parametrize("blank", [" , , ,\u00a0", ",,,,,,", "", "  ,"])
def test_a_blank_row_is_passed_over(blank: str, take: Take) -> None:
    taken = take(items=ITEMS + blank + "\nI3,c,item,unknown\n")
    assert list(taken.of("item")) == ["I1", "I2", "I3"]
    assert (taken.problems, taken.raw_rows) == ((), ())


@pytest.mark.parametrize(
    ("first", "last"), [("2022", "2023"), ("2022-10", "2022"), ("2022", ""), ("2022/", "2021/")]
)
def test_dates_that_can_be_in_order_are_taken_over(first: str, last: str, take: Take) -> None:
    taken = take(events=f"id,from,to\nE1,{first},{last}\n")
    assert taken.problems == ()
    assert taken.of("recovery")["E1"].from_ is not None


def test_problems_stand_file_by_file_in_the_order_of_their_rows(take: Take) -> None:
    rows = "C1,I9,,Board\nC2,I1,C2,\nC3,I8,,Board\n"
    taken = take(components="id,item,parent,label\n" + rows, systems="id,name,colour\n")
    assert [(file, row) for _, file, row, _ in taken.found()] == [
        ("systems.csv", 1),
        ("components.csv", 2),
        ("components.csv", 3),
        ("components.csv", 4),
    ]


def test_a_raw_row_of_the_case_file_names_its_keys_and_a_raw_row_ends_with_its_last_cell(take: Take) -> None:
    taken = take({"case.toml": CASE + 'as_of = "soon"\nx = ""\n'}, items=HEAD + "I1,,item,unknown,,\n")
    assert [each.cells for each in taken.raw_rows] == [
        ("id=case-1", "title=A case", "question=Who made it?", "as_of=soon"),
        ("I1", "", "item", "unknown"),
    ]


def test_the_first_row_with_an_id_wins_and_the_second_names_it(take: Take) -> None:
    taken = take(items=ITEMS + "I1,Another,item,unknown\n")
    assert isinstance(item := taken.of("item")["I1"], Item)
    assert item.label == "Item one"
    assert "row 2" in taken.problems[0].do
    assert [each.row for each in taken.raw_rows] == [4]


def test_a_broken_reference_stays_as_it_was_written(take: Take) -> None:
    taken = take(components="id,item,label\nC1,I9,Board\n")
    assert taken.of("component")["C1"] == Component(case="case-1", id="C1", item="I9", label="Board")
    assert taken.raw_rows == ()


def test_a_part_may_be_named_before_its_whole(take: Take) -> None:
    taken = take(components="id,item,parent,label\nC2,I1,C1,Chip\nC1,I1,,Board\n")
    assert taken.problems == ()


def test_a_long_chain_of_parts_is_no_circle(take: Take) -> None:
    chain = "".join(f"C{n},I1,{f'C{n + 1}' if n < 5000 else ''},part\n" for n in range(5001))
    assert take(components="id,item,parent,label\n" + chain).problems == ()


def test_a_circle_is_named_once_however_many_hang_on_it(take: Take) -> None:
    rows = "C1,I1,C2,a\nC2,I1,C1,b\nC3,I1,C1,c\nC4,I1,C3,d\n"
    taken = take(components="id,item,parent,label\n" + rows)
    assert [(each.code, each.row) for each in taken.problems] == [("cycle", 2)]


def test_a_row_that_was_refused_is_named_where_another_points_to_it(take: Take) -> None:
    taken = take(items=ITEMS + "I3,,item,unknown\n", components="id,item,label\nC1,I3,Board\n")
    (broken,) = [each for each in taken.problems if each.code == "broken_reference"]
    assert "not taken over" in broken.do


def test_an_id_of_another_case_is_looked_up_where_it_lives(take: Take) -> None:
    asked = []

    def known(case: str, sheet: str, id_: str) -> bool:
        asked.append((case, sheet, id_))
        return True

    taken = take(components="id,item,label\nC1,other:I7,Board\n", known_elsewhere=known)
    assert asked == [("other", "items", "I7")]
    assert taken.problems == ()


def test_an_id_may_be_written_with_its_own_case(take: Take) -> None:
    assert take(components="id,item,label\nC1,case-1:I1,Board\n").problems == ()
    assert take(components="id,item,label\nC1,case-1:I9,Board\n").problems[0].code == "broken_reference"


JUDGED = "id,subject,kind,decision,reason,by,at\nJ1,{},bears_on,{},r,a,2024\n"
CLAIM = "id,speaker,polarity,action,paraphrase\nQ1,a,assert,USE,c\n"


@pytest.mark.parametrize(
    ("subject", "decision", "kept"),
    [
        ("Q1~I1", "supports", "Q1~I1"),
        ("case-1:Q1 ~ case-1:I1", "Undermines, as far as it goes", "Q1~I1"),
        ("Q1~C1", "no", "Q1~C1"),
        ("Q1~I1", "unclear", "Q1~I1"),
    ],
)
def test_a_judgement_on_what_a_finding_says_of_a_claim_names_both(
    subject: str, decision: str, kept: str, take: Take
) -> None:
    taken = take(components=COMPONENTS, claims=CLAIM, judgements=JUDGED.format(subject, f'"{decision}"'))
    assert taken.problems == ()
    assert taken.of("judgement")["J1"].subject == kept


def test_a_claim_that_was_accepted_at_the_bench_counts_as_known(take: Take) -> None:
    asked = []

    def known(case: str, sheet: str, id_: str) -> bool:
        asked.append((case, sheet, id_))
        return id_ == "A1"

    judged = JUDGED.format("A1~I1", "supports")
    assert take(judgements=judged, known_elsewhere=known).problems == ()
    assert asked == [("case-1", "claims", "A1")]


@pytest.mark.parametrize(
    ("value", "is_fine"), [("carbon", True), ("NOT_VISIBLE", True), ("ABSENT", True), ("STEEL", False)]
)
def test_a_value_is_a_declared_level_or_a_statement_in_capitals(
    value: str, is_fine: bool, take: Take
) -> None:
    taken = take(features=FEATURES, observations=f"id,item,feature,value\nO1,I1,skin,{value}\n")
    assert isinstance(observation := taken.of("observation")["O1"], Observation)
    assert observation.value == value
    assert (taken.problems == ()) == is_fine


def test_a_marking_is_kept_letter_for_letter(take: Take) -> None:
    text = "=М214 | ?Ы-1276|@ +7 -1"
    taken = take(components=COMPONENTS, markings=f"id,component,text\nM1,C1,{text}\n")
    assert isinstance(marking := taken.of("marking")["M1"], Marking)
    assert marking.text == text


def test_levels_are_written_between_bars(take: Take) -> None:
    assert isinstance(feature := take(features=FEATURES).of("feature")["skin"], Feature)
    assert feature.levels == ("carbon", "glass")


def test_hypotheses_are_read_from_the_case_file_line_by_line(take: Take) -> None:
    accounts = (
        '[[hypotheses]]\nid="A"\nwords="w"\nexclusive_with="B"\ndraws={design="RU", source="V:IR"}\n\n'
        '[[hypotheses]]\nid="B"\nwords="v"\n'
    )
    taken = take({"case.toml": CASE + accounts})
    assert [(each.row.id, each.spreadsheet_row) for each in taken.placed[1:3]] == [("A", 4), ("B", 10)]
    hypothesis = taken.of("hypothesis")["A"]
    assert (hypothesis.exclusive_with, hypothesis.draws) == (
        ("B",),
        {"design": "RU", "source": "V:IR"},
    )
    assert taken.problems == ()


def test_tables_for_trade_files_are_not_called_unread(take: Take) -> None:
    taken = take({"case.toml": CASE + '[mappings.a]\ndate = "DATE"\n[shipments]\nx = 1\n'})
    assert taken.problems == ()


def test_a_case_without_a_title_is_called_by_its_id(take: Take) -> None:
    taken = take({"case.toml": 'id = "case-1"\nquestion = "q"\n'})
    assert taken.of("case")["case-1"].title == "case-1"
    assert [each.code for each in taken.problems] == ["missing_value"]


@pytest.mark.parametrize(
    "case",
    [
        "",
        'title = "t"\n',
        'id = ""\n',
        'id = "a/b"\n',
        'id = "../a"\n',
        'id = "a:b"\n',
        "id = [\n",
        "x" * 9,
        'id = " "\n',
        "[" * 9000,
        f"id = {'9' * 5000}\n",
        'id = "-rf"\n',
        'id = ".hidden"\n',
        'id = "a."\n',
        'id = "CON"\n',
        'id = "aux.txt"\n',
    ],
)
def test_a_case_that_cannot_be_told_is_a_wrong_call_that_names_the_file(case: str, take: Take) -> None:
    with pytest.raises(WrongCall, match=r"case\.toml"):
        take({"case.toml": case})


def test_a_folder_without_a_case_is_a_wrong_call() -> None:
    with pytest.raises(WrongCall, match=r"no case\.toml"):
        take_in(Submission("folder", sheets={"items.csv": ITEMS.encode()}))


def test_items_that_are_missing_are_named(take: Take) -> None:
    intake = take_in(Submission("case", sheets={"case.toml": CASE.encode()}))
    assert [each.row.kind for each in intake.rows] == ["case"]
    assert [(each.code, each.file) for each in intake.problems] == [("missing_file", "items.csv")]


def test_what_was_wrong_is_not_told_before_everything_is_read() -> None:
    intake = take_in(Submission("case", sheets={"case.toml": CASE.encode(), "items.csv": ITEMS.encode()}))
    for early in (lambda: intake.problems, lambda: intake.raw_rows, lambda: next(intake.files())):
        with pytest.raises(ValueError, match="case-1"):
            early()


def photographed(photographs: str, *names: str) -> dict[str, str | None]:
    sheets = {
        "case.toml": CASE.encode(),
        "items.csv": ITEMS.encode(),
        "photographs.csv": photographs.encode(),
    }
    files = tuple(SubmittedFile(name, 1, lambda: iter((b"x",))) for name in names)
    intake = take_in(Submission("case", files=files, sheets=sheets))
    assert [each.row for each in intake.rows]
    assert intake.problems == ()
    return {kept.file.id: kept.file.release for kept in intake.files()}


def test_a_file_is_as_restricted_as_the_strictest_row_that_names_it() -> None:
    rows = "id,file,release\nP1,photos/a.jpg,public\nP2,photos/a.jpg,partner\nP3,b.jpg,public\nP4,c.jpg,\n"
    names = ("photos/a.jpg", "photos/b.jpg", "photos/c.jpg", "documents/d.pdf")
    assert photographed(rows, *names) == {
        "photos/a.jpg": "partner",
        "photos/b.jpg": "public",
        "photos/c.jpg": "team",
        "documents/d.pdf": "sealed",
    }


def test_a_photograph_is_found_however_its_name_is_composed() -> None:
    assert photographed("id,file,release\nP1,photos/cafe\u0301.jpg,public\n", "photos/café.jpg") == {
        "photos/café.jpg": "public"
    }


def test_a_file_carries_the_hash_of_its_bytes() -> None:
    file = SubmittedFile("documents/a.txt", 3, lambda: iter((b"a", b"bc")))
    intake = take_in(Submission("case", files=(file,), sheets={"case.toml": CASE.encode()}))
    assert list(intake.rows)
    (kept,) = intake.files()
    assert (
        kept.file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )  # FIPS 180-4, "abc"
    assert (kept.file.size, kept.read(), kept.file.media_type) == (3, b"abc", "text/plain")
