"""Where what is said begins and ends: every passage in double brackets is read, and no other."""

import re
from pathlib import Path

import pytest
from tests.claims.texts import article_of

from sherd.claims.statements import read

OPENING = "The crates\n\nAna Vale is the spokeswoman of Kenya's foreign ministry.\n\n"


def passages(line: str) -> list[str]:
    text = OPENING + line
    found = read(article_of(text))
    told = (s for s in found if s.content.start >= len(OPENING) and s.level in {"core", "secondary"})
    return sorted(each.content.text.strip("“”") for each in told)


@pytest.mark.parametrize(
    "marked",
    [
        "The ministry announced the same evening that [[the crates had come from Benghazi]].",
        "Kenya has long denied [[arming the rebels]], who hold most of the north.",
        "Kenya denied [[shipping drones to Chad]], which lies a thousand kilometres away.",
        "Ana Vale noted that [[the serial numbers had been removed from one unit]], while [[the other "
        "carried a production date of 2023]].",
        "The institute found that [[the magnetron had been made in Taiwan]], whereas [[the gyroscope "
        "bore the label of a Swiss firm]].",
        "She said [[the unit appeared to be genuine]] but [[had been sold to a distributor in Macau]].",
        "The company said [[the chip was its own]] but [[had left its factory in 2019]].",
        "Kenya said [[12 drones had been downed and another nine were lost from radar]], meaning [[they"
        " were probably decoys]].",
        "Ana Vale said [[a trader in Cyprus had ordered 15,000 processors]], knowing [[they would be "
        "forwarded to Minsk]].",
        "The experts said [[three of the units had consecutive serial numbers]], which suggests that "
        "[[they were bought in a single batch]].",
        "The company confirmed that [[it had frozen deliveries to the trader]] after [[one of its "
        "sensors was found in a drone shot down over Chad]].",
        "[[Norway suspended exports of cameras to Chad in 2020]] after [[the sensors were found on "
        "drones used against villages]].",
        "The police said [[they had raided the office last week and seized computers]].",
        "The army said [[its gunners had tracked the aircraft and then lost it]].",
        "The report says [[the lenses had been taken from cameras and glued into place]].",
        "Ana Vale said [[the file arrived only in August and lacked serial numbers]].",
        "The firm said [[it had sold the pumps to a dealer in Macau]] and [[had pulled out of the "
        "market in 2023]].",
        "The firm said [[it does not sell to armies]] and [[has closed its office in Minsk]].",
        "Seoul puts [[the number of containers at roughly 7,000]].",
        "The air force put [[the interception rate at above 80 per cent]].",
        "An engineer at the plant put [[monthly use at between 1,500 and 2,000 boards]].",
        "The institute estimates [[output at 200 drones a month]].",
        "She attributed [[the find to grey-market brokers]].",
        "The company ascribed [[the leak to a former employee]].",
        "Kenya undertook to [[publish the end-user certificates]].",
        "The minister offered to [[train Chadian crews]].",
        "The minister thanked [[Serbia for its technical assistance]].",
        "Ana Vale wants [[Canada to publish the permit]].",
        "The group recommends that [[manufacturers require distributors to record the identity of buyers]].",
        "It further recommends that [[manufacturers keep records for ten years]].",
        "The group nevertheless calls on [[states in the region to grant access to wreckage]].",
        "[[Norway sanctioned two shipping companies in May]] over what it said was [[their part in "
        "moving engines to Chad]].",
        "It has been ascertained that [[the importer of the bearings is a firm in Minsk]].",
        "It has been established that [[the gyroscope was made in Austria]].",
        "A source in the ministry, who asked not to be named, said [[the board had been retrieved from "
        "the mud]].",
        "Asked about the crates, the spokesman said [[they held spare parts for pumps]].",
        "Ana Vale ruled out [[any such consignment]] and advised [[reporters to stop writing fiction]].",
        "The ministry dismissed [[such statistics]] as “arithmetic for the gullible”.",
        "Chad's army, [[which itself flies Serbian drones]], blames [[Kenya]] outright.",
        "The official said [[11 of the entries appeared to be authentic]] and that [[he could not vouch"
        " for the rest]].",
        "The spokesman said [[no date had been set]] and that [[messages had been exchanged through Oman]].",
        "The group said [[it appears to be a derivative of a Serbian type]], though it stopped short of"
        " naming a manufacturer.",
        "[[The drones were built in Kenya]], according to Halm News, a broadcaster in Oslo, which cited"
        " a security official.",
        "“[[The numbers are real]],” Ana Vale said, “[[but a photograph does not tell you where it was "
        "taken]].”",
        "The trader says [[it deals in fish-farm equipment]] and [[has never done business with Chadians]].",
        "The spokesman said [[Chad had received shipments of the missile]] and [[would likely use them "
        "within weeks]].",
        "The embassy said [[Kenya had not armed either side]] and [[would not do so]].",
        "The prosecutor believes [[the parts travelled through Macau]].",
        "The bank warned him that [[the customer was owned by a Muscovite]].",
        "He was warned by the bank that [[the customer was owned by a Muscovite]].",
        "The minister said [[technicians had recovered 41 parts from the wreck]], which she said "
        "[[belonged to a Serbian drone]].",
        "Marek Lind, a lawyer, disagreed: [[closing the market, he told the paper, would punish honest "
        "exporters]].",
        "Ana Vale, who wants [[Canada to publish the permit]], is a lawyer.",
        "The group further urges [[states to publish their export records]].",
        "The embassy dismissed [[such figures]] as “arithmetic for fools”.",
        "The ministry blamed [[Kenya]] outright.",
        "Kenya has long denied [[arming the rebels]], who control most of the north including the "
        "capital, Arlit.",
        "“[[The bolts alone argue against it]],” Ana Vale said, adding that [[the engine resembled a "
        "Serbian one]].",
        "[[Some 79 of 126 drones were downed]], Chad's air force says; [[another 35 were lost from radar]].",
        "Kenya denied [[the latter]]: [[the nearest missile had come no closer than 30 km]], its army said.",
        "Rescuers found [[a tail section, two batteries and a camera]].",
        "[[They stopped short of concluding that Serbia had sent them]].",
        "The minister said [[the defence ties had a long history]] and [[predated the war by a decade]].",
        "“[[We have the engine, we have the wing, we have the tail]],” Ana Vale told a press conference.",
        "“[[It is whack-a-mole, but we have got faster at whacking]],” Ana Vale said.",
        "“[[We did not sell to Chad]], [[we did not sell to Niger]],” Ana Vale said.",
        "Ana Vale, who asked that we not use her name, said [[the audits had failed]].",
        "The commission said [[it had not authorised any transfer and had not been asked to]].",
        "The official said [[Riyadh had warned the navy about the boat two days before]].",
    ],
)
def test_a_passage_is_read_from_its_first_word_to_its_last(marked: str) -> None:
    wanted = sorted(re.findall(r"\[\[(.*?)\]\]", marked))
    assert passages(marked.replace("[[", "").replace("]]", "")) == wanted


def test_the_line_under_a_headline_is_part_of_it() -> None:
    text = (
        "Crates of parts found at the port\n\n"
        "Army says it shot down most of the drones over the lake, warns that more of them may come\n\n"
        "Kenya said it had sold 40 drones to Chad.\n"
    )
    found = read(article_of(text))
    body = {each.content.text for each in found if each.level in {"core", "secondary"}}
    assert body == {"it had sold 40 drones to Chad"}
    assert {each.level for each in found if each.content.start < text.index("Kenya")} == {"headline"}


LINES = (Path(__file__).parent / "what_is_one_claim.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("marked", [line for line in LINES if line and not line.startswith("#")])
def test_what_is_one_claim_is_read_once_and_whole(marked: str) -> None:
    assert passages(re.sub(r"\[\[|]]", "", marked)) == sorted(_marked(marked))


def _marked(line: str) -> list[str]:
    """The words between double brackets, which may stand inside each other."""
    found, opened = [], []
    bare = ""
    for piece in re.split(r"(\[\[|]])", line):
        if piece == "[[":
            opened.append(len(bare))
        elif piece == "]]":
            found.append(bare[opened.pop() :].strip("“”"))
        else:
            bare += piece
    return found


def test_what_stands_above_the_byline_is_no_statement_of_the_body() -> None:
    text = (
        "Inside a missile that missed\n\n"
        "The navy says that parts pulled from the sea came from a plant in Serbia.\n\n"
        "By Marek Lind\n\n"
        "The navy said on Monday that the motor was made in Novi.\n"
    )
    found = read(article_of(text))
    body = {each.content.text for each in found if each.level in {"core", "secondary"}}
    assert body == {"the motor was made in Novi"}
