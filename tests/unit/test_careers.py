"""Who is who, and spells in office: only what acts show, never the name alone."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.careers import ActRow, Careers, resolve
from orchestration.gazette.records import Action

_COUNT = iter(range(10_000))


def act(
    name: str,
    action: Action,
    body: str,
    post: str,
    *,
    document: str = "d1",
    listed: dt.date | None = dt.date(2021, 4, 30),
    decided: dt.date | None = None,
    at: int | None = None,
    quote: str = "",
    remark: str | None = None,
    agency: str | None = "",
    region: str | None = "370000",
    cited: dt.date | None = None,
) -> ActRow:
    number = next(_COUNT)
    start = number * 100 if at is None else at
    return ActRow(
        appointment_id=f"a{number}",
        document_id=document,
        person_name=name,
        action=action,
        organization=body,
        agency_id=f"370000/{body}" if agency == "" else agency,
        post=post,
        decision_date=decided,
        listed_date=listed,
        cited_date=cited,
        char_start=start,
        char_end=start + 50,
        quote=quote,
        region_id=region,
        remark=remark,
    )


def persons_of(careers: Careers) -> dict[str, str]:
    return {link.appointment_id: link.person_id for link in careers.person_of_act}


def are_one(*acts: ActRow) -> bool:
    careers = resolve(acts)
    return len({persons_of(careers)[one.appointment_id] for one in acts}) == 1


def test_the_name_alone_never_merges() -> None:
    first = act("王静", "appoint", "甲市商务局", "局长")
    assert not are_one(first, act("王静", "appoint", "乙市商务局", "局长", document="d2"))
    assert not are_one(first, act("王静", "appoint", "甲市体育局", "局长", document="d2"))
    assert not are_one(first, act("王静", "remove", "甲市体育局", "局长", document="d2"))
    assert not are_one(first, act("王静", "appoint", "甲市体育局", "副局长"))


def test_two_removals_of_one_name_in_one_document_stay_apart() -> None:
    assert not are_one(act("王瑛", "remove", "甲市建设局", "局长"), act("王瑛", "remove", "甲市应急局", "副局长"))


def test_one_post_merges_what_puts_in_and_takes_out() -> None:
    first = act("王静", "appoint", "甲市商务局", "局长")
    second = act("王静", "remove", "甲市商务局", "局长", document="d2", listed=dt.date(2023, 1, 5))
    careers = resolve([second, first])
    assert len(careers.persons) == 1
    assert careers.persons[0].reason == "same post"
    assert {link.reason for link in careers.person_of_act} == {"same post"}


def test_one_clause_is_one_person() -> None:
    assert are_one(
        act("刘大力", "appoint", "高新区管委会", "副主任", at=100),
        act("刘大力", "appoint", "保税区管委会", "主任", at=110),
    )


def test_a_move_in_one_list_is_one_person() -> None:
    moved = (act("王静", "remove", "甲市医保局", "局长"), act("王静", "appoint", "甲市商务局", "局长"))
    assert are_one(*moved)
    assert resolve(moved).persons[0].reason == "moved in one list"


def test_a_move_needs_one_list() -> None:
    out = act("王静", "remove", "甲市医保局", "局长")
    assert not are_one(out, act("王静", "appoint", "甲市商务局", "局长", listed=dt.date(2021, 4, 1)))
    assert not are_one(out, act("王静", "appoint", "甲市商务局", "局长", document="d2"))


def test_a_move_of_two_namesakes_is_not_guessed() -> None:
    acts = [
        act("王静", "remove", "甲市医保局", "局长"),
        act("王静", "appoint", "甲市商务局", "局长"),
        act("王静", "appoint", "甲市体育局", "副局长"),
    ]
    assert len(resolve(acts).persons) == 3


def test_a_stated_post_merges() -> None:
    former = act("王静", "remove", "甲市医保局", "局长")
    later = act(
        "王静", "appoint", "乙市商务局", "局长", document="d2", quote="任命原甲市医保局局长王静为乙市商务局局长"
    )
    assert are_one(former, later)
    assert not are_one(
        former, act("王静", "appoint", "乙市商务局", "局长", document="d2", quote="任命王静为乙市商务局局长")
    )


def test_bodies_without_an_id_are_told_apart_by_place() -> None:
    first = act("王静", "appoint", "区人民政府", "副区长", agency=None, region="110101")
    assert are_one(first, act("王静", "remove", "区人民政府", "副区长", agency=None, region="110101", document="d2"))
    assert not are_one(
        first, act("王静", "remove", "区人民政府", "副区长", agency=None, region="310101", document="d2")
    )
    nowhere = act("王静", "appoint", "区人民政府", "副区长", agency=None, region=None)
    assert not are_one(nowhere, act("王静", "remove", "区人民政府", "副区长", agency=None, region=None, document="d2"))


def test_traditional_and_simplified_names_are_equal() -> None:
    assert are_one(
        act("陳東海", "appoint", "甲市商务局", "局长"), act("陈东海", "remove", "甲市商务局", "局长", document="d2")
    )


def test_namesakes_are_told_apart_in_words() -> None:
    careers = resolve(
        [act("王静", "appoint", "甲市商务局", "局长"), act("王静", "remove", "甲市体育局", "局长", document="d2")]
    )
    assert {person.disambiguation for person in careers.persons} == {
        "2021年4月任甲市商务局局长",
        "2021年4月免甲市体育局局长",
    }


def test_an_open_spell_has_no_end() -> None:
    (term,) = resolve([act("王静", "appoint", "甲市商务局", "局长")]).terms
    assert (term.status, term.start_date, term.end_date) == ("open", dt.date(2021, 4, 30), None)


def test_a_removal_alone_has_no_start() -> None:
    (term,) = resolve([act("王静", "remove", "甲市商务局", "局长", decided=dt.date(2021, 3, 30))]).terms
    assert (term.status, term.start_date, term.end_date) == ("start_unknown", None, dt.date(2021, 3, 30))
    assert term.start_appointment_id is None
    assert term.end_appointment_id is not None


def test_a_spell_from_act_to_act() -> None:
    start = act("王静", "appoint", "甲市商务局", "局长", decided=dt.date(2019, 2, 1), listed=None)
    again = act("王静", "appoint", "甲市商务局", "局长", decided=dt.date(2020, 2, 1), listed=None, document="d2")
    end = act(
        "王静", "remove", "甲市商务局", "局长", decided=dt.date(2021, 3, 30), document="d3", cited=dt.date(2021, 6, 1)
    )
    (term,) = resolve([end, again, start]).terms
    assert (term.status, term.start_date, term.end_date) == ("ended", dt.date(2019, 2, 1), dt.date(2021, 3, 30))
    assert (term.first_cited, term.last_cited) == (dt.date(2019, 2, 1), dt.date(2021, 6, 1))
    assert (term.start_appointment_id, term.end_appointment_id) == (start.appointment_id, end.appointment_id)


def test_a_post_taken_up_twice_gives_two_spells() -> None:
    years = [(2015, "appoint"), (2017, "remove"), (2019, "appoint")]
    acts = [
        act(
            "王静",
            "appoint" if kind == "appoint" else "remove",
            "甲市商务局",
            "局长",
            decided=dt.date(year, 1, 1),
            document=f"d{year}",
        )
        for year, kind in years
    ]
    terms = resolve(acts).terms
    assert [term.status for term in terms] == ["ended", "open"]


def test_an_undated_act_gives_no_date() -> None:
    (term,) = resolve([act("王静", "appoint", "甲市商务局", "局长", listed=None, cited=dt.date(2021, 5, 1))]).terms
    assert (term.start_date, term.first_cited, term.last_cited) == (None, dt.date(2021, 5, 1), dt.date(2021, 5, 1))


def test_a_motion_opens_no_spell() -> None:
    careers = resolve([act("王静", "appoint", "甲市商务局", "局长", remark="提请任命")])
    assert careers.terms == ()
    assert len(careers.persons) == 1


_ACTS = st.lists(
    st.builds(
        lambda name, action, body, document, year: act(
            name, "appoint" if action else "remove", body, "局长", document=document, listed=dt.date(year, 1, 1)
        ),
        st.sampled_from(["王静", "李萍"]),
        st.booleans(),
        st.sampled_from(["甲市商务局", "甲市体育局", "乙市商务局"]),
        st.sampled_from(["d1", "d2"]),
        st.integers(2018, 2021),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(_ACTS, st.randoms())
def test_order_of_acts_does_not_matter(acts: list[ActRow], random: object) -> None:
    shuffled = list(acts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = resolve(acts), resolve(shuffled)
    assert set(first.persons) == set(second.persons)
    assert set(first.person_of_act) == set(second.person_of_act)
    assert set(first.terms) == set(second.terms)


@settings(deadline=None)
@given(_ACTS)
def test_every_act_has_one_person_and_names_never_mix(acts: list[ActRow]) -> None:
    careers = resolve(acts)
    assert sorted(link.appointment_id for link in careers.person_of_act) == sorted(one.appointment_id for one in acts)
    names = {person.person_id: person.name for person in careers.persons}
    assert len(names) == len(careers.persons)
    by_id = {one.appointment_id: one for one in acts}
    assert all(names[link.person_id] == by_id[link.appointment_id].person_name for link in careers.person_of_act)


@settings(deadline=None)
@given(_ACTS)
def test_terms_end_after_they_start_and_open_ones_do_not_end(acts: list[ActRow]) -> None:
    for term in resolve(acts).terms:
        assert (term.status == "open") == (term.end_appointment_id is None)
        assert (term.status == "start_unknown") == (term.start_appointment_id is None)
        if term.start_date and term.end_date:
            assert term.start_date <= term.end_date
