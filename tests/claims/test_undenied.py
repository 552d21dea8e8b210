"""What holds a negation and is no denial: silence, what is forbidden, compared, conceded or foretold."""

import pytest
from tests.claims.texts import under_a_title


def polarities(text: str) -> set[str]:
    return {each.polarity for each in under_a_title(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Serbia did not deny selling drones to Chad.",
        "Serbia did not deny that it had sold drones to Chad.",
        "Serbia does not deny selling drones to Chad.",
        "Serbia has not denied selling drones to Chad.",
        "Serbia has never denied selling drones to Chad.",
        "Serbia did not dispute that it had sold drones to Chad.",
        "Serbia does not dispute the finding.",
        "Serbia did not contest the finding.",
        "Serbia did not reject the claim.",
        "Serbia stopped short of denying the sale of drones to Chad.",
        "Serbia stopped short of denying that it had sold drones to Chad.",
        "Serbia fell short of denying that it had sold drones to Chad.",
        "Serbia has neither confirmed nor denied that it sold drones to Chad.",
        "Serbia neither confirmed nor denied selling drones to Chad.",
        "Serbia would neither confirm nor deny that it had sold drones to Chad.",
        "Serbia would not confirm or deny that it had sold drones to Chad.",
        "Serbia refused to confirm or deny the sale.",
        "Serbia declined to deny the sale.",
        "Serbia refused to deny the sale.",
        "Serbia could not deny that it had sold drones to Chad.",
        "Serbia cannot deny selling drones to Chad.",
        "Serbia no longer denies selling drones to Chad.",
        "Serbia has stopped denying that it sold drones to Chad.",
        "“Nobody denies that drones were sold to Chad,” said Ana Vale, Serbia's minister.",
        "“We do not deny that drones were sold to Chad,” said Ana Vale, Serbia's minister.",
        "“I'm not denying that,” said Ana Vale, Serbia's minister.",
        "“There is no denying that drones were sold to Chad,” said Ana Vale, Serbia's minister.",
        "“It would be wrong to deny that drones were sold to Chad,” said Ana Vale, Serbia's minister.",
        "“I will not deny it,” said Ana Vale, Serbia's minister.",
        "Ana Vale said nobody disputed that the drones were Serbian.",
        "Ana Vale said Serbia did not dispute that the drones were its own.",
        "Ana Vale said it could not be ruled out that drones had been sold to Chad.",
        "Ana Vale said she could not rule out that drones had been sold to Chad.",
        "Ana Vale did not rule out that drones had been sold to Chad.",
        "Serbia refused to rule out selling drones to Chad.",
        "Serbia has not ruled out selling drones to Chad.",
        "“I can't exclude that drones were sold to Chad,” said Ana Vale, Serbia's minister.",
        "Ana Vale said there was no doubt that drones had been sold to Chad.",
        "Ana Vale left no doubt that drones had been sold to Chad.",
        "Ana Vale had no doubt that drones had been sold to Chad.",
        "Ana Vale does not doubt that drones were sold to Chad.",
        "“There can be no doubt that Serbia sold drones to Chad,” said Ana Vale, a minister.",
        "“It is no secret that Serbia sold drones to Chad,” said Ana Vale, a minister.",
        "“It is no accident that the drones are Serbian,” said Ana Vale, a minister.",
        "“It is undeniable that Serbia sold drones to Chad,” said Ana Vale, a minister.",
    ],
)
def test_who_does_not_deny_has_not_denied(text: str) -> None:
    assert "deny" not in polarities(text)


@pytest.mark.parametrize(
    "text",
    [
        "“I'm not going to speak to rumours,” said Ana Vale.",
        "“I am not going to discuss rumours,” said Ana Vale.",
        "“I won't get into hypotheticals,” said Ana Vale.",
        "“We do not discuss military matters,” said Ana Vale.",
        "“We don't discuss contracts with customers,” said Ana Vale.",
        "“We never comment on contracts,” said Ana Vale.",
        "“I have nothing to say about that,” said Ana Vale.",
        "“I have nothing to add,” said Ana Vale.",
        "“I can't speak to that,” said Ana Vale.",
        "“I am not in a position to answer that,” said Ana Vale.",
        "“I will not answer that question,” said Ana Vale.",
        "“I'm not prepared to go into details,” said Ana Vale.",
        "Ana Vale said she would not discuss contracts with Chad.",
        "Ana Vale said she could not comment on the contract.",
        "Ana Vale said she was not able to comment on the contract.",
        "Ana Vale said the ministry did not comment on contracts.",
        "Serbia did not answer questions about the drones in Chad.",
        "Serbia did not say whether it had sold drones to Chad.",
        "Serbia has not said whether it sold drones to Chad.",
        "Serbia has not commented on the drones in Chad.",
        "Serbia has not responded to the report.",
        "Serbia did not reply to a letter about the drones.",
        "There was no response from Serbia.",
        "No one from the ministry was available for comment.",
        "The Daily Wave could not verify the report.",
        "The claims could not be independently verified.",
        "Kenya said it could not say who had sold the drones.",
        "Kenya said it could not confirm that Serbia had sold drones to Chad.",
        "Kenya said it did not know who had sold the drones.",
        "Kenya said it was not clear who had sold the drones to Chad.",
        "It was not clear who had sold the drones to Chad.",
        "It is not known how the drones reached Chad.",
    ],
)
def test_who_will_not_or_cannot_tell_denies_nothing(text: str) -> None:
    assert "deny" not in polarities(text)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia has never acknowledged selling drones to Chad.",
        "Serbia has never publicly acknowledged selling drones to Chad.",
        "Serbia has not admitted selling drones to Chad.",
        "Serbia has not admitted losing a ship off Chad.",
        "Serbia never publicly confirmed selling drones to Chad.",
        "Serbia has never confirmed that it sold drones to Chad.",
        "Serbia has never accepted responsibility for the strike on Chad.",
        "Serbia has not claimed responsibility for the strike on Chad.",
        "No group has claimed responsibility for the strike on Chad.",
        "Nobody has admitted selling the drones to Chad.",
        "Serbia has yet to acknowledge the sale of drones to Chad.",
        "The government has refused to acknowledge the sale of drones to Chad.",
        "Serbia, which has never acknowledged selling drones to Chad, said the pump was old.",
    ],
)
def test_what_nobody_has_owned_up_to_is_neither_asserted_nor_denied(text: str) -> None:
    found = under_a_title(text)
    assert all(each.polarity != "deny" for each in found)
    assert all(each.prop.action in {"OTHER", "NO_COMMENT"} for each in found if "never" in each.content.text)


@pytest.mark.parametrize(
    "text",
    [
        "“Serbian drones must not be flown over schools,” said Ana Vale.",
        "“Serbia must not sell drones to Chad,” said Ana Vale.",
        "“Serbia should not sell drones to Chad,” said Ana Vale.",
        "Ana Vale said Serbia must not sell drones to Chad.",
        "Ana Vale said Serbia should not sell drones to Chad.",
        "Ana Vale urged Serbia not to sell drones to Chad.",
        "Ana Vale called on Serbia not to sell drones to Chad.",
        "Ana Vale asked Serbia not to sell drones to Chad.",
        "Ana Vale warned Serbia not to sell drones to Chad.",
        "Ana Vale warned Serbia against selling drones to Chad.",
        "“Do not sell drones to Chad,” Ana Vale told Serbia.",
        "“Don't sell drones to Chad,” Ana Vale told Serbia.",
        "“We must not let drones reach Chad,” said Ana Vale.",
        "“Serbia cannot be allowed to sell drones to Chad,” said Ana Vale.",
        "“No country should sell drones to Chad,” said Ana Vale.",
        "“Nobody should sell drones to Chad,” said Ana Vale.",
        "Ana Vale said no state should sell drones to Chad.",
        "Ana Vale demanded that no drones be sold to Chad.",
    ],
)
def test_what_must_not_be_done_is_asked_for(text: str) -> None:
    assert "deny" not in polarities(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Serbian drones must not be flown over schools,” said Ana Vale.",
        "“Serbia should not sell drones to Chad,” said Ana Vale.",
        "“No country should sell drones to Chad,” said Ana Vale.",
        "“Do not sell drones to Chad,” Ana Vale told Serbia.",
    ],
)
def test_a_speaker_who_forbids_urges(text: str) -> None:
    assert polarities(text) == {"urge"}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vale said she did not want to comment on the drones.",
        "“I don't want to get into that,” said Ana Vale.",
        "“I can neither confirm nor deny that,” said Ana Vale.",
        "Ana Vale said drones should never have been sold to Chad.",
    ],
)
def test_silence_and_regret_are_no_denial(text: str) -> None:
    assert "deny" not in polarities(text)


def test_what_should_not_worry_anybody_is_no_request() -> None:
    assert polarities("Ana Vale said the sale should not cause concern to anyone.") == {"deny"}


@pytest.mark.parametrize(
    "text",
    [
        "“We will not accept that drones are smuggled to Chad,” said Ana Vale.",
        "“We will not tolerate the sale of drones to Chad,” said Ana Vale.",
        "“We will not stand by while drones are sold to Chad,” said Ana Vale.",
        "“We will not be intimidated,” said Ana Vale.",
        "“We will not hesitate to act,” said Ana Vale.",
        "“We cannot accept that drones are sold to Chad,” said Ana Vale.",
        "Ana Vale said Kenya would not accept the sale of drones to Chad.",
        "Ana Vale said Kenya would not remain indifferent to the sale.",
        "Ana Vale said the attack would not go unanswered.",
    ],
)
def test_what_will_not_be_put_up_with_is_no_denial(text: str) -> None:
    assert "deny" not in polarities(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vale said no country had spent more on Chad.",
        "Ana Vale said nobody had done more for Chad than Serbia.",
        "Ana Vale said Serbia was second to none in its love of order.",
        "Ana Vale said Serbia had sold nothing but pumps to Chad.",
        "Ana Vale said Serbia had sold no fewer than nine drones to Chad.",
        "Ana Vale said Serbia had sold no more than nine drones to Chad.",
        "Ana Vale said the boat came no closer than nine miles to the port.",
        "Ana Vale said the drone had been built no earlier than 2021.",
        "Ana Vale said Serbia had not only sold drones to Chad but lent it pilots.",
        "Ana Vale said Serbia had sold drones not only to Chad but to Peru.",
        "Ana Vale said Serbia sold drones to none other than Chad.",
        "Ana Vale said there was nothing new in the sale of drones to Chad.",
        "Ana Vale said there was nothing unusual about the sale of drones to Chad.",
        "Ana Vale said it was not the first time that Serbia had sold drones to Chad.",
        "Ana Vale said not all of the drones sold to Chad had been recovered.",
        "Ana Vale said not every drone sold to Chad was new.",
        "Ana Vale said Serbia wasted no time in selling drones to Chad.",
        "Ana Vale said Serbia had sold drones to Chad no later than May.",
        "Nowhere had more drones been found than in Chad, Ana Vale said.",
        "Ana Vale said Serbia would no longer sell drones to Chad.",
        "Ana Vale said Serbia would no longer take orders from Chad.",
        "Halden Optics said it no longer took orders from Chad.",
        "Halden Optics announced that it would no longer do business with Chad.",
        "Halden Optics said it had not sold lenses to Chad until 2021.",
    ],
)
def test_a_comparison_and_an_end_are_no_denial(text: str) -> None:
    assert "deny" not in polarities(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vale said the drones that were not destroyed had been sold to Chad.",
        "Ana Vale said Serbia sold drones to Chad because it did not have pilots.",
        "Ana Vale said Serbia sold drones without a licence to Chad.",
        "Ana Vale said Serbia sold drones to Chad without knowing it.",
        "Ana Vale said the drone with no warhead was Serbian.",
        "Ana Vale said the drone, which carried no flag, was Serbian.",
        "Ana Vale said a drone with no markings had been sold to Chad.",
        "Ana Vale said most of the crates were pumps not covered by the ban.",
        "Ana Vale said the lens was from a batch not meant for export.",
        "Ana Vale said Serbia sold drones to a firm that did not exist.",
        "Ana Vale said Serbia sold parts nobody else makes to Chad.",
        "“That's a kind way of saying nobody reads,” said Ana Vale.",
        "“It tells you that nobody read the file,” said Ana Vale.",
        "“It shows that nobody checked the drones,” said Ana Vale.",
        "“This means that the rules do not work,” said Ana Vale.",
        "Ana Vale said this showed that the rules did not work.",
        "Ana Vale promised not to sell drones to Chad again.",
        "Ana Vale said Serbia told buyers not to lend the drones.",
        "Ana Vale said Serbia had asked buyers not to resell the drones.",
        "Ana Vale said Serbia had chosen not to tell Kenya about the drones.",
        "Ana Vale criticised Kenya for not sharing its evidence.",
        "In a house with no number lives Halden Optics, which sold more lenses than its rivals.",
        "Ana Vale said the drones were sold to Peru and not to Chad.",
        "Ana Vale said that Serbia, not Kenya, had sold the drones to Chad.",
        "Ana Vale said Serbia sold the drones in 2021, not in 2022.",
        "Ana Vale said Serbia would have sold drones to Chad had Kenya not objected.",
        "Ana Vale said Serbia had sold drones to Chad, whether or not it knew.",
        "Ana Vale said Serbia sold drones to Chad, if not missiles.",
        "Ana Vale said Serbia sold drones to Chad, something no other state had done.",
    ],
)
def test_a_negation_inside_the_clause_is_not_that_of_the_clause(text: str) -> None:
    assert "deny" not in polarities(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vale predicted that the sale would not stop the war.",
        "Ana Vale predicted the sale would not go ahead.",
        "Ana Vale warned that the plant would not survive without Serbian engines.",
        "Ana Vale said the drones would not fly without Serbian engines.",
        "“Without Serbian engines, these drones would not fly,” said Ana Vale.",
        "Ana Vale said the plan would not succeed if the engines did not arrive.",
        "Ana Vale cautioned that the sample was not large.",
        "Ana Vale cautioned that one bolt did not settle who built the boat.",
        "“A serial number does not prove who sold it,” cautioned Ana Vale.",
        "Ana Vale warned that Chad had no means of jamming radios.",
        "Ana Vale expects that Serbia will not sell drones to Chad.",
    ],
)
def test_what_is_foretold_is_asserted(text: str) -> None:
    assert "deny" not in polarities(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vale admitted that nobody had checked the drones.",
        "Ana Vale admitted that Serbia had not checked the buyer.",
        "Ana Vale conceded that the ministry had no record of the buyer.",
        "Ana Vale acknowledged that no licence had been issued for the drones.",
        "“We are not catching enough of them,” Ana Vale conceded.",
        "“Nobody asked the buyer for papers,” Ana Vale admitted.",
    ],
)
def test_what_is_conceded_not_to_be_so_is_denied_by_who_concedes_it(text: str) -> None:
    found = under_a_title(text)
    assert [(each.polarity, each.act, each.holds) for each in found] == [("deny", "admit", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vale predicted that the sale would not go ahead.",
        "Ana Vale said the drones would not fly without Serbian engines.",
    ],
)
def test_what_is_foretold_not_to_be_so_is_held_untrue(text: str) -> None:
    found = under_a_title(text)
    assert [(each.polarity, each.flags, each.holds) for each in found] == [("assert", ("negated",), False)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Vale confirmed that Serbia had sold no drones to Chad.",
        "Ana Vale warned that Serbia had not sold drones to Chad.",
        "Ana Vale said Serbia would never knowingly sell drones to Chad.",
        "Ana Vale said that even if asked, Serbia would not sell drones to Chad.",
    ],
)
def test_who_confirms_that_it_was_not_done_denies_it(text: str) -> None:
    assert {each.polarity for each in under_a_title(text)} == {"deny"}


@pytest.mark.parametrize(
    "text",
    [
        "A court dismissed Serbia's case against Kenya.",
        "The tribunal rejected Serbia's appeal.",
        "The court threw out Serbia's complaint against Kenya.",
        "Kenya rejected Serbia's request for talks.",
        "Kenya refused Serbia's offer of drones.",
        "Parliament rejected a bill on drones.",
        "Kenya denied Serbia access to the wreck.",
        "Kenya was denied access to the wreck.",
        "Kenya denied the ship entry.",
        "Kenya denied an export licence to Halden Optics.",
        "Serbia failed to stop the sale of drones to Chad.",
        "Ana Vale said Serbia had failed to stop the sale of drones to Chad.",
        "Ana Vale said Serbia had done nothing to stop the sale of drones to Chad.",
        "Ana Vale accused Serbia of doing nothing to stop the sale.",
        "“Those who deny that drones were sold are wrong,” said Ana Vale.",
    ],
)
def test_what_is_turned_down_or_left_undone_is_no_denial(text: str) -> None:
    assert "deny" not in polarities(text)
