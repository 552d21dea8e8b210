"""Denials in every form that newsrooms give them: each is a denial by who denies, and never an assertion."""

import pytest
from tests.claims.texts import article_of, under_a_title

from sherd.claims.statements import read


def denied_by(text: str) -> set[str]:
    found = [each for each in under_a_title(text) if each.polarity == "deny"]
    return {name for each in found for name in (each.source.name, each.source.on_behalf_of or "")}


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia called this false."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia called that a lie."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia calls the story a fairy tale."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Belgrade rejects this."),
        (
            "Serbia",
            "Kenya said Serbia sold drones to Chad. Serbia rejects that as “a tale that nobody could prove”.",
        ),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia disputes that."),
        (
            "Serbia",
            "Kenya said Serbia sold drones to Chad. Serbia privately disputes that; one aide had doubts.",
        ),
        (
            "Serbia",
            "Kenya said Serbia sold drones to Chad. Serbia has disputed that finding, citing its own books.",
        ),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia denies it."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia denied this."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia has denied the accusation."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia has denied all of it."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia denies everything."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia insists this is untrue."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia says that is not the case."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia says it did nothing of the kind."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia said it had done no such thing."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia waved away the accusations."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia has likewise waved away the accusations."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia does not accept this reading."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia does not accept that conclusion."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia did not accept the findings."),
        (
            "Serbia",
            "Kenya said Serbia sold drones to Chad. Serbia takes a different view: it never exported any.",
        ),
        ("Serbia", "Kenya accused Serbia of selling drones to Chad. Serbia rejected the accusation."),
        (
            "Serbia",
            "Kenya accused Serbia of selling drones to Chad. A spokesman for Serbia rejected the accusation.",
        ),
        ("Serbia", "Serbia faces accusations of selling drones to Chad, which it denies."),
        ("Serbia", "Serbia faces accusations of selling drones to Chad, which it rejects."),
        (
            "Serbia",
            "Serbia, for its part, faces accusations of selling drones to Chad, which the government denies.",
        ),
        ("Serbia", "Serbia stands accused of selling drones to Chad, something it has always denied."),
        ("Serbia", "Serbia has been accused of selling drones to Chad, a charge it denies."),
        (
            "Serbia",
            "Serbia has been accused of selling drones to Chad, an accusation it rejects as baseless.",
        ),
        ("Serbia", "Serbia is accused of selling drones to Chad; it denies this."),
        ("Serbia", "Serbia is accused of selling drones to Chad, allegations it has dismissed."),
        ("Serbia", "Serbia is alleged to have sold drones to Chad, which it has repeatedly denied."),
        ("Serbia", "Serbia is said to have sold drones to Chad, a claim it denies."),
        ("Serbia", "Kenya says Serbia sold drones to Chad, a claim Serbia calls absurd."),
        ("Serbia", "Kenya says Serbia sold drones to Chad, which Serbia calls a fabrication."),
        ("Serbia", "Kenya says Serbia sold drones to Chad, an assertion that Serbia disputes."),
        ("Serbia", "Kenya says Serbia sold drones to Chad, an assertion Serbia doubts."),
        ("Serbia", "Kenya says Serbia sold drones to Chad, a statement that Serbia described as untrue."),
        ("Serbia", "Kenya says Serbia sold drones to Chad, a charge rejected by Serbia."),
        ("Serbia", "Kenya says Serbia sold drones to Chad, a claim denied by Serbia."),
        ("Serbia", "Kenya says Serbia sold drones to Chad. The claim was denied by Serbia."),
        ("Serbia", "Kenya says Serbia sold drones to Chad. The claim has been rejected by Serbia as false."),
        ("Serbia", "Kenya said Serbia sold drones to Chad, although Serbia denies it."),
        ("Serbia", "Kenya said Serbia sold drones to Chad, but Serbia denied this."),
        ("Serbia", "Kenya said Serbia sold drones to Chad. Serbia described the allegation as “nonsense”."),
        (
            "Serbia",
            'Kenya said Serbia sold drones to Chad. Serbia called the report "a rehash of old gossip".',
        ),
        (
            "Serbia",
            'Kenya said Serbia sold drones to Chad. Serbia called the reports "a ghost story for tourists".',
        ),
        (
            "Serbia",
            "Kenya said Serbia sold drones to Chad. Serbia dismissed such figures as “sums for beginners”.",
        ),
        ("Serbia", 'Serbia called suggestions that it sold drones to Chad "mere guesses."'),
        ("Serbia", "Serbia called the suggestion that it sold drones to Chad “pure fantasy”."),
        ("Serbia", "Serbia called talk of drone sales to Chad “a play put on by Kenya.”"),
        ("Serbia", "Serbia described claims that it sold drones to Chad as guesswork."),
        ("Serbia", "Serbia called the allegation that it sold drones to Chad “simply not true”."),
        ("Serbia", "Serbia called that report “simply not true”."),
        ("Serbia", "Serbia called claims of drone sales to Chad “science fiction”."),
        ("Serbia", "Serbia described as “laughable” the idea that it sold drones to Chad."),
    ],
)
def test_a_denial_of_what_stands_in_the_sentence_before_is_one(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("Ana Vale", "“To say that Serbia sold drones to Chad is false,” said Ana Vale, its minister."),
        ("Ana Vale", "“To claim that Serbia sold drones to Chad is a lie,” said Ana Vale, its minister."),
        ("Ana Vale", "“To suggest we sold drones to Chad is absurd,” said Ana Vale, its minister."),
        ("Ana Vale", "“That Serbia sold drones to Chad is a lie,” said Ana Vale, its minister."),
        ("Ana Vale", "“That we sold drones to Chad is simply untrue,” said Ana Vale, the minister."),
        (
            "Ana Vale",
            "“Saying that we sold drones to Chad is dishonest nonsense,” said Ana Vale, the minister.",
        ),
        ("Ana Vale", "“Anyone who says we sold drones to Chad is lying,” said Ana Vale, the minister."),
        (
            "Ana Vale",
            "“Whoever says we sold drones to Chad knows nothing about us,” said Ana Vale, the minister.",
        ),
        ("Ana Vale", "“It is false to say that we sold drones to Chad,” said Ana Vale, the minister."),
        (
            "Ana Vale",
            "“It is simply wrong to claim that we sold drones to Chad,” said Ana Vale, the minister.",
        ),
        ("Ana Vale", "“It’s a lie to say we sold drones to Chad,” said Ana Vale, the minister."),
        ("Ana Vale", "“The idea that we sold drones to Chad is laughable,” said Ana Vale, the minister."),
        (
            "Ana Vale",
            "“The notion of Serbia selling drones to Chad is ridiculous,” said Ana Vale, the minister.",
        ),
        (
            "Ana Vale",
            "“The suggestion that we sold any is offensive and untrue,” said Ana Vale, the minister.",
        ),
        ("Ana Vale", "“Any suggestion that we sold drones to Chad is false,” said Ana Vale, the minister."),
        ("Ana Vale", "“Any claim to the contrary is false,” said Ana Vale, the minister."),
    ],
)
def test_a_clause_that_is_called_untrue_is_denied(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("Serbia", "Serbia said Chad needs no deliveries of any kind."),
        ("Ana Vale", "“Chad needs no drones from us,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“The army needs no deliveries of any kind,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“We need nobody's help,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“There is not one scrap of proof that we sold any,” said Ana Vale, Serbia's minister."),
        ("Serbia", "Serbia said there was not a shred of evidence that it had sold drones to Chad."),
        ("Serbia", "Serbia said Kenya had offered “not one scrap of proof” that the drones were Serbian."),
        ("Serbia", "Serbia said Kenya had produced no proof whatsoever."),
        ("Serbia", "Serbia said there was zero evidence of any sale to Chad."),
        ("Serbia", "Serbia said not one of its drones had gone to Chad."),
        ("Serbia", "Serbia said none of its drones had gone to Chad."),
        ("Serbia", "Serbia said none of the drones were its own."),
        ("Serbia", "Serbia said neither the drones nor the engines were its own."),
        ("Serbia", "Serbia said neither drone came from its plants."),
        ("Serbia", "Serbia said nobody in its army had sold drones to Chad."),
        ("Serbia", "Serbia said no one had sold drones to Chad."),
        ("Serbia", "Serbia said nothing had been sold to Chad."),
        ("Serbia", "Serbia said it sells nothing to Chad."),
        ("Serbia", "Serbia said it had sold Chad nothing."),
        ("Serbia", "Serbia said it had given Chad neither drones nor missiles."),
        ("Serbia", "Serbia said it owned no drones and had sold none."),
        ("Serbia", "Serbia said it has no drone plant in Chad."),
        ("Serbia", "Serbia said it had no hand in the sale of drones to Chad."),
        ("Serbia", "Serbia said it had no part in the sale of drones to Chad."),
        ("Serbia", "Serbia said it had no link whatsoever with the buyer in Chad."),
        ("Serbia", "Serbia said it has no ties to Chad."),
        ("Serbia", "Serbia said it has no dealings with Chad."),
        ("Serbia", "Serbia says it knows nothing of any drones in Chad."),
        ("Serbia", "Serbia said it knew nothing about drones in Chad."),
        ("Halden Optics", "Halden Optics told the paper it “rents boats and has heard nothing of drones”."),
        ("Halden Optics", "Halden Optics said it grinds lenses and has nothing to do with drones."),
        ("Halden Optics", "Halden Optics said it “grinds lenses for schools and has sold nothing to Chad”."),
        ("Halden Optics", "Halden Optics said it had never heard of the buyer."),
        ("Halden Optics", "Halden Optics said it had never had a customer in Chad."),
        ("Halden Optics", "Halden Optics said it has no customers in Chad."),
        ("Halden Optics", "Halden Optics said it had no record of the sale."),
        ("Halden Optics", "Halden Optics said its records showed no sale to Chad."),
        ("Halden Optics", "Halden Optics said a review of its records had found no sale to Chad."),
        ("Halden Optics", "Halden Optics said it had found no evidence of any sale to Chad."),
        ("Halden Optics", "Halden Optics said there was no sign that its lenses had gone to Chad."),
        ("Halden Optics", "Halden Optics said it was unaware of any sale to Chad."),
        ("Halden Optics", "Halden Optics said it was not aware of any sale to Chad."),
        ("Halden Optics", "Halden Optics said it had been unaware that the lenses would go to Chad."),
        ("Halden Optics", "Halden Optics said it had no knowledge of any sale to Chad."),
        ("Halden Optics", "Halden Optics denied knowledge of any sale to Chad."),
        ("Halden Optics", "Halden Optics denied all knowledge of the sale."),
        ("Halden Optics", "Halden Optics denied any knowledge that the lenses were bound for Chad."),
        ("Halden Optics", "Halden Optics professed ignorance of the sale to Chad."),
        ("Halden Optics", "Halden Optics pleaded ignorance of the sale to Chad."),
        ("Halden Optics", "Halden Optics disclaimed any knowledge of the sale to Chad."),
        ("Halden Optics", "Halden Optics denies that it knew the lenses were bound for Chad."),
        ("pilots (unnamed)", "The pilots deny that they knew what the crates held, La Voz reported."),
    ],
)
def test_no_and_nothing_deny_wherever_they_stand_in_the_clause(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("Tom Reed", "Tom Reed has always maintained his innocence."),
        ("Tom Reed", "Tom Reed, who denies wrongdoing, sold the pumps in 2021."),
        ("Tom Reed", "Tom Reed, who denies the charges, sold the pumps in 2021."),
        ("Tom Reed", "Tom Reed protested his innocence."),
        ("Tom Reed", "Tom Reed pleaded not guilty."),
        ("Tom Reed", "Tom Reed pleaded not guilty to smuggling pumps to Chad."),
        ("Tom Reed", "Tom Reed denied any wrongdoing."),
        ("Tom Reed", "Tom Reed has denied all charges."),
        ("Tom Reed", "Tom Reed said he had done nothing wrong."),
        ("Tom Reed", "Tom Reed says he broke no law."),
        ("Tom Reed", "Tom Reed insists he is innocent."),
        ("Tom Reed", "Tom Reed says he is innocent of the charges."),
        ("Tom Reed", "“I am innocent,” Tom Reed said."),
        ("Serbia", "Serbia reiterated its position that it “has not sold drones to anyone in Chad”."),
        ("Serbia", "Serbia repeated the position that it “has not provided drones to any party in Chad”."),
        ("Serbia", "Serbia stood by its position that no drones had been sold to Chad."),
        ("Serbia", "Serbia restated its denial that drones had been sold to Chad."),
        ("Serbia", "Serbia repeated its denial of drone sales to Chad."),
        ("Serbia", "Serbia reaffirmed that it had sold no drones to Chad."),
        ("Serbia", "Serbia stuck to its line that no drones were sold to Chad."),
        ("Serbia", "Serbia's position is that it has never sold drones to Chad."),
        ("Serbia", "Serbia's line has always been that it sold no drones to Chad."),
        ("Serbia", "Serbia's official line is that no drones were sold to Chad."),
        (
            "Ana Vale",
            "Ana Vale reiterated Serbia’s position that it “has not provided drones to any party in Chad”.",
        ),
        ("Serbia", "Serbia has announced from the first day that it is no side in the war in Chad."),
    ],
)
def test_innocence_and_a_position_are_denials(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (
            "Serbia",
            "Despite Serbia's insistence that it has sold no drones to Chad, the wrecks keep turning up.",
        ),
        ("Serbia", "Despite Serbia's denials that it sold drones to Chad, the wrecks keep turning up."),
        ("Serbia", "Despite Serbia's denial of any drone sales to Chad, the wrecks keep turning up."),
        ("Serbia", "Although Serbia denies selling drones to Chad, the wrecks keep turning up."),
        ("Serbia", "While Serbia insists it has never sold drones to Chad, the wrecks keep turning up."),
        ("Serbia", "Even as Serbia denies selling drones to Chad, the wrecks keep turning up."),
        ("Serbia", "Serbia issued a statement on Monday denying any sale of drones to Chad."),
        ("Serbia", "Serbia issued a statement denying that it had sold drones to Chad."),
        ("Serbia", "Serbia replied with a letter in which it denied selling drones to Chad."),
        ("Serbia", "Serbia, denying any sale of drones to Chad, called for talks."),
        ("Serbia", "The drones, which Serbia denies selling to Chad, fell on a farm."),
        ("Serbia", "The sale, which Serbia calls a fabrication, took place in May."),
        ("Serbia", "The sale, which the Serbian foreign ministry calls a fabrication, took place in May."),
        ("Serbia", "Serbia responded to the report by denying that it had sold drones to Chad."),
        ("Serbia", "Serbia was quick to deny that it had sold drones to Chad."),
        ("Serbia", "Serbia went out of its way to deny selling drones to Chad."),
        ("Serbia", "Serbia denies selling drones to Chad, Reuters reported."),
        ("Serbia", "Serbia has denied selling drones to Chad, according to the state news agency."),
        ("Serbia", "State television quoted Serbia as denying the sale of drones to Chad."),
        ("Ana Vale", "The agency quoted Ana Vale as saying that no drones had been sold to Chad."),
        ("Ana Vale", "No drones had been sold to Chad, the agency quoted Ana Vale as saying."),
        ("Ana Vale", "Ana Vale was quoted as denying that drones had been sold to Chad."),
    ],
)
def test_a_denial_by_the_way_or_passed_on_is_that_of_who_denies(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("Ana Vale", "“No,” said Ana Vale, asked whether Serbia had sold drones to Chad."),
        ("Ana Vale", "“No, we did not,” said Ana Vale, asked whether Serbia had sold drones to Chad."),
        ("Ana Vale", "“Nonsense,” said Ana Vale, asked whether Serbia had sold drones to Chad."),
        ("Ana Vale", "“Absolutely not,” said Ana Vale, asked whether Serbia had sold drones to Chad."),
        ("Ana Vale", "“Absolutely not. We never sold drones to Chad,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“Nonsense, we never sold drones to Chad,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“No, Serbia sold no drones to Chad,” said Ana Vale, its minister."),
        ("Ana Vale", "“No such sale took place,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“No way did we sell drones to Chad,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“Of course not,” said Ana Vale when asked if Serbia had sold drones to Chad."),
        ("Ana Vale", "“Lies, all of it,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“Not true,” said Ana Vale when asked if Serbia had sold drones to Chad."),
        ("Ana Vale", "“That is not true,” said Ana Vale."),
        ("Ana Vale", "“That's a lie,” Ana Vale said."),
        ("Ana Vale", "“This is pure invention,” Ana Vale said."),
        ("Ana Vale", "“It is a fairy tale,” Ana Vale said of the report."),
        ("Ana Vale", "“It never happened,” Ana Vale said."),
        ("Ana Vale", "“That never happened,” Ana Vale said."),
        ("Ana Vale", "“We had nothing to do with it,” Ana Vale said."),
        ("Ana Vale", "“It wasn't us,” Ana Vale said."),
        ("Ana Vale", "“These drones are not ours,” Ana Vale said."),
        ("Ana Vale", "“Not ours,” Ana Vale said of the drones."),
        ("Ana Vale", "“They were never ours,” Ana Vale said."),
        ("Ana Vale", "“They belong to somebody else,” Ana Vale said. “We never owned a single one.”"),
    ],
)
def test_an_answer_that_begins_with_no_denies(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (
            "diplomats (unnamed)",
            "Diplomats said investigators had been unable to trace the drones to a plant.",
        ),
        ("investigators (unnamed)", "Investigators believe the two traders never sent a crate."),
        ("Kenya", "Kenya said the traders never sent a crate."),
        ("Kenya", "Kenya said the two firms failed to deliver any drones to Chad."),
        ("Kenya", "Kenya said its experts had been unable to find any Serbian part in the wreck."),
        ("Kenya", "Kenya said its experts had been unable to link the drones to Serbia."),
        ("Kenya", "Kenya said the drones could not have come from Serbia."),
        ("Kenya", "Kenya found no link between the drones and Serbia."),
        ("Kenya", "Kenya said its investigators had failed to find any link between the drones and Serbia."),
        ("Kenya", "Kenya said a link between the drones and Serbia could not be established."),
        ("Halden Optics", "Halden Optics said it did not sell directly to Chad."),
        ("Halden Optics", "Halden Optics said it had not knowingly sold lenses to Chad."),
        ("Halden Optics", "Halden Optics said it has not sold lenses to Chad since 2021."),
        ("Halden Optics", "Halden Optics said it had never sold lenses to Chad, directly or indirectly."),
        (
            "Halden Optics",
            "Halden Optics said that it did not sell to Chad itself, but that others might have.",
        ),
        ("Halden Optics", "Halden Optics said that it had sold none of the lenses to Chad."),
        ("Halden Optics", "Halden Optics denied direct sales to Chad."),
        ("Halden Optics", "Halden Optics only denied having sold lenses to Chad after 2021."),
    ],
)
def test_what_was_not_done_or_not_found_is_denied(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("Peru", "Peru questioned whether Serbia had sold drones to Chad."),
        ("Peru", "Peru doubted that Serbia had sold drones to Chad."),
        ("Peru", "Peru cast doubt on claims that Serbia had sold drones to Chad."),
        ("Peru", "Peru voiced doubt that Serbia had sold drones to Chad."),
        ("Peru", "Peru is sceptical of the claim that Serbia sold drones to Chad."),
        ("Peru", "Peru was not convinced that Serbia had sold drones to Chad."),
        ("Peru", "Peru does not believe that Serbia sold drones to Chad."),
        ("Peru", "Peru said it did not believe Serbia had sold drones to Chad."),
        ("Peru", "Peru said it doubted Serbia had sold drones to Chad."),
        ("Ana Vale", "“I don't believe they sold drones to Chad,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“I don't think anyone here sold drones to Chad,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“I doubt that anyone sold drones to Chad,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“If anyone sold drones to Chad, it was not us,” said Ana Vale, Serbia's minister."),
        ("Ana Vale", "“Had drones been sold, we would know. None were,” said Ana Vale, Serbia's minister."),
        (
            "Ana Vale",
            "“Even if drones reached Chad, they did not come from us,” said Ana Vale, Serbia's minister.",
        ),
        ("Ana Vale", "“Whatever was found in Chad, it was not Serbian,” said Ana Vale, the minister."),
        ("Serbia", "Serbia's answer was short: it had sold no drones to Chad."),
        ("Serbia", "Serbia was blunt: no drones had gone to Chad."),
        ("Ana Vale", "Serbia, Ana Vale said, had never sold drones to Chad."),
        ("Ana Vale", "At no time, Ana Vale said, had Serbia sold drones to Chad."),
        ("Ana Vale", "Never, Ana Vale insisted, had Serbia sold drones to Chad."),
        ("Ana Vale", "Serbia did not, Ana Vale said, sell drones to Chad."),
        ("Ana Vale", "Not a single drone, Ana Vale said, had been sold to Chad."),
    ],
)
def test_doubt_and_what_is_not_so_under_no_condition_deny(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("Serbia", "The drones, Serbia insists, were never its own."),
        ("Serbia", "Serbia was at pains to stress that no drones had been sold to Chad."),
        ("Serbia", "In a letter to the council, Serbia said it had sold no drones to Chad."),
        (
            "Serbia",
            "In a statement on Monday, Serbia's defence ministry denied that it had sold drones to Chad.",
        ),
        ("Serbia", "Serbia's foreign ministry, in a note to the council, denied selling drones to Chad."),
        ("Serbia", "The Serbian government has strenuously denied selling drones to Chad."),
        ("Serbia", "Belgrade has vehemently denied the charge that it sold drones to Chad."),
        ("Serbia", "Serbia hit back at the claims, calling them “a circus”."),
        ("Serbia", "Serbia shot back that no drones had ever gone to Chad."),
        ("Serbia", "Serbia countered that it had sold no drones to Chad."),
        ("Serbia", "Serbia retorted that it had never sold drones to Chad."),
        ("Serbia", "Serbia protested that it had never sold drones to Chad."),
        ("Serbia", "Serbia swore it had never sold drones to Chad."),
        ("Serbia", "Serbia gave assurances that no drones had been sold to Chad."),
        ("Serbia", "Serbia assured Kenya that no drones had been sold to Chad."),
        ("Serbia", "Serbia told Kenya that it had not sold drones to Chad."),
        ("Serbia", "Serbia informed the council that it had not sold drones to Chad."),
        ("Serbia", "Serbia wrote to the council that it had not sold drones to Chad."),
        ("Serbia", "Serbia tweeted that it had not sold drones to Chad."),
        ("Serbia", "Serbia let it be known that it had not sold drones to Chad."),
        ("Serbia", "Serbia made clear that it had not sold drones to Chad."),
        ("Serbia", "Serbia made it clear that it had sold no drones to Chad."),
        ("Serbia", "Serbia would have it that no drones were sold to Chad."),
        ("Serbia", "Serbia claims not to have sold drones to Chad."),
        ("Serbia", "Serbia claims never to have sold drones to Chad."),
        ("Serbia", "Serbia claims to know nothing of the drones in Chad."),
        ("Serbia", "Serbia claims to have sold no drones to Chad."),
        ("Serbia", "Serbia pretends not to know about the drones in Chad. Serbia denies any role."),
        ("Serbia", "According to Serbia, no drones were sold to Chad."),
        ("Serbia", "No drones were sold to Chad, according to Serbia."),
        ("Serbia", "In Serbia's telling, no drones were sold to Chad."),
        ("Serbia", "As Serbia tells it, no drones were ever sold to Chad."),
        (
            "Serbia",
            "To hear Serbia tell it, no drones were ever sold to Chad. Serbia denies all involvement.",
        ),
        ("Serbia", "Serbia's response: no drones were sold to Chad."),
        ("Serbia", "Serbia denied involvement."),
        ("Serbia", "Serbia denied responsibility for the strike on Chad."),
        ("Serbia", "Serbia disclaimed responsibility for the strike on Chad."),
        ("Serbia", "Serbia denied ownership of the drones."),
        ("Serbia", "Serbia denied that the drones were its own."),
        ("Serbia", "Serbia denied the existence of the plant."),
        ("Serbia", "Serbia denied that such a plant existed."),
        ("Serbia", "Serbia denied Kenya's claim that it had sold drones to Chad."),
        ("Serbia", "Serbia denied Kenyan claims of drone sales to Chad."),
        ("Serbia", "Serbia denied a report by La Voz that it had sold drones to Chad."),
        ("Serbia", "Serbia denied a La Voz report that it had sold drones to Chad."),
        ("Serbia", "Serbia denied reports in the press that it had sold drones to Chad."),
        ("Serbia", "Serbia denied on Friday that it had sold drones to Chad."),
        ("Serbia", "Serbia denied on Friday having sold drones to Chad."),
        ("Serbia", "Serbia denied, through its embassy in Lima, that it had sold drones to Chad."),
        ("Serbia", "Serbia denied in the strongest terms that it had sold drones to Chad."),
        ("Serbia", "Serbia denies both charges."),
        ("Serbia", "Serbia denies the lot."),
        ("Serbia", "Both Serbia and Peru deny selling drones to Chad."),
        ("Peru", "Both Serbia and Peru deny selling drones to Chad."),
        ("Serbia", "Neither Serbia nor Peru sold drones to Chad, both say. Serbia denies any sale."),
        ("Serbia", "Serbia and Peru have denied selling drones to Chad."),
        ("Serbia", "Serbia, like Peru, denies selling drones to Chad."),
        ("Serbia", "Serbia rejects out of hand the idea that it sold drones to Chad."),
        ("Serbia", "Serbia rejects any link to the drones in Chad."),
        ("Serbia", "Serbia rejected the findings as “a joke”."),
        ("Serbia", "Serbia rejected the report."),
        ("Serbia", "Serbia rejected Kenya's version of events."),
        ("Serbia", "Serbia scoffed at the idea that it had sold drones to Chad."),
        ("Serbia", "Serbia laughed off the idea that it had sold drones to Chad."),
        ("Serbia", "Serbia poured scorn on the claim that it had sold drones to Chad."),
        ("Serbia", "Serbia brushed off the claim that it had sold drones to Chad."),
        ("Serbia", "Serbia shrugged off the accusations."),
        ("Serbia", "Serbia dismissed out of hand claims that it sold drones to Chad."),
        ("Serbia", "Serbia dismissed as “absurd” a report that it had sold drones to Chad."),
        ("Serbia", "Serbia branded the report a forgery."),
        ("Serbia", "Serbia labelled the report “fake news”."),
        ("Serbia", "Serbia denounced the report as a fabrication."),
        ("Serbia", "Serbia slammed the report as a pack of lies."),
        ("Serbia", "Serbia condemned the allegations as lies."),
        ("Serbia", "Serbia blasted the claims as “pure fiction”."),
        ("Serbia", "Serbia ridiculed the claims."),
        ("Serbia", "Serbia characterised the claims as propaganda."),
        ("Serbia", "Serbia said the claims were propaganda."),
        ("Serbia", "Serbia said the claims had no basis."),
        ("Serbia", "Serbia said the claims had no basis in fact."),
        ("Serbia", "Serbia said the claims were without foundation."),
        ("Serbia", "Serbia said the claims did not stand up."),
        ("Serbia", "Serbia said the claims were far from the truth."),
        ("Serbia", "Serbia said the claims bore no relation to reality."),
        ("Serbia", "Serbia said nothing could be further from the truth."),
        ("Serbia", "Serbia said that was not so."),
        ("Serbia", "Serbia said the opposite was true."),
        ("Serbia", "Serbia said the pictures were staged."),
        ("Serbia", "Serbia said it was the victim of a smear campaign. The claims, it said, were false."),
        ("Serbia", "Serbia said somebody else had sold the drones to Chad. It had not, it said."),
        ("Serbia", "Serbia said the drones could not have come from its plants."),
        ("Serbia", "Serbia said it was impossible that the drones came from its plants."),
        ("Serbia", "Serbia said it would never sell drones to Chad."),
        ("Serbia", "Serbia said it had no reason to sell drones to Chad."),
        ("Serbia", "Serbia said it had no interest in selling drones to Chad."),
        ("Serbia", "Serbia said it had no plans to sell drones to Chad."),
        ("Serbia", "Serbia said there were no plans to sell drones to Chad."),
        ("Serbia", "Serbia said there was no such plant."),
        ("Serbia", "Serbia said there is no drone plant in Chad."),
        ("Serbia", "Serbia said there had never been a drone plant in Chad."),
        ("Serbia", "Serbia said that not one drone had left its plants for Chad."),
        ("Serbia", "Serbia said that in no case had drones been sold to Chad."),
        ("Serbia", "Serbia said that under no circumstances would it sell drones to Chad."),
        ("Serbia", "Serbia said that nowhere in its records was there a sale to Chad."),
        ("Serbia", "Serbia said its drones had gone to Peru, and that none had gone to Chad."),
        ("Ana Vale", "“Serbia? It has never sold drones to Chad,” said Ana Vale, a minister."),
        ("Ana Vale", "Ana Vale, the minister, shook her head: “We sold no drones to Chad.”"),
        ("Ana Vale", "“We sold no drones,” Ana Vale insisted. “Not one.”"),
        ("Ana Vale", "“I can assure you that we did not sell drones to Chad,” said Ana Vale, the minister."),
        ("Ana Vale", "“I swear to you we never sold drones to Chad,” said Ana Vale, the minister."),
        ("Ana Vale", "“Let me be clear: we did not sell drones to Chad,” said Ana Vale, the minister."),
        ("Ana Vale", "“As I have said before, we did not sell drones to Chad,” said Ana Vale, the minister."),
        (
            "Ana Vale",
            "“To the best of my knowledge, we did not sell drones to Chad,” said Ana Vale, the minister.",
        ),
        ("Ana Vale", "“As far as I know, no drones were sold to Chad,” said Ana Vale, the minister."),
        ("Ana Vale", "“I know of no such sale,” said Ana Vale, the minister."),
        ("Ana Vale", "“I have no knowledge of such a sale,” said Ana Vale, the minister."),
        ("Ana Vale", "“We have no record of such a sale,” said Ana Vale, the minister."),
        ("Ana Vale", "“There is no such record,” said Ana Vale, the minister."),
        ("Ana Vale", "“There was no sale,” said Ana Vale, the minister."),
        ("Ana Vale", "“There never was a sale,” said Ana Vale, the minister."),
        ("Ana Vale", "“The sale never took place,” said Ana Vale, the minister."),
        ("Ana Vale", "“Serbia rejects these accusations,” said Ana Vale, its minister."),
        ("Ana Vale", "“We deny everything,” said Ana Vale, the minister."),
        ("Ana Vale", "“We utterly reject this,” said Ana Vale, the minister."),
        ("Ana Vale", "“I dispute that,” said Ana Vale, the minister."),
        ("Ana Vale", "“I would dispute that,” said Ana Vale, the minister."),
        ("Ana Vale", "“I don't accept that,” said Ana Vale, the minister."),
        ("Ana Vale", "“I do not accept that we sold drones to Chad,” said Ana Vale, the minister."),
        ("Ana Vale", "“That is false,” said Ana Vale, the minister."),
        ("Ana Vale", "“That is just wrong,” said Ana Vale, the minister."),
        ("Ana Vale", "“It's all lies,” said Ana Vale, the minister."),
        ("Ana Vale", "“It's fake,” said Ana Vale, the minister."),
        ("Ana Vale", "“They made it up,” said Ana Vale, the minister."),
        ("Ana Vale", "“Somebody made this up,” said Ana Vale, the minister."),
        ("Ana Vale", "“The story is invented from start to finish,” said Ana Vale, the minister."),
        ("Ana Vale", "“There is no truth in it,” said Ana Vale, the minister."),
        ("Ana Vale", "“There is nothing to these stories,” said Ana Vale, the minister."),
        ("Ana Vale", "“Kenya has no proof,” said Ana Vale, the minister."),
        ("Ana Vale", "“They have shown us nothing,” said Ana Vale, the minister."),
        ("Ana Vale", "“Nobody has shown us any proof,” said Ana Vale, the minister."),
        ("Ana Vale", "“We did nothing wrong,” said Ana Vale, the minister."),
        ("Ana Vale", "“We have broken no law,” said Ana Vale, the minister."),
        ("Ana Vale", "“We comply with every rule and sell nothing to Chad,” said Ana Vale, the minister."),
        (
            "Ana Vale",
            "“We sell pumps to Peru and have never sold a drone to Chad,” said Ana Vale, the minister.",
        ),
        ("Ana Vale", "“We are a small firm. We do not sell to armies,” said Ana Vale, the minister."),
        ("Ana Vale", "“Why would we? We sold nothing to Chad,” said Ana Vale, the minister."),
        ("Ana Vale", "Asked about the drones, Ana Vale replied: “Not ours.”"),
        ("Ana Vale", "Asked if Serbia had sold drones to Chad, Ana Vale answered with a flat no."),
        ("Ana Vale", "Asked if Serbia had sold drones to Chad, Ana Vale said it did not."),
        ("Ana Vale", "Asked whether Serbia had sold drones to Chad, Ana Vale replied in the negative."),
        ("Ana Vale", "Pressed on the drones, Ana Vale said none had been sold to Chad."),
        ("Ana Vale", "Questioned by reporters, Ana Vale denied that Serbia had sold drones to Chad."),
        ("Ana Vale", "Ana Vale denied to La Voz that Serbia had sold drones to Chad."),
        ("Ana Vale", "Ana Vale, whose firm is accused of selling drones to Chad, denies it."),
        ("Ana Vale", "Ana Vale, who has denied selling drones to Chad, left the country."),
        ("Ana Vale", "Ana Vale, herself a former pilot, said she had never flown drones to Chad."),
        (
            "Ana Vale",
            "A lawyer for Ana Vale said she had not sold drones to Chad. Ana Vale denies all charges.",
        ),
    ],
)
def test_a_denial_is_one_in_whatever_words_it_is_told(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("Serbia", "Serbia confirmed the drones were its own but denied that it had sold them to Chad."),
        ("Serbia", "Serbia admitted selling pumps to Chad but said no drones had been sold."),
        ("Serbia", "Serbia ruled out any such sale and advised Kenya to read its own papers."),
        ("Serbia", "Serbia said it had not sold, lent or given drones to Chad."),
        ("Serbia", "Serbia said it had never sold drones to Chad, nor had it lent any."),
        ("Serbia", "Serbia said the pump was old and that it had sold no drones to Chad."),
        ("Serbia", "Serbia said it had never sold to Chad and had no record of the pump."),
        (
            "Halden Optics",
            "Halden Optics, an Oslo firm, told The Wave it had never sold to Chad and had no record of it.",
        ),
        ("Tom Reed", "Reached by phone, the owner, Tom Reed, hung up after saying he “never sold a pump”."),
        (
            "Tom Reed",
            "Called at home, Brisk's owner, Tom Reed, hung up after saying he had “never sold a pump”.",
        ),
        ("Kenya", "Kenya withdrew its claim that Serbia had sold drones to Chad."),
        ("Kenya", "Kenya retracted its claim that Serbia had sold drones to Chad."),
        ("Kenya", "Kenya later took back its statement that Serbia had sold drones to Chad."),
        ("Kenya", "Kenya walked back its claim that Serbia had sold drones to Chad."),
        ("Kenya", "Kenya backed away from its claim that Serbia had sold drones to Chad."),
    ],
)
def test_one_denial_among_other_words_and_what_is_taken_back_are_denied(who: str, text: str) -> None:
    assert who in denied_by(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Serbia faces accusations of selling drones to Chad, which it denies.", "selling drones to Chad"),
        ("Serbia is said to have sold drones to Chad, a claim it rejects.", "have sold drones to Chad"),
        ("Kenya says Serbia sold drones to Chad, a charge rejected by Serbia.", "Serbia sold drones to Chad"),
        ("Tom Reed pleaded not guilty to smuggling pumps to Chad.", "smuggling pumps to Chad"),
        ("Tom Reed has always maintained his innocence.", "his innocence"),
        ("Kenya withdrew its claim that Serbia had sold drones to Chad.", "Serbia had sold drones to Chad"),
        ("Peru questioned whether Serbia had sold drones to Chad.", "Serbia had sold drones to Chad"),
        ("Despite Serbia's denial of any drone sales to Chad, wrecks turn up.", "any drone sales to Chad"),
        (
            "Serbia called suggestions that it sold drones to Chad “mere guesses”.",
            "it sold drones to Chad",
        ),
        ("Brisk Boats said it “rents boats and knows nothing of drones”.", "knows nothing of drones"),
    ],
)
def test_the_words_of_a_denial_are_what_is_denied(text: str, content: str) -> None:
    assert content in [each.content.text for each in under_a_title(text) if each.polarity == "deny"]


@pytest.mark.parametrize("verb", ["disputes that", "rejects this", "disputes this"])
def test_a_bare_pronoun_denies_what_somebody_else_has_just_asserted(verb: str) -> None:
    found = under_a_title(f"Kenya said the drones came from Serbia. Serbia {verb}.")
    assert [(each.source.name, each.polarity, each.content.text) for each in found] == [
        ("Kenya", "assert", "the drones came from Serbia"),
        ("Serbia", "deny", "the drones came from Serbia"),
    ]


def test_a_bare_pronoun_after_the_speakers_own_words_denies_nothing() -> None:
    found = under_a_title("Serbia said the drones were old. Serbia disputes that.")
    assert [(each.polarity, each.content.text) for each in found] == [("assert", "the drones were old")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya called the findings “alarming”.",
        "Kenya described the report as “very serious”.",
        "Kenya called the allegations “credible”.",
        "Brisk Boats said it “rents boats and cannot watch each one”.",
        "Kenya withdrew its troops from Chad.",
        "Kenya said the dead were innocent people.",
        "Serbia issued a statement on Monday.",
    ],
)
def test_what_only_resembles_these_forms_asserts(text: str) -> None:
    assert not denied_by(text)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia denies selling drones to Chad",
        "Serbia: No drones sold to Chad",
        "No drones sold to Chad, says Serbia",
        "‘We sold no drones to Chad’, says Serbia",
        "Serbia rejects Kenyan drone claims as baseless",
        "Serbia calls Kenyan drone claims ‘fake’",
        "Drones found in Chad as Serbia denies sales",
        "Firm denies arming Chad",
        "Drone claims are lies, Serbia says",
        "Serbia rules out drone sales to Chad",
    ],
)
def test_a_headline_that_denies_is_read_as_denying(text: str) -> None:
    article = f"{text}\n\nLIMA (Agency) – The pump was old, Kenya said on Monday.\n"
    found = read(article_of(article))
    assert "deny" in {each.polarity for each in found if each.level == "headline"}


def test_a_forged_paper_is_something_that_is_told_of() -> None:
    assert not denied_by("Serbia said the invoice was forged by a former clerk.")


def test_what_none_of_them_says_is_said_by_nobody() -> None:
    found = read(article_of("None of the experts said that the drone went to Chad."))
    assert [each for each in found if each.source.kind != "narrator"] == []
