# ruff: noqa: E501
"""One line for each thing that can be wrong with a case folder: what was written, and where the problem is."""

from typing import NamedTuple

import pytest

from sherd.model.problems import CODES

from .conftest import CASE, COMPONENTS, FEATURES, ITEMS, Take


class Wrong(NamedTuple):
    """Sheets with one fault, the problem expected as (code, file, row, column), and whether a row stays raw."""

    sheets: dict[str, str | bytes]
    code: str
    file: str
    row: int | None
    column: str
    raw: bool = False


ITEM = "id,label,role,custody_status"
PHOTO = "id,file\n"
JUDGED = "id,subject,kind,decision,reason,by,at\n"
CLAIM = "id,speaker,polarity,action,paraphrase\nQ1,a,assert,USE,c\n"

WRONG = {
    "an unread column": Wrong({"items.csv": f"{ITEM},colour\nI1,a,item,unknown,red\n"}, "unread_column", "items.csv", 1, "colour", True),
    "an unread column that is empty": Wrong({"items.csv": f"{ITEM},colour\nI1,a,item,unknown,\n"}, "unread_column", "items.csv", 1, "colour"),
    "a cell under no heading": Wrong({"items.csv": f"{ITEM},\nI1,a,item,unknown,red\n"}, "unread_column", "items.csv", 2, "E", True),
    "a sheet that is not of a case": Wrong({"notes.csv": "a,b\n"}, "unread_sheet", "notes.csv", None, ""),
    "an unread key": Wrong({"case.toml": CASE + 'colour = "red"\n'}, "unread_key", "case.toml", 4, "colour", True),
    "an unread key of a hypothesis": Wrong({"case.toml": CASE + '[[hypotheses]]\nid="A"\nwords="w"\nlevl="line"\n'}, "unread_key", "case.toml", 4, "levl", True),
    "hypotheses that are not tables": Wrong({"case.toml": CASE + 'hypotheses = "A"\n'}, "unread_key", "case.toml", None, "hypotheses"),
    "a case without a question": Wrong({"case.toml": 'id = "case-1"\ntitle = "t"\n'}, "missing_value", "case.toml", None, "question"),
    "a required column left out": Wrong({"items.csv": "id,role,custody_status\nI1,item,unknown\n"}, "missing_column", "items.csv", 1, "label", True),
    "a required cell left empty": Wrong({"items.csv": f"{ITEM}\nI1, ,item,unknown\n"}, "missing_value", "items.csv", 2, "label", True),
    "a word that is not allowed": Wrong({"events.csv": "id,kind\nE1,crash\n"}, "unknown_word", "events.csv", 2, "kind", True),
    "a word that is not allowed where one is required": Wrong({"items.csv": f"{ITEM}\nI1,a,Item,unknown\n"}, "unknown_word", "items.csv", 2, "role", True),
    "a count that is no number": Wrong({"components.csv": "id,item,label,count\nC1,I1,Board,two\n"}, "not_a_number", "components.csv", 2, "count", True),
    "a spread with a decimal comma": Wrong({"features.csv": FEATURES.replace("link", "sd_within,link").replace("glass,", 'glass,"0,5",')}, "not_a_number", "features.csv", 2, "sd_within", True),
    "a length that is no number": Wrong({"features.csv": "feature,group,kind,link,decided\nspan,b,number,design,2024\n", "observations.csv": "id,item,feature,value\nO1,I1,span,long\n"}, "not_a_number", "observations.csv", 2, "value"),
    "a day that is not in the calendar": Wrong({"items.csv": f"{ITEM},documented_at\nI1,a,item,unknown,2023-02-30\n"}, "not_a_date", "items.csv", 2, "documented_at", True),
    "a week at the end of time": Wrong({"items.csv": f"{ITEM},documented_at\nI1,a,item,unknown,9999-W52\n"}, "not_a_date", "items.csv", 2, "documented_at", True),
    "a moment without its offset": Wrong({"custody.csv": "id,item,at\nK1,I1,2023-08-10T09:30\n"}, "not_a_date", "custody.csv", 2, "at", True),
    "neither yes nor no": Wrong({"items.csv": f"{ITEM},label_independent\nI1,a,item,unknown,maybe\n"}, "not_yes_or_no", "items.csv", 2, "label_independent", True),
    "an item that is not there": Wrong({"components.csv": "id,item,label\nC1,I9,Board\n"}, "broken_reference", "components.csv", 2, "item"),
    "an account that excludes nobody": Wrong({"case.toml": CASE + '[[hypotheses]]\nid="A"\nwords="w"\nexclusive_with=["B"]\n'}, "broken_reference", "case.toml", 4, "exclusive_with"),
    "an item of a case that is not in the store": Wrong({"components.csv": "id,item,label\nC1,other:I1,Board\n"}, "wrong_case", "components.csv", 2, "item"),
    "an id given twice": Wrong({"items.csv": f"{ITEM}\nI1,a,item,unknown\nI1,b,item,unknown\n"}, "duplicate_id", "items.csv", 3, "id", True),
    "a heading given twice": Wrong({"items.csv": f"{ITEM},Label\nI1,a,item,unknown,b\n"}, "duplicate_column", "items.csv", 1, "label", True),
    "a row too long": Wrong({"items.csv": f"{ITEM}\nI1,a,item,unknown,b\n"}, "row_width", "items.csv", 2, "", True),
    "a row too short": Wrong({"items.csv": f"{ITEM}\nI1,a,item\n"}, "row_width", "items.csv", 2, "", True),
    "a quotation mark left open": Wrong({"items.csv": f'{ITEM}\nI1,"a,item,unknown\nI2,b,item,unknown\n'}, "unclosed_quote", "items.csv", 2, "", True),
    "letters after a closing quotation mark": Wrong({"items.csv": f'{ITEM}\nI1,"a"b,item,unknown\n'}, "unclosed_quote", "items.csv", 2, "", True),
    "an end before its beginning": Wrong({"events.csv": "id,from,to\nE1,2023,2022-12\n"}, "invalid_row", "events.csv", 2, "from", True),
    "a claim made before it was made": Wrong({"claims.csv": "id,speaker,polarity,action,paraphrase,said_from,said_to\nQ1,a,assert,USE,c,2023-02,2023-01\n"}, "invalid_row", "claims.csv", 2, "said_from", True),
    "an action that the ledger does not know": Wrong({"claims.csv": "id,speaker,polarity,action,paraphrase\nQ1,a,assert,SUPLY,c\n"}, "unknown_word", "claims.csv", 2, "action"),
    "an event that ends before it begins": Wrong({"claims.csv": "id,speaker,polarity,action,paraphrase,event_from,event_to\nQ1,a,assert,USE,c,2023-02,2023-01\n"}, "invalid_row", "claims.csv", 2, "event_from", True),
    "a transfer that ends before it begins": Wrong({"transfers.csv": "id,from,to,proof\nT1,2023,2022,asserted\n"}, "invalid_row", "transfers.csv", 2, "from", True),
    "an interval written backwards": Wrong({"events.csv": "id,from\nE1,2023/2022\n"}, "invalid_row", "events.csv", 2, "from", True),
    "bytes that are not UTF-8": Wrong({"items.csv": f"{ITEM},serial\nI1,a,item,unknown,".encode() + b"\xcc214\n"}, "not_decodable", "items.csv", 2, "serial", True),
    "a NUL in a cell": Wrong({"items.csv": f"{ITEM},serial\nI1,a,item,unknown,M\x00214\n"}, "control_character", "items.csv", 2, "serial", True),
    "a part number turned into a power of ten": Wrong({"components.csv": "id,item,label,part_as_published\nC1,I1,Board,4.3E+08\n"}, "mangled_number", "components.csv", 2, "part_as_published"),
    "a part number turned into a day": Wrong({"components.csv": "id,item,label,part_as_published\nC1,I1,Board,1-Mar\n"}, "mangled_number", "components.csv", 2, "part_as_published"),
    "a photograph that is not there": Wrong({"photographs.csv": PHOTO + "P1,photos/1.jpg\n"}, "missing_file", "photographs.csv", 2, "file"),
    "a receipt that is not there": Wrong({"custody.csv": "id,item,document\nK1,I1,documents/receipt.pdf\n"}, "missing_file", "custody.csv", 2, "document"),
    "a laboratory report that is not there": Wrong({"samples.csv": "id,item,report\nX1,I1,documents/report.pdf\n"}, "missing_file", "samples.csv", 2, "report"),
    "a photograph outside the folder": Wrong({"photographs.csv": PHOTO + "P1,../1.jpg\n"}, "unsafe_path", "photographs.csv", 2, "file", True),
    "a photograph by its absolute path": Wrong({"photographs.csv": PHOTO + "P1,C:\\photos\\1.jpg\n"}, "unsafe_path", "photographs.csv", 2, "file", True),
    "a board that is its own parent": Wrong({"components.csv": "id,item,parent,label\nC1,I1,C1,Board\n"}, "cycle", "components.csv", 2, "parent"),
    "two boards on each other": Wrong({"components.csv": "id,item,parent,label\nC1,I1,C2,Board\nC2,I1,C1,Board\n"}, "cycle", "components.csv", 2, "parent"),
    "shares of a level that was not declared": Wrong({"features.csv": FEATURES, "observations.csv": "id,item,feature,value\nO1,I1,skin,carbon:0.5|steel:0.5\n"}, "level_not_declared", "observations.csv", 2, "value"),
    "shares that do not add up": Wrong({"features.csv": FEATURES, "observations.csv": "id,item,feature,value\nO1,I1,skin,carbon:0.5|glass:0.1\n"}, "level_not_declared", "observations.csv", 2, "value"),
    "a composite of a feature that is not there": Wrong({"features.csv": FEATURES + "shell,body,composite,skin|core,design,2024\n"}, "broken_reference", "features.csv", 3, "levels"),
    "a label inferred from a feature that is not there": Wrong({"items.csv": f"{ITEM},label_from\nI1,a,reference,unknown,skin\n"}, "broken_reference", "items.csv", 2, "label_from"),
    "a tax number with a wrong check digit": Wrong({"parties.csv": "id,name,identifiers\nP1,a,INN 7707083894\n"}, "identifier_check", "parties.csv", 2, "identifiers"),
    "a number of no register": Wrong({"parties.csv": "id,name,identifiers\nP1,a,4711\n"}, "identifier_unnamed", "parties.csv", 2, "identifiers"),
    "a script that the name is not in": Wrong({"parties.csv": "id,name,script\nP1,Прогресс,Latn\n"}, "invalid_row", "parties.csv", 2, "script"),
    "a transliteration that is none": Wrong({"parties.csv": "id,name,transliteration,transliterated_by\nP1,Прогресс,Прогресс,A\n"}, "invalid_row", "parties.csv", 2, "transliteration"),
    "a transliteration by nobody": Wrong({"parties.csv": "id,name,transliteration\nP1,Прогресс,Progress\n"}, "missing_value", "parties.csv", 2, "transliterated_by"),
    "a state without its country": Wrong({"parties.csv": "id,name,kind\nP1,Iran,state\n"}, "missing_value", "parties.csv", 2, "country"),
    "an owner of itself": Wrong({"parties.csv": "id,name\nP1,a\n", "ties.csv": "id,party,relation,of,proof\nT1,P1,owner,P1,asserted\n"}, "invalid_row", "ties.csv", 2, "of"),
    "a share of more than the whole": Wrong({"parties.csv": "id,name\nP1,a\nP2,b\n", "ties.csv": "id,party,relation,of,share,proof\nT1,P1,owner,P2,120,asserted\n"}, "invalid_row", "ties.csv", 2, "share", True),
    "a tie that ends before it begins": Wrong({"parties.csv": "id,name\nP1,a\nP2,b\n", "ties.csv": "id,party,relation,of,from,to,proof\nT1,P1,owner,P2,2023,2022,asserted\n"}, "invalid_row", "ties.csv", 2, "from", True),
    "a region that is none": Wrong({"markings.csv": "id,item,text,region\nM1,I1,a,top left\n"}, "invalid_row", "markings.csv", 2, "region"),
    "a region of no photograph": Wrong({"markings.csv": 'id,item,text,region\nM1,I1,a,"1,2,3,4"\n'}, "missing_value", "markings.csv", 2, "photo"),
    "a judgement on a claim that is not there": Wrong({"judgements.csv": JUDGED + "J1,C9~I1,bears_on,supports,r,a,2024\n"}, "broken_reference", "judgements.csv", 2, "subject"),
    "a judgement on a find that is not there": Wrong({"claims.csv": CLAIM, "judgements.csv": JUDGED + "J1,Q1~I9,bears_on,supports,r,a,2024\n"}, "broken_reference", "judgements.csv", 2, "subject"),
    "a judgement on a find of another case": Wrong({"claims.csv": CLAIM, "judgements.csv": JUDGED + "J1,Q1~other:I1,bears_on,supports,r,a,2024\n"}, "wrong_case", "judgements.csv", 2, "subject"),
    "a judgement that names no find": Wrong({"claims.csv": CLAIM, "judgements.csv": JUDGED + "J1,Q1,bears_on,supports,r,a,2024\n"}, "invalid_row", "judgements.csv", 2, "subject"),
    "a judgement that decides nothing": Wrong({"claims.csv": CLAIM, "judgements.csv": JUDGED + "J1,Q1~I1,bears_on,supports nothing,r,a,2024\n"}, "unknown_word", "judgements.csv", 2, "decision"),
    "a level that was not declared": Wrong({"features.csv": FEATURES, "observations.csv": "id,item,feature,value\nO1,I1,skin,steel\n"}, "level_not_declared", "observations.csv", 2, "value"),
}  # fmt: skip

ELSEWHERE = {
    "unread_schema": "tests/record/test_ftm.py",
    "unread_property": "tests/record/test_ftm.py",
    "no_schema": "tests/publish/test_ftm.py",
    "unreadable_file": "tests/readers/test_folder.py",
    "formula": "tests/readers/test_workbook.py",
    "merged_cells": "tests/readers/test_workbook.py",
    "hidden_sheet": "tests/readers/test_workbook.py",
    "external_link": "tests/readers/test_workbook.py",
    "missing_glyph": "rendering",
    "ambiguous_heading": "tests/identify/test_catalogue_columns.py",
    "label_field": "tests/identify/test_labels.py",
    "label_format": "tests/identify/test_labels.py",
    "label_identifier": "tests/identify/test_labels.py",
    "model_failed": "tests/services/test_model_claims.py",
    "not_a_part_number": "tests/sources/test_catalogue_forms.py",
    "open_quotation": "tests/claims/test_left_open.py",
    "unspoken_denial": "tests/claims/test_headings.py",
    "instruction_in_text": "tests/claims/test_instructions.py",
    "unread_language": "tests/services/test_languages_of_articles.py",
    "unread_page": "tests/readers/test_pdf.py",
    "right_to_left": "tests/readers/test_pdf.py",
    "unsearchable_part": "tests/cli/test_trace_scan_verb.py",
    "whole_serials": "tests/cli/test_publish_verb.py",
    **dict.fromkeys(
        ("transposed_conditional", "type_as_origin", "above_level", "hedge_lost", "attribution_lost"),
        "tests/publish/test_wording_rules.py",
    ),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_fault_is_named_with_its_place_and_nothing_else_is(wrong: Wrong, take: Take) -> None:
    sheets = {"components.csv": COMPONENTS, **wrong.sheets}
    named_first = take(sheets, files=tuple(sheets)).found()
    assert (wrong.code, wrong.file, wrong.row, wrong.column) in named_first
    assert len(named_first) == 1 or _follows(wrong, named_first)


def _follows(wrong: Wrong, found: list[tuple[str, str, int | None, str]]) -> bool:
    """Further problems are of rows that were refused: what refers to them leads nowhere."""
    return all(code == "broken_reference" for code, *_ in found if code != wrong.code)


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_row_of_which_a_cell_was_left_out_is_kept_raw(wrong: Wrong, take: Take) -> None:
    raw = {each.file for each in take(wrong.sheets).raw_rows}
    assert (wrong.file in raw) == wrong.raw


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_problem_says_what_to_do_and_never_what_was_read(wrong: Wrong, take: Take) -> None:
    (problem,) = [
        each for each in take(wrong.sheets).problems if (each.code, each.file) == (wrong.code, wrong.file)
    ][:1]
    assert len(problem.do) > 5
    restricted = {"red", "crash", "maybe", "long", "steel", "I9", "other:I1", "2023-02-30", "M\\x00214"}
    assert not [word for word in restricted if word in problem.do.split()]


def test_every_code_has_a_fault_that_shows_it() -> None:
    assert sorted(set(CODES) - {wrong.code for wrong in WRONG.values()} - set(ELSEWHERE)) == []


def test_a_case_without_faults_has_no_problem(take: Take) -> None:
    taken = take(
        components=COMPONENTS, features=FEATURES, observations="id,item,feature,value\nO1,I1,skin,carbon\n"
    )
    assert taken.problems == ()
    assert taken.raw_rows == ()
    assert {each.row.kind for each in taken.placed} == {"case", "item", "component", "feature", "observation"}


def test_the_other_rows_of_a_sheet_are_taken_over(take: Take) -> None:
    taken = take(items=ITEMS + "I3,,item,unknown\nI4,Item four,item,unknown\n")
    assert list(taken.of("item")) == ["I1", "I2", "I4"]


def test_items_left_out_are_named_and_the_rest_is_recorded(take: Take) -> None:
    taken = take({"items.csv": ""}, systems="id,name\nS1,Orlan\n")
    assert list(taken.of("system")) == ["S1"]
    assert taken.found() == [("missing_column", "items.csv", 1, "id")]
