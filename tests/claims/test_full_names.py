"""Names as newsrooms write them, each beside the one under which the source is kept."""

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

P = "said that Serbia had sold drones to Chad."
Q = "said that Kenya had bought rifles."

ROWS = """
Sir Iain Dunn {P} Sir Iain {Q} | Iain Dunn
Lord Kerr {P} | Lord Kerr
Abu Ahmed al-Kadi, a rebel commander, {P} | Abu Ahmed al-Kadi
Park Min-soo, Serbia's defence minister, {P} Park {Q} | Park Min-soo
Jan Vale, Orlo Motoren's chief executive, {P} | Jan Vale
Jan Vale (Orlo Motoren) {P} | Jan Vale
Orlo boss Jan Vale {P} | Jan Vale
Orlo Motoren (formerly Fell Pumpen) {P} | Orlo Motoren
Orlo Motoren AG, based in Linz, {P} The firm {Q} | Orlo Motoren
Orlo Motoren of Linz {P} | Orlo Motoren
The manufacturer, Orlo Motoren of Linz, {P} | Orlo Motoren
The Fell Brigade of Novi {P} | Fell Brigade of Novi
Another firm named in the report, Orlo Motoren, {P} | Orlo Motoren
Novi Lianhe Technology Co., Ltd. {P} Novi Lianhe {Q} | Novi Lianhe Technology
Russia's Volna Group {P} Volna {Q} | Volna Group
The Ministry of Ports of the Russian Federation {P} Russia's Ports Ministry {Q} | Russian Ministry of Ports
The Czech Port Information Service (BIS) {P} BIS {Q} | Czech Port Information Service
Ukraine's Defence Intelligence (HUR) {P} HUR {Q} | Ukrainian military intelligence
The Novi People's Front (NPF) {P} The NPF {Q} | Novi People's Front
Denmark's Port Intelligence Service {P} The intelligence service {Q} | Danish Port Intelligence Service
The EU Council {P} The Council of the European Union {Q} | Council of the European Union
The Serbian president's office {P} | Office of the President of Serbia
""".strip().splitlines()


@pytest.mark.parametrize("row", ROWS)
def test_a_source_is_kept_under_one_name_however_it_is_written(row: str) -> None:
    written, name = row.split(" | ")
    text = written.format(P=P, Q=Q)
    found = read(article_of(text))
    assert {each.source.name for each in found if each.source.kind != "narrator"} == {name}
