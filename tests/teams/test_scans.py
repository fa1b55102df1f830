"""Scans of decisions: judged by content, kept under a secret name, without what a camera adds."""

import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from teams.decisions import save_decision
from teams.models import Decision, DecisionScan
from teams.scans import LARGEST, attach_scan
from tests.cast import Cast, make_cast
from tests.teams.builders import new_decision
from tests.teams.test_issuing import refused

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def decision(cast: Cast) -> Decision:
    return save_decision(by=cast.minh, decision=new_decision(cast.places.commune))


def upload(content: bytes, name: str = "12-QD-UBND.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def stored_bytes(scan: DecisionScan) -> bytes:
    with scan.file.storage.open(scan.file.name) as file:
        return file.read()


def photograph() -> bytes:
    """A JPG with the camera's name and place in it."""
    exif = Image.Exif()
    exif[0x010F] = "MAY ANH MAU"
    exif.get_ifd(0x8825)[1] = "N"
    target = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(target, "JPEG", exif=exif, comment=b"BI MAT")
    return target.getvalue()


def test_pdf_is_kept_under_a_secret_name(cast: Cast, decision: Decision) -> None:
    scan = attach_scan(by=cast.minh, decision=decision, upload=upload(PDF))
    assert (scan.content_type, scan.size_bytes, scan.original_name) == (
        "application/pdf",
        len(PDF),
        "12-QD-UBND.pdf",
    )
    assert "12-QD" not in scan.file.name
    assert stored_bytes(scan) == PDF


def test_photograph_loses_what_the_camera_adds(cast: Cast, decision: Decision) -> None:
    scan = attach_scan(by=cast.minh, decision=decision, upload=upload(photograph(), "anh.jpg"))
    stored = stored_bytes(scan)
    assert b"MAY ANH MAU" in photograph()
    assert (b"MAY ANH MAU" in stored, b"BI MAT" in stored) == (False, False)
    with Image.open(io.BytesIO(stored)) as picture:
        assert (picture.size, dict(picture.getexif())) == ((40, 30), {})


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>%PDF-1.7 %%EOF", b"MZ\x90", b"%PDF-1.7 cut off", photograph()[:200], b"\x89PNG\r\n\x1a\n"],
)
def test_other_content_is_refused_whatever_its_name(cast: Cast, decision: Decision, content: bytes) -> None:
    assert refused(lambda: attach_scan(by=cast.minh, decision=decision, upload=upload(content))) == ["type"]
    assert DecisionScan.objects.count() == 0


def test_too_large(cast: Cast, decision: Decision) -> None:
    large = PDF[:-6] + b" " * LARGEST + b"%%EOF\n"
    assert refused(lambda: attach_scan(by=cast.minh, decision=decision, upload=upload(large))) == ["size"]


def test_new_scan_takes_the_place_of_the_old(cast: Cast, decision: Decision) -> None:
    first = attach_scan(by=cast.minh, decision=decision, upload=upload(PDF))
    second = attach_scan(by=cast.minh, decision=decision, upload=upload(photograph(), "anh.jpg"))
    assert (second.pk, second.content_type) == (first.pk, "image/jpeg")
    assert DecisionScan.history.count() == 2


def test_only_the_own_commune_attaches(cast: Cast, decision: Decision) -> None:
    with pytest.raises(PermissionDenied):
        attach_scan(by=cast.quang, decision=decision, upload=upload(PDF))
