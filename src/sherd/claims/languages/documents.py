"""Words that a document says: *the report says that P*, *P, it says in X*, where the verb is in the middle.

Whose the document is, is told behind it, before it (*in their report*) or by the subject of the sentence.
"""

from __future__ import annotations

from attrs import define

from sherd.claims.languages.frames import Said
from sherd.claims.languages.lines import COMMAS, Found
from sherd.claims.languages.people import Someone
from sherd.claims.languages.verdicts import Verdicts


@define
class Documents(Verdicts):
    """A sentence in which a document may speak."""

    def _written(self, hit: Found, end: int) -> None:
        """*the report says that P*; *P, it says in the document*."""
        line = self.line
        left_kind = hit.sense.kind == "written left"
        stop = self.who.end(hit.end, self.last)
        source = None if left_kind else self.who.read(hit.end, stop, "genitive")
        if left_kind:
            at = next((n for n in range(self.used, hit.start) if line.at(n, "document") is not None), None)
            source = self._issuer(at, hit)
        if next(line.every(0, hit.start + 1, "back"), None) is not None:
            if source is not None:
                self.found.append(
                    Said((hit.start, hit.end), self.cast.note(source), hit, "assert", back=True)
                )
                self.used = self.last
            return
        source = source or self.speaker
        if source is None:
            return
        source = self.cast.note(source)
        that = self._that(hit, self.last)
        speech = self.speech(self.used, self.last)
        self.subject_end = stop
        if that is not None:
            self._asserted((that, end), source, hit, "assert", self.chain)
        elif speech and speech[0][1] <= hit.start:
            for stretch in speech:
                self.quoted(stretch, source, hit, self.chain)
        elif (content := self._aside(hit, end)) is not None:
            self._asserted(content, source, hit, "assert", self.chain)
        self.used = end

    def _issuer(self, document: int | None, hit: Found) -> Someone | None:
        """Whose the document is: *in their report*, *in the report of X*, *X put out a text that says*."""
        line = self.line
        owner = line.at(document - 1, "pronoun") if document else None
        if document is not None and owner is not None:
            return self.speaker or self.who.read(document - 1, document)
        where = hit.end - hit.start > 1 and line.tokens[hit.start - 1].text in COMMAS
        told = self.opening() if where else None
        if told is not None or document is None:
            return told
        return self.who.read(document, self.who.end(document, hit.start))

    def _backwards(self, hit: Found) -> None:
        source, _ = self._subject(hit, self.last)
        if source is not None:
            source = self.cast.note(source)
            if self.relayed is not None:
                source = self.relayed
            self.found.append(Said((hit.start, hit.end), source, hit, hit.sense.meaning, back=True))
            self.used = self.last
