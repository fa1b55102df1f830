"""Bad input on the pages of decisions: said at its field, kept, and nothing half-written; scans by content."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from common.models import AuditEntry
from teams.models import Decision, DecisionScan
from tests.cast import Cast, make_cast
from tests.teams.builders import (
    issue_for,
    make_draft_team,
    proposal_of,
)
from tests.teams.clients import HOSTILE, PAPER, client_of, page_url

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def minh(cast: Cast) -> Client:
    return client_of(cast.minh)


# Bad input.


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_and_escaped(cast: Cast, minh: Client, text: str) -> None:
    answer = minh.post(
        page_url("decision_create"), PAPER | {"subject": text, "signer_name": text, "number": ""}
    )
    decision = Decision.objects.get()
    assert answer.url == page_url("decision_detail", decision.pk)
    page = minh.get(answer.url)
    assert page.status_code == 200
    assert b"<script>alert" not in page.content


@pytest.mark.parametrize(
    ("field", "value", "at"),
    [
        ("subject", "x" * 10_000, "subject"),
        ("subject", "", "subject"),
        ("subject", "a\x00b", "subject"),
        ("number", "mười hai", "number"),
        ("number", "12/" + "A" * 10_000, "number"),
        ("number", "0", "number"),
        ("number", "12/" + "Đ" * 50, "__all__"),
        ("issued_on", "31/02/2022", "issued_on"),
        ("issued_on", "9" * 300, "issued_on"),
        ("effective_on", "01/08/2022", "__all__"),
        ("signing_mode", "KING", "signing_mode"),
        ("items", "99999999", "items"),
        ("items", "abc", "items"),
        ("items", "-1", "items"),
        ("lock", "x", "lock"),
    ],
)
def test_wrong_input_is_said_and_kept(cast: Cast, minh: Client, field: str, value: str, at: str) -> None:
    answer = minh.post(page_url("decision_create"), PAPER | {"subject": "Thành lập tổ", field: value})
    assert answer.status_code == 200
    assert at in answer.context["form"].errors, answer.context["form"].errors
    assert not Decision.objects.exists()
    assert answer.context["form"]["signer_name"].value() == "Võ Thanh Bình"


def test_same_number_is_refused_at_its_field(cast: Cast, minh: Client) -> None:
    issue_for(cast.minh, [make_draft_team(cast)], number=12)
    answer = minh.post(page_url("decision_create"), PAPER | {"subject": "Khác", "number": "12 / qđ-ubnd"})
    assert "BR-18" in str(answer.context["form"].errors["number"])


def test_items_of_another_commune_are_no_choice(cast: Cast, minh: Client) -> None:
    foreign = proposal_of(make_draft_team(cast, cast.places.other_hamlets[0], by=cast.quang))
    answer = minh.post(page_url("decision_create"), PAPER | {"subject": "Lấn sân", "items": [foreign.pk]})
    assert "items" in answer.context["form"].errors
    foreign.refresh_from_db()
    assert foreign.decision_id is None


# Scans.


def upload(client: Client, decision: Decision, name: str, content: bytes) -> Any:
    return client.post(page_url("scan_upload", decision.pk), {"file": SimpleUploadedFile(name, content)})


def test_scan_is_kept_and_served_inside_the_scope_only(cast: Cast, minh: Client) -> None:
    decision = issue_for(cast.minh, [make_draft_team(cast)], number=12)
    assert upload(minh, decision, '../../e"vil\r\n<b>.pdf', PDF).url == page_url(
        "decision_detail", decision.pk
    )
    answer = minh.get(page_url("decision_scan", decision.pk))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="qd-ubnd-12.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert AuditEntry.objects.filter(object_type="teams.decisionscan", actor=cast.minh).count() == 1
    seen = client_of(cast.lan).get(page_url("decision_scan", decision.pk))
    assert b"".join(seen.streaming_content) == PDF
    assert client_of(cast.quang).get(page_url("decision_scan", decision.pk)).status_code == 404
    assert Client().get(page_url("decision_scan", decision.pk)).status_code == 302
    assert "evil" not in DecisionScan.objects.get().file.name


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.pdf", b"<html><script>alert(1)</script></html>"),
        ("empty.pdf", b""),
        ("short.pdf", b"%PDF-1.4"),
        ("big.pdf", PDF[:-6] + b"0" * 11 * 1024 * 1024 + b"%%EOF"),
        ("x" * 300 + ".pdf", PDF),
    ],
)
def test_wrong_files_are_refused(cast: Cast, minh: Client, name: str, content: bytes) -> None:
    decision = issue_for(cast.minh, [make_draft_team(cast)])
    answer = upload(minh, decision, name, content)
    assert answer.status_code == 200
    assert "file" in answer.context["form"].errors
    assert not DecisionScan.objects.exists()
