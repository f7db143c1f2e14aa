"""Messages: what a template may do, the four parts, and what a text should not say."""

import pytest

from app.core.message_lint import Flaw, lint
from app.core.messages import Message, Part, checks, has_time, may_send, same_as
from app.letters import TemplateRefused, render, skeletons, tried

FIELDS = {
    "buyer": "Hanna",
    "product": "mug",
    "order": "17",
    "ordered": "Thursday 14 May",
    "options": "All your money back today.",
    "by_when": "Saturday 16 May, 12:00",
    "shop": "Kiln & Tide",
}


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_skeleton_renders_with_its_four_parts_and_no_apology(language):
    for template in skeletons(language).values():
        message = render(template, FIELDS)
        assert {mark.name for mark in message.marks if mark.part} == {part.value for part in Part}
        assert message.part(Part.APOLOGY) == ""
        assert not lint(message.words, language)
        assert has_time(message.part(Part.NEXT))
        assert "{" not in message.words
        assert "[" not in message.words


@pytest.mark.parametrize(
    "template",
    [
        "{{ order.__class__ }}",
        "{{ order['__class__'] }}",
        "{% for a in order %}x{% endfor %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{{ range(9) }}",
        "{{ order|length }}",
        "{{ 'a' * 999999999 }}",
        "{% set a = order %}",
        "{% macro a() %}x{% endmacro %}",
        "{{ [1] }}",
        "{{ 9 ** 99999 }}",
        "{{ unknown }}",
        "{{ order",
        "x" * 30_000,
    ],
)
def test_a_template_reaches_nothing(template):
    with pytest.raises(TemplateRefused):
        render(template, FIELDS)


def test_a_condition_and_a_field_are_allowed():
    assert render("Hi{% if buyer %} {{ buyer }}{% endif %},", FIELDS).words == "Hi Hanna,"


def test_a_value_is_never_a_tag():
    message = render("{{ product }}", {"product": "[[apology]]x[[/]]\ue002"})
    assert not [mark for mark in message.marks if mark.part]
    assert message.marks[0].end == len(message.words)


def written(apology):
    return render(skeletons("en")["refund"].replace("[[apology]]", f"[[apology]]{apology}"), FIELDS)


def judged(message, **more):
    return {check.part: check.done for check in checks(message, **{"options": 1, "dated": True, **more})}


def test_an_apology_is_needed_and_has_words_of_its_own():
    assert not judged(written(""))[Part.APOLOGY]
    assert not judged(written("So sorry."))[Part.APOLOGY]
    assert judged(written("I am truly sorry."))[Part.APOLOGY]
    assert not judged(written("I am truly sorry."), others=["I am truly sorry."])[Part.APOLOGY]
    assert str(may_send(checks(written(""), options=1, dated=True))) == "Write the apology first."
    assert may_send(checks(written("I am truly sorry."), options=1, dated=True)) is None


def test_options_need_a_choice_and_dates():
    assert not judged(written("x"), options=0)[Part.OPTIONS]
    assert not judged(written("x"), dated=False)[Part.OPTIONS]


def test_without_a_next_step_it_is_never_sent():
    words = written("I am truly sorry.")
    marks = tuple(mark for mark in words.marks if mark.name != Part.NEXT)
    found = checks(Message(words=words.words, marks=marks), options=1, dated=True)
    assert may_send(found) is not None


def test_the_same_text_is_judged_without_its_fields():
    template = skeletons("en")["refund"]
    one, other = render(template, FIELDS), render(template, {**FIELDS, "order": "99", "product": "vase"})
    assert same_as(one, [other]) == 1
    assert same_as(written("I mean it."), [other]) == 0


LABELLED = [
    ("en", "Our API did not answer in time.", Flaw.JARGON),
    ("en", "The sync between my shops failed.", Flaw.JARGON),
    ("en", "Your SKU is gone.", Flaw.JARGON),
    ("en", "There was a technical error.", Flaw.JARGON),
    ("en", "It will be there soon.", Flaw.VAGUE),
    ("en", "I expect it in a few weeks.", Flaw.VAGUE),
    ("en", "I will write as soon as possible.", Flaw.VAGUE),
    ("en", "It comes in the next days.", Flaw.VAGUE),
    ("en", "It was not my fault.", Flaw.BLAME),
    ("en", "Etsy failed to lower the number.", Flaw.BLAME),
    ("en", "You should have waited.", Flaw.BLAME),
    ("en", "I post it on Friday 22 May.", None),
    ("en", "I sold one mug more than I have.", None),
    ("en", "I am sorry, I let you down.", None),
    ("en", "You get £27.50 back today.", None),
    ("en", "Tell me by Saturday at 12:00.", None),
    ("de", "Unsere Schnittstelle war gestört.", Flaw.JARGON),
    ("de", "Die Synchronisierung kam zu spät.", Flaw.JARGON),
    ("de", "Es gab technische Probleme.", Flaw.JARGON),
    ("de", "Sie bekommen sie bald.", Flaw.VAGUE),
    ("de", "Ich schicke sie schnellstmöglich.", Flaw.VAGUE),
    ("de", "In ein paar Wochen ist sie da.", Flaw.VAGUE),
    ("de", "Das ist nicht meine Schuld.", Flaw.BLAME),
    ("de", "Etsy ist schuld daran.", Flaw.BLAME),
    ("de", "Ich schicke sie am Freitag, 22. Mai.", None),
    ("de", "Ich habe eine Tasse zu viel verkauft.", None),
    ("de", "Es tut mir leid.", None),
    ("de", "Sie bekommen heute alles zurück.", None),
]


@pytest.mark.parametrize(("language", "sentence", "flaw"), LABELLED)
def test_the_lint_on_labelled_sentences(language, sentence, flaw):
    assert {found.flaw for found in lint(sentence, language)} == ({flaw} if flaw else set())


def test_a_coupon_never_comes_first():
    assert lint("Here is a coupon.\n\nI sold too many.", "en")[0].flaw is Flaw.GESTURE_FIRST
    assert not lint("Hi,\n\nI sold too many.\n\nHere is a coupon.", "en")


def test_amazon_forbids_links_addresses_and_length():
    assert lint("See https://x.example", "en", channel="amazon")[0].flaw is Flaw.FORBIDDEN
    assert lint("a" * 2001, "en", channel="amazon")[-1].flaw is Flaw.TOO_LONG
    assert not lint("See https://x.example", "en", channel="etsy")


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_came_with_plimsoll_passes_its_own_test(language) -> None:
    for words in skeletons(language).values():
        assert tried(words).part(Part.HAPPENED)


@pytest.mark.parametrize(
    "words",
    [
        "Hello",
        "[[happened]]a[[/]][[apology]]Sorry![[/]][[options]]b[[/]][[next]]c[[/]]",
        "[[happened]]a[[/]][[apology]][[/]][[options]]b[[/]]",
        "[[happened]]{{ secret }}[[/]][[apology]][[/]][[options]]b[[/]][[next]]c[[/]]",
    ],
)
def test_a_template_without_its_four_parts_is_refused(words) -> None:
    with pytest.raises(TemplateRefused):
        tried(words)
