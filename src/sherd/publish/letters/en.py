"""Letters in English."""

from sherd.publish.letters.phrases import Phrases
from sherd.publish.phrases import FAIRNESS

PHRASES = Phrases(
    to="To",
    reference="Our reference",
    date="Date",
    sender="From",
    contact="Addressed to",
    due="Please answer by",
    no_date="no date set",
    about="What this is about",
    asked="What we ask",
    sheet="Answer sheet",
    what="What",
    value="Value",
    answer="Answer",
    why="Why we ask:",
    facts_title="What was documented",
    your_words="Your answer in your own words",
    signed="Name, office, date",
    fairness_title="Please note",
    fairness=FAIRNESS,
    subjects={
        "maker": "Enquiry about a part",
        "state": "Request to trace a weapon",
        "reply": "What is said of you, and your right to answer",
    },
    openings={
        "maker": "We documented the part described below in a recovered weapon, and ask for your help to "
        "learn by which road it came there.",
        "state": "We ask you to trace the weapon described below under the International Instrument to "
        "Identify and Trace Illicit Small Arms and Light Weapons.",
        "reply": "The following is to be published about you. We ask you to answer it; your answer will be "
        "printed beside it.",
    },
    voluntary={
        "maker": "Your answer is voluntary. Whatever you ask us to keep in confidence stays withheld.",
        "state": "The answer will be used only as stated above; restrictions that you set will be kept.",
        "reply": "Without an answer by the date above, the publication will say that you were asked.",
    },
    questions={
        "maker": (
            "Is this your product, and is the marking one that you use?",
            "When and where was it made, and in which lot?",
            "To whom was the lot sold first, when, and in what quantity?",
            "Do you know of its further sale, and of any report of loss, theft or copying?",
        ),
        "state": (
            "Was this weapon made in, or imported into, your territory, and when?",
            "Who was its last known lawful holder, and when did it leave your control?",
            "Was its export authorised, to whom, and for which end use?",
            "If you refuse or delay an answer: on which ground?",
        ),
        "reply": (
            "Is what is said right?",
            "What would you have the reader know?",
            "Which records support your answer?",
        ),
    },
    facts={
        "part": "Ordering code",
        "brand": "Brand as marked",
        "marking": "Marking, line by line",
        "made": "Made, as far as the marking tells",
        "picture": "Picture",
        "weapon": "Weapon",
        "serial": "Serial number and marks",
        "legal_basis": "Legal basis",
        "use": "Use of the answer",
        "illicit": "Held to be illicit because",
    },
    codings={
        "full": "Full answer",
        "partial": "Answer in part",
        "no_records": "No records found",
        "retention_expired": "Records no longer kept",
        "not_our_product": "Not our product",
        "refused": "Answer refused; ground:",
    },
)
