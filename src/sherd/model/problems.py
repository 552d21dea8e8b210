"""What is wrong or missing in a record: said, placed, and never a reason to lose the rest.

A problem names the file, the row as a spreadsheet counts it (the header is row 1), the column, what was
read there, and what to do. To add one: a line in ``CODES``, a line in ``docs/problems.md``.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen, validators

CODES: Mapping[str, str] = {
    "unread_column": "a column that sherd does not read",
    "unread_sheet": "a sheet or file that sherd does not read",
    "unread_key": "a key of case.toml that sherd does not read",
    "missing_column": "a required column is not there",
    "missing_value": "a required cell is empty",
    "unknown_word": "a word that this column does not know",
    "not_a_number": "a number was expected",
    "not_a_date": "a date was expected",
    "not_yes_or_no": "yes or no was expected",
    "broken_reference": "an id that is not in the sheet it refers to",
    "duplicate_id": "an id that an earlier row already has",
    "duplicate_column": "a column heading that stands twice",
    "row_width": "a row with more or fewer cells than the header",
    "unclosed_quote": "a quotation mark that is not closed where its cell ends",
    "invalid_row": "a row whose values contradict each other",
    "not_decodable": "bytes that are not in the encoding",
    "control_character": "a character that cannot be shown or stored",
    "mangled_number": "a cell that a spreadsheet turned into a number or a date",
    "formula": "a live formula where a text was expected",
    "unsearchable_part": "a part number that cannot be told from other words in running text",
    "merged_cells": "merged cells, which leave all but one empty",
    "hidden_sheet": "a sheet that is hidden in the workbook, and was read",
    "external_link": "a link to another workbook, which is not followed",
    "missing_file": "a file that the record names is not in the folder",
    "unsafe_path": "a path that leaves the case folder",
    "unreadable_file": "a file that could not be read",
    "wrong_case": "an id that names another case which is not in the store",
    "cycle": "a part that would be part of itself",
    "model_failed": "a language model gave no answer that could be used",
    "open_quotation": "a quotation of a document that is never closed",
    "unspoken_denial": "a heading of a document that denies something and names nobody who does",
    "instruction_in_text": "words that bid whoever reads the document to say something",
    "unread_language": "a document in a language that sherd does not read",
    "unread_page": "a page of a document that holds no text that can be read",
    "right_to_left": "a PDF in a script that runs from right to left, whose words may stand in another order",
    "missing_glyph": "a character that no available font can print",
    "transposed_conditional": "a sentence that says how probable an account is, not the findings",
    "type_as_origin": "a type, a name or paint taken for an origin",
    "above_level": "a sentence that reaches above the level at which the accounts were phrased",
    "hedge_lost": "a paraphrase, or a headline, that drops a hedge",
    "attribution_lost": "a sentence that drops who says so",
    "level_not_declared": "a value that the feature table does not declare",
    "ambiguous_heading": "a heading that can stand for more than one thing",
    "not_a_part_number": "a cell that cannot be a part number",
    "identifier_check": "a number of a register whose check digits do not hold",
    "identifier_unnamed": "a number that does not say of which register it is",
    "unread_schema": "an entity of a schema that sherd does not read",
    "unread_property": "a property that the schema of its entity does not have",
    "whole_serials": "whole serials in signed events, where the dossier withholds their last digits",
    "no_schema": "rows that the format has no schema for",
    "label_format": "a label code that is not in the format of the trade",
    "label_field": "a field of a label that cannot be read",
    "label_identifier": "a data identifier that sherd does not know",
}


@frozen
class Problem:
    """One thing wrong or missing, where it stands and what to do about it."""

    code: str = field(validator=validators.in_(CODES))
    file: str = ""
    row: int | None = None
    column: str = ""
    read: str = ""
    do: str = ""

    def __str__(self) -> str:
        where = ", ".join(
            part for part in (self.file, f"row {self.row}" if self.row else "", self.column) if part
        )
        read = f": read {self.read!r}" if self.read else ""
        return f"{where}: {CODES[self.code]}{read}. {self.do}".strip()
