"""A dossier as one HTML file that asks the network for nothing and is whole without script.

Words reach the page through a template that escapes everything; the only markup taken as it is comes from
the chart drawer. A content security policy inside the file forbids scripts and any request.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape
from markupsafe import Markup, escape

from sherd.model.document import Document, Figure
from sherd.render.charts import svg
from sherd.render.glyphs import pieces, printable
from sherd.render.lower import Press, lower

TEMPLATES = Path(__file__).parent / "templates"
_SHAPE = {
    "text": lambda part: escape(part),
    "code": lambda part: Markup('<span class="cp">{}</span>').format(part),
    "line": lambda part: Markup("<br>"),
}


def render_html(document: Document) -> bytes:
    """The document as a self-contained HTML file in UTF-8; the same document gives the same bytes."""
    lowered = lower(document, Press(words=_words, plain=printable, draw=_draw))
    style = Markup((TEMPLATES / "dossier.css").read_text("utf-8"))
    return _template().render(document=lowered, style=style).encode("utf-8")


def _words(text: str) -> Markup:
    return Markup("").join(_SHAPE[kind](part) for kind, part in pieces(text))


def _draw(figure: Figure) -> Markup:
    """The chart as one picture with a name and a description; its parts are not read out one by one."""
    head, _, body = svg(figure.spec, figure.id).partition(">")
    name = f"{figure.id}-says"
    opening = f'{head} role="img" aria-labelledby="{name}" focusable="false"'
    return Markup(f'{opening}><title id="{name}">{escape(printable(figure.alt))}</title>{body}')


@cache
def _template() -> Template:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("dossier.html")
