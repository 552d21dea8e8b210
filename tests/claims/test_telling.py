"""What an article tells in its own words goes into the record where a record could bear it out."""

from hashlib import sha256

import pytest

from sherd.claims.statements import read
from sherd.model.articles import Article
from sherd.model.statements import Statement

OPENING = "A headline about nothing in particular\n\nIt was a long day in the capital.\n\n"


def said(line: str) -> list[Statement]:
    text = OPENING + line
    found = read(Article(name="a.txt", sha256=sha256(text.encode()).hexdigest(), text=text))
    return [s for s in found if s.content.start >= len(OPENING) and s.level in {"core", "secondary"}]


@pytest.mark.parametrize(
    "line",
    [
        "Seven bear the trademark of Kaldera Optics.",
        "Most of the boards carry serial numbers that had been sanded away.",
        "The labels on two of them had been scraped off.",
        "The casing was stamped with the number 44-17.",
        'A sticker inside the housing reads "Made in Ostmark".',
        "The nameplate shows a date of manufacture of March 2024.",
        "Its gyroscope was made by Hallberg Instruments of Uppsala.",
        "It was probably assembled after June 2023.",
        "They were built in Tashkent in 2021.",
        "The servo closely resembles a model sold by Pegnitz Antriebe.",
        "The wiring differs from that of the earlier version in colour and gauge.",
        "The lot numbers match those on crates photographed in Benghazi.",
        "Three engines of the same type were found near Zaporizhzhia in May.",
        "Soldiers pulled a flight computer from the wreck of a glide bomb in Kupiansk.",
        "Police in Riga seized 14 crates of optical lenses.",
        "Divers recovered the warhead from the harbour at Constanta.",
        "Border guards stopped a lorry carrying 300 thermal sights at Medininkai.",
        "Kenya has never publicly admitted flying the Falco.",
        "Belgrade has not acknowledged selling the shells.",
        "No group has claimed responsibility for the attack.",
        "Hungary closed its border to the lorries on 3 March.",
        "Norway has banned the export of such fuses since 2015.",
        "The Netherlands imposed export controls on the pumps in January.",
        "The EU added the trader to its sanctions list in June.",
        "Washington blacklisted the bank last year.",
        "Tokyo halted sales of the lathes to Russia in April 2022.",
        "The Danish company stopped shipments to Belarus after the invasion.",
        "Seoul summoned the North Korean ambassador on Friday.",
        "Lisbon has taken the complaint to the Security Council.",
        "The firm bought 4,000 transceivers in 2023, more than any other importer in the region.",
        "Altai Import imported goods worth $41 million last year, according to nobody's books.",
        "The company exports bearings to 14 countries.",
        "The plane made 31 flights to Bosaso between May and July.",
        "The ship left Bandar Abbas on 2 May and docked at Hodeidah nine days later.",
        "Thirty-one crates were unloaded at Berbera in November.",
        "The drone crashed in a field near Ploiesti in the early hours of Tuesday.",
        "A missile hit a warehouse in Mykolaiv on Sunday, killing four people.",
        "Two people died when debris fell on a farm near Galati.",
        "Ukraine shot down 63 of 71 drones overnight.",
        "The strikes destroyed a fuel depot in Port Sudan.",
        "Paris is understood to be preparing new controls on servo motors.",
        "The camera is believed to be a copy of a Swiss model.",
        "The trader is thought to have supplied the plant until March.",
        "Vienna should suspend the licence.",
        "Manufacturers ought to publish the serial numbers of lost shipments.",
        "The Commission must close the loophole in the transit rules.",
        "The panel examined 61 fragments at a naval base.",
        "Experts geolocated the video to a road west of El Geneina.",
        "Engineers at the institute dismantled four motors in February.",
        "The team stopped short of naming the supplier.",
        "All those listed are subject to an asset freeze.",
        "The contract is worth €18 million.",
        "The regulation prohibits the sale of such cameras to Iran.",
        "Ostrava Servo makes pumps for milking machines.",
        "The parent company holds a 60% stake in the trader.",
        "The distributor's licence was revoked in August.",
        "Two directors of the firm were arrested in Hamburg in September.",
        "A court in Leipzig sentenced the broker to four years in prison.",
        "Prosecutors in Turin have opened an investigation into the sale.",
        "The engine's serial number had been filed away.",
        "Fragments laid out on the table included a nozzle, a pump and a valve stamped in Korean.",
        "The circuit board bore the date code 2310.",
        "Four of the nine chips were designed by Corvale of Austin.",
        "The name printed on it belonged to a company in Linz.",
        "It had been retrieved in April from a drone that came down outside Kosti.",
        "The remaining five have had their markings removed.",
        "The thermal battery carries a Cyrillic inscription.",
        "Iran showed a similar engine at an air show on Kish in 2022.",
        "The ministry published photographs of the wreckage on Monday.",
        "Customs records list 212 deliveries to the same address.",
        "Records show 19 shipments between January and June.",
        "The aircraft is registered to a company in Sharjah.",
        "The firm is owned by a former customs officer.",
        "The company was founded in 2022, four months after the invasion.",
        "Slovak customs stopped the consignment at Čierna nad Tisou.",
        "Poland has summoned the chargé d'affaires three times this year.",
        "Turkey has since tightened its rules on the transit of such goods.",
        "Georgia has recorded a tenfold rise in imports of bearings.",
        "The Houthis have fired more than 200 missiles at Israel since October.",
        "The group paraded a copy of the missile in Sanaa in September.",
        "North Korea has shipped 13,000 containers to Russia since 2023.",
        "The battery maker closed its office in Moscow in March 2022.",
        "The sensors ended up in Kazan within six weeks.",
        "The goods were reloaded in Mersin and sent on to Novorossiysk.",
        "A further nine carried Japanese brands.",
        "More than half were made after the sanctions came into force.",
        "The drone's engine was produced in Xiamen.",
        "The ammunition had been sold to Saudi Arabia in 2016.",
        "The missile flew 400 km before it fell into a reservoir.",
        "The UN has recorded 17 such transfers since 2019.",
        "Berlin approved the sale in 2020.",
        "Canada revoked the permit in the autumn.",
        "The committee has published no report since May.",
        "Moscow vetoed the renewal of the panel's mandate in March.",
    ],
)
def test_what_was_found_made_done_or_ruled_is_told_for_the_record(line: str) -> None:
    assert {each.source.name for each in said(line)} == {"article"}


@pytest.mark.parametrize(
    ("line", "wanted", "polarity"),
    [
        ("There is no suggestion that the firm broke the law.", "the firm broke the law", "deny"),
        ("There is no evidence to suggest that the firm knew of it.", "the firm knew of it", "deny"),
        ("It has been established that Serbia made the motor.", "Serbia made the motor", "assert"),
        ("It is worth recalling that Serbia banned such sales.", "Serbia banned such sales", "assert"),
        ("It has emerged that Serbia sold drones to Chad.", "Serbia sold drones to Chad", "assert"),
    ],
)
def test_what_a_frame_only_introduces_is_what_is_told(line: str, wanted: str, polarity: str) -> None:
    assert [(each.content.text, each.polarity) for each in said(line)] == [(wanted, polarity)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Chad's army, which flies Serbian drones, denied it.",
            "which flies Serbian drones",
        ),
        (
            "Lindau, whose motor turned up in three wrecks, denied it.",
            "whose motor turned up in three wrecks",
        ),
        (
            "Attention is due to the Zeta, which the enemy has turned into a missile.",
            "which the enemy has turned into a missile",
        ),
    ],
)
def test_what_is_told_of_a_part_by_the_way_is_told(line: str, wanted: str) -> None:
    assert wanted in {each.content.text for each in said(line)}


@pytest.mark.parametrize(
    "line",
    [
        "Ana Vale, who sits on the committee, shrugged.",
        "Chad, which shares a border with Niger, is watching.",
        "Ana Vale, whose son was in the house when it was struck, shrugged.",
    ],
)
def test_who_somebody_is_is_no_statement(line: str) -> None:
    assert said(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "The minister was unimpressed.",
        "He shrugged.",
        "She smiled at the question.",
        "Beijing sees it differently.",
        "Others are less sure.",
        "The stairwell smells of cabbage.",
        "A dog barked somewhere behind the warehouse.",
        "On the table lies a notebook.",
        "That may soon change.",
        "Not everyone is convinced.",
        "Nobody answered the door.",
        "The case is not unique.",
        "Its response has shifted over the years.",
        "Warsaw is watching.",
        "He lit a cigarette and looked out of the window.",
        "The story begins in a garage.",
        "The timing is awkward.",
        "What follows is an edited transcript.",
        "Here is what we know.",
        "That is hardly a surprise.",
        "The answer is complicated.",
        "Shares in Norlund were down 4% in Oslo.",
        "The stock closed 2.1% higher.",
        "Additional reporting by Anna Beck in Vienna.",
        "Anna Beck is a senior fellow at the Institute for Trade.",
        "Anna Beck covers defence from Vienna.",
        "She has covered the war since 2014.",
        "We visited the address in May.",
        "The newspaper visited the warehouse twice.",
        "A spokesman met our reporter at the gate.",
        "The officials spoke on condition of anonymity.",
        "They asked not to be named.",
        "The tea was cold.",
        "It was raining in Tallinn that morning.",
        "Residents remain on edge.",
        "The villagers have got used to the noise.",
        "The mood in Kyiv is grim.",
        "For her the legal argument means little.",
        "Both capitals waved the story away.",
        "The denial came within the hour.",
        "The comments came a day before a summit in Geneva.",
        "Ankara brushed the question aside.",
        "Tehran takes another view.",
        "Washington, too, has its doubts.",
        "The engineer poured himself a coffee.",
        "He keeps the fragments in shoeboxes.",
        "The mayor went further.",
        "An opposition lawmaker pushed back.",
        "His deputy agreed.",
        "The question is who paid.",
        "On paper the rules are strict.",
        "Quality remains a weakness.",
        "The system has holes.",
        "There is little room for doubt.",
        "How they got there is another matter.",
        "The numbers tell a different story.",
        "The ministry's line has not changed.",
        "This report presents the findings of three visits.",
        "The hearing continues.",
        "The trial is due to open in May.",
        "It was not clear who had launched it.",
        "It is a familiar pattern.",
        "The director closed the folder and stood up.",
        "Some experts urge caution.",
        "The Kremlin was more guarded.",
        "The war is in its third year.",
        "He wrapped the board in a towel and drove home.",
        "His office is lined with books.",
        "The town has one hotel.",
    ],
)
def test_how_a_room_looked_and_who_shrugged_is_not(line: str) -> None:
    assert said(line) == []
