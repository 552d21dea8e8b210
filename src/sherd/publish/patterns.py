# ruff: noqa: E501
"""The patterns by which the checker of wording knows its faults: one to a line, as long as it must be.

To add a word: put it into the list that it belongs to, and a sentence for and one against into
``tests/publish/test_wording_rules.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache


@cache
def turned() -> tuple[re.Pattern[str], ...]:
    """How the probability of an account is spoken of."""
    findings = (
        r"(?:the |these |those |such |any |all |each |a |an |what |seeing |finding |observing |at least )*"
        r"(?:findings?|evidence|observ\w+|results?|data|values?|marks?|match\w*|agreement|modules?|one|"
        r"planting|mixing|alter\w+|misread\w*|contamin\w+|was seen|is seen|chance)\b"
    )
    account = (
        r"(?:H\d+\w?|accounts?|hypothes[ie]s|theor(?:y|ies)|explanations?|versions?|attributions?|origin)"
    )
    likely = r"(?:probable|likely|unlikely|improbable|certain|plausible|credible)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b(?:probabilit(?:y|ies)|chances?|likelihood(?! ratio)|odds|certainty|confidence)\b"
            rf"(?: \w+){{0,2}}? (?:that|of|for)\b(?! {findings})[^.;]*?\b(?:{MADE}|{account}|{DEMONYM}|true|comes? from|came from)\b",
            rf"\b(?:be|is|are|am|feel) (?:\w+ )?(?:sure|confident|certain|satisfied) that (?!{findings})",
            rf"\bbeyond (?:any |all |reasonable )?doubt\b[^.;]{{0,60}}\b(?:{MADE}|{DEMONYM}|from)\b",
            rf"\b{account}\b[^.;:,]{{0,60}}?\b(?:is|are|was|were|seems?|becomes?|remains?)\b[^.;:,]{{0,40}}?"
            rf"(?:\b{likely}\b|\d ?%)",
            rf"\bit (?:is|was|seems)\b[^.;]{{0,60}}\b(?:{likely}|beyond (?:reasonable )?doubt)\b[^.;]{{0,30}}?"
            rf"\bthat (?!{findings})",
            rf"\b(?:{SURELY})\b,? (?:\w+ ){{0,3}}?(?:{MADE}|{DEMONYM}|from [A-Z]\w+|origin\w*)\b",
            rf"\b(?:{MADE})\b[^.;,]{{0,40}}\bwith (?:near |high |great |absolute )?(?:certainty|confidence|"
            r"probability)\b",
            r"\b\d+(?:[.,]\d+)? ?(?:%|per ?cent)[^.;]{0,20}\b(?:certain|sure|confident|likely|probable|probability|chance)"
            rf"\b(?: that| of)?(?! {findings})[^.;]{{0,60}}\b(?:{MADE}|{DEMONYM}|{account}|origin)\b",
            rf"\b(?:findings?|evidence|weights?|parts?|components?|match(?:es)?|markings?|analysis|examination|comparison|results?)\b"
            rf"[^.;]{{0,30}}\b(?:{PROVE})\b[^.;]{{0,60}}\b(?:is|was|were|are|came)\b[^.;]{{0,30}}"
            rf"\b(?:{MADE}|{DEMONYM}|true|from [A-Z]\w+)\b",
            rf"\b(?:{PROVE})\b (?:that )?(?:{account})\b",
            r"\b(?:odds|probabilit(?:y|ies)|chances?)\b[^.;]{0,40}\bin favou?r of\b",
            r"\b(?:probability|chance|likelihood(?! ratio)) of (?:being|coming|having (?:been|come))\b",
            rf"\b{account} (?:is|was|remains) the (?:likeliest|most convincing)\b|\blikeliest {account}\b",
            rf"\b{account} (?:wins|prevails|beats|is to be preferred)\b",
            rf"\b(?:it follows|this means|we may take it|it is clear|it is evident) that (?:it|this|the)\b[^.;]*?\b(?:{MADE}|{DEMONYM})\b",
            rf"\b(?:little|no|without) (?:doubt|question)\b[^.;]{{0,60}}\b(?:{MADE}|{DEMONYM}|product of|from)\b",
            r"\b(?:evidence|proof|findings?|case) (?:is|are) (?:conclusive|overwhelming|compelling|beyond dispute)\b",
            rf"\b(?:{MADE}|manufacture|origin|make)\b[^.;]{{0,40}}\bwith an? (?:likelihood|probability|certainty|confidence) of\b",
            rf"\b(?:suggest(?:s|ed)?|indicate[sd]?|impl(?:y|ies|ied)|(?:view|conclusion))\b that {account}\b[^.;]{{0,30}}\b(?:true|correct|right)\b",
            rf"\b{account}\b[^.;:,]{{0,40}}\b(?:proven|established|confirmed|disproved|disproven|refuted)\b",
            rf"\b{account}\b[^.;,]{{0,30}}\b(?:has|have|carries|with)\b[^.;,]{{0,25}}\b(?:probability|likelihood(?! ratio)|chance)\b",
            rf"\b(?:most|more|least|less) {likely} (?:explanation|account|hypothesis|origin|scenario|maker|manufacturer|source|country)\b",
            rf"\b(?:we|I) (?:conclude|find|establish|determine|are (?:convinced|satisfied))\b that (?:it|this|the)\b[^.;]*?\b(?:{MADE}|{DEMONYM})\b",
            rf"\b(?:must|can only) have (?:been (?:\w+ )?(?:{MADE})|come from)\b",
            rf"\bmakes?\b[^.;]{{0,20}}\b{account}\b[^.;]{{0,20}}\b(?:more|less|very|most) {likely}\b",
            rf"\b(?:is|was|are|were|been) (?:identified|confirmed|established|determined|recognised) (?:as|to be) (?:\w+ )?(?:{DEMONYM}|{MADE})\b",
        )
    )


DEMONYM = (
    "Iranian|Russian|Chinese|North Korean|Ukrainian|American|Israeli|Turkish|Belarusian|Syrian|Yemeni|"
    "Iraqi|Lebanese|Pakistani|Indian|British|French|German|Italian|Polish|Serbian|Saudi|Emirati|Egyptian"
)
MADE = "made|built|manufactured|produced|assembled|constructed|fabricated"
SURELY = (
    "probably|likely|certainly|undoubtedly|unquestionably|indisputably|presumably|definitely|surely|clearly|"
    "evidently|obviously|in all likelihood|in all probability|without doubt|no doubt"
)
PROVE = (
    "prove[sn]?|proved|establish(?:es|ed)?|confirm(?:s|ed)?|demonstrate[sd]?|show(?:s|ed|n)?|reveal(?:s|ed)?|"
    "means?|leaves? no doubt|(?:is|are) (?:the )?(?:proof|evidence) (?:of|that)|identif(?:y|ies|ied)"
)
WEAPON = (
    r"(?:\w+ ){0,2}?(?:drones?|UAVs?|UASs?|munitions?|missiles?|rockets?|weapons?|shells?|mines?|rifles?|"
    r"(?:Shahed|Geran|Mohajer|Orlan|Qasef|Kh)\b\S*|[A-Z][A-Za-z]*-\d+\w*)"
)
NAME = (
    "type|model|design|designation|name|paint|painted|painting|inscription|lettering|language|script|"
    r"Cyrillic|Farsi|Persian|Latin letters|nameplate|(?:Shahed|Geran|Mohajer|Orlan)\S*|[A-Z][a-z]+-\d+"
)
ORIGIN = rf"(?:{MADE}|of (?:\w+ )?origin|{DEMONYM}|from [A-Z]\w+|(?:production|manufacture|assembly) in)"
COUNTRY = "Iran|Russia|China|North Korea|Ukraine|Israel|Turkey|Belarus|Syria|Yemen|Iraq|Pakistan|India"
NATIONAL_TYPE = re.compile(
    rf"\b(?:(?:{DEMONYM})(?:[- ](?:made|built|produced|manufactured))?|(?:{COUNTRY})[’']s) "
    rf"(?!design|type|pattern|style|kit){WEAPON}"
)
BY_TYPE = (
    re.compile(
        rf"\b(?:Shahed|Geran|Mohajer|Orlan)\S*(?: \w+)? (?:is|are|was|were) (?:an? )?(?:{DEMONYM})\b(?!-d)"
    ),
    re.compile(
        rf"\b(?:[Pp]ainted|[Mm]arked|[Ll]abelled|[Bb]earing|[Nn]amed|[Dd]esignated)\b[^.;,]*,[^.;]*?\b{ORIGIN}\b"
    ),
    re.compile(
        rf"\b(?i:because|since|as|being|given that|considering)\b[^.;]{{0,80}}\b(?:{NAME})\b[^.;]*?\b{ORIGIN}\b"
    ),
    re.compile(rf"\b{ORIGIN}\b[^.;]*?\b(?:because|since|as it|given that)\b[^.;]{{0,80}}?\b(?:{NAME})\b"),
    re.compile(
        rf"\b(?:{NAME})\b[^.;]{{0,60}}\b(?:{PROVE}|indicate[sd]?|points? to|therefore|hence|thus|so|makes it|"
        rf"consequently)\b[^.;]{{0,60}}\b{ORIGIN}\b"
    ),
)

RUNGS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "same_production_line": (
        re.compile(r"\b(?:the same|one|a single) (?:production |assembly )?line\b"),
        re.compile(rf"\b(?:{MADE}) (?:on|in) (?:the )?(?:production )?(?:line|plant|factory)\b"),
    ),
    "same_manufacturer": (
        re.compile(r"\bthe same (?:maker|manufacturer|producer|factory owner)\b"),
        re.compile(rf"\b(?:{MADE}) by (?!hand\b|an? undocumented)"),
        re.compile(r"\bwork of (?:the )?(?:company|maker|manufacturer|firm)\b"),
        re.compile(r"\b(?:[Mm]aker|[Mm]anufacturer|[Pp]roducer)(?: of (?:the |this )?\w+)? (?:is|was) [A-Z]"),
        re.compile(rf"(?<![Ll]ine )\b(?!Line\b|If\b|Who\b|Nobody\b|Whoever\b)[A-Z][\w-]{{2,}}(?: [A-Z][\w-]+)* (?:{MADE}) (?:it|the|this|both|all|these)\b"),
    ),
    "origin_country": (
        re.compile(rf"\b(?:{MADE})(?: \w+)? (?:in|at) (?:the )?[A-Z]\w+"),
        re.compile(rf"\b(?:{DEMONYM})[- ](?:made|built|produced|manufactured|assembled|origin)\b"),
        re.compile(r"\b(?:originat\w+ (?:in|from)|came from|comes from) (?:the |an? )?[A-Z]\w+"),
        re.compile(rf"\b(?:[Ii]t|[Ii]tems?|drones?|UAVs?|weapons?|missiles?|munitions?|aircraft|wreck\w*) (?:is|are|was|were) (?:an? )?(?:{DEMONYM})\b(?!-d| design| type)"),
        re.compile(r"\b(?:country of (?:origin|manufacture)|origin of [^.;]{1,30}) (?:is|was) (?:the )?[A-Z]"),
    ),
    "supplier": (
        re.compile(r"\b(?:is|was|are|were) the suppliers?\b|\b[Ss]uppliers?(?: of [^.;]{1,30})? (?:is|was|are|were) (?:the )?[A-Z]"),
        re.compile(r"\b(?:obtain|receiv|acquir|procur|import|purchas)(?:ed|es|ing)\b[^.;]{0,40} from (?:the )?[A-Z]\w+|\b(?:bought|got)\b[^.;]{0,40} from (?:the )?[A-Z]\w+"),
        re.compile(r"\b[A-Z]\w+ (?:has |have |had )?(?:been )?(?:gave|given|sent|handed|provid(?:es|ed|ing)|arm(?:s|ed|ing)|equipp(?:ed|ing)|suppl(?:ies|ying)|deliver(?:s|ing)|sell(?:s|ing)|export(?:s|ing)) (?:\w+ ){0,3}?(?:to|with|for) "),
        re.compile(r"\b[A-Z]\w+ (?:gave|sent|handed) [A-Z]?\w+ "),
        re.compile(r"\b(?:reach(?:ed|es)|c[ao]me to) (?:the )?[A-Z]\w+ from (?:the )?[A-Z]\w+"),
        re.compile(r"\b(?:supplied|delivered|transferred|exported|shipped|sold|sent|furnished|provided)\b"
                   r"(?: \w+){0,5}? (?:by|to|from) (?:the )?[A-Z]\w+"),
        re.compile(r"\b[A-Z]\w+ (?:\w+ )?(?:supplied|delivered|transferred|exported|shipped|sold|furnished)\b"),
    ),
    "state_responsibility": (
        re.compile(r"\b(?:state|government|regime|authorities|maker|manufacturer|company|[A-Z]\w+) (?:is|was|are|were|bears?|has) "
                   r"(?:\w+ ){0,2}?(?:responsib|liab|complicit|guilt|to blame)\w*"),
        re.compile(r"\b(?:violat(?:es|ed|ion of|ing)|breach(?:es|ed|ing)|in (?:breach|violation) of)\b"),
        re.compile(r"\b(?:responsibility|complicity|guilt) of (?:the )?[A-Z]\w+"),
        re.compile(r"\b(?:government|state|ministry|regime|authorities)\b[^.;]{0,20}\b(?:authori[sz]ed|ordered|approved|directed|sanctioned)\b"),
        re.compile(r"\b(?:a|in|this) (?:\w+ )?(?:breach|violation|infringement) of\b|\bcontraven(?:es|ed|tion)\b"),
    ),
}  # fmt: skip
"""What is said at each rung of the ladder."""

END = re.compile(r"(?<=[.!?])[”\"»)]?\s+(?=[A-ZА-Я“\"«(0-9])")
SEGMENT = re.compile(r"[;—]| but | and yet ")
PARTS = re.compile(r"\b(?:parts?|components?|chips?|boards?|modules?|circuits?|connectors?)\b", re.IGNORECASE)
CLAUSE = re.compile(r"[;:—,]| but | and yet ")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|‘[^’]*’")
NOT = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|neither|nor|cannot|without|rather than|instead of|far from)\b|n't\b|n’t\b",
    re.IGNORECASE,
)
SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|suppos\w+|assum\w+|were it|who|accounts? (?:of|that|is)|hypothes[ie]s that|"
    r"against|between|compared with|beside|expected|question|ask(?:s|ed)?|tests?)\b",
    re.IGNORECASE,
)
ATTRIBUTED = re.compile(
    r"\b(?:said|says|saying|according to|told|claim(?:s|ed)?|alleg(?:es?|ed that)|report(?:s|ed)? (?:that|of|by|as)|"
    r"as published|publish\w*|call(?:s|ed)|assert\w*|denie[sd]|den(?:y|ying)|announc\w+|stat(?:es|ed|ing) that|"
    r"wrote|writes|testif\w+|accus\w+|in (?:his|her|its|their) (?:words|view))\b",
    re.IGNORECASE,
)
HEARSAY = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly)\b", re.IGNORECASE)
NO_DOUBT = re.compile(r"\b(?:no|without)(?: any)? (?:doubt|question)\b", re.IGNORECASE)
HEDGED = re.compile(
    r"\b(?:(?-i:may|May (?:be|have))|might|could|can be|possibl[ey]|perhaps|apparent(?:ly)?|reported(?:ly)?|alleged(?:ly)?|suspect\w*|"
    r"believe[sd]?|thought to|appear(?:s|ed)?|seem(?:s|ed)?|suggest\w*|indicat\w+|likely|unlikely|probabl[ey]|"
    r"assum\w+|if|whether|some|about|up to|almost|nearly|mostly|for the most part|hardly|typical\w*|not (?:certain|confirmed|shown|excluded)|unconfirmed|estimated?|expect\w*|"
    r"prepar\w+|would|should|plan\w*|intend\w*|potential\w*|presum\w+|purported\w*|claim\w*|cannot be excluded|"
    r"investigative lead|lead only|consistent with|hint\w*|rumou?r\w*|said to)\b",
    re.IGNORECASE,
)
PRIOR = re.compile(r"\bpriors?\b", re.IGNORECASE)
