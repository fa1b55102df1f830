"""Office templates of decisions: taken in after a check and a trial print, filled, closed when another one follows."""

import base64
import hashlib
import json
import secrets
import subprocess  # nosec B404 - starts this program only
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from areas.enums import AreaLevel
from common.services import check_may, service
from teams.decision_text import DecisionText
from teams.line_ups import save_as
from teams.models import DecisionTemplate
from teams.template_sample import SAMPLE
from vietnamese.text import clean

LARGEST = 2 * 1024 * 1024
SECONDS = 20
SENTENCES: Mapping[str, Any] = {
    "no_word": _("The file is no Word document (.docx). Save the template as .docx and choose it again."),
    "too_large": _(
        "The template is too large when unpacked. Take out pictures and pages that it does not need."
    ),
    "password": _("The template is protected with a password. Save it without one."),
    "macro": _("The template holds macros or embedded programs. Save it as a plain .docx without them."),
    "entity": _("The template holds definitions that are not allowed in Word files. Save it anew with Word."),
    "outside": _(
        "The template reads from other files or addresses. Take out linked pictures, fields and objects."
    ),
    "syntax": _("A placeholder is not closed or not written properly: %(words)s. Write it as {{ subject }}."),
    "forbidden": _(
        "The template holds what is not allowed: %(words)s. Only the placeholders of the list may be used, "
        "with loops over legal_bases, articles, recipients, teams and their members."
    ),
    "unknown": _("Unknown placeholders: %(words)s. Use the names of the list on this page."),
    "no_result": _("The trial print failed: %(words)s. Look at the placeholders in tables and loops."),
    "time": _("The template takes too long or too much memory to fill. Make it simpler."),
}


def refusal(code: str, words: list[str]) -> ValidationError:
    """Why a template is not taken, in a sentence at its field."""
    text = SENTENCES[code] % {"words": ", ".join(words)}
    return ValidationError({"file": ValidationError(text, code=code)})


def run_template(content: bytes, values: dict[str, Any] | None) -> tuple[list[str], bytes]:
    """Check (and with values fill) a template in a process of its own; raises ValidationError.

    Returns the wanted placeholders that it does not use, and the filled paper.
    """
    question = {"template": base64.b64encode(content).decode(), "values": values}
    try:
        child = subprocess.run(  # nosec B603 - a fixed command line
            [sys.executable, "-m", "teams.template_child"],
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=SECONDS,
            cwd=settings.BASE_DIR,
            check=False,
        )
        answer = json.loads(child.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise refusal("time", []) from error
    if "refused" in answer:
        raise refusal(answer["refused"], answer["words"])
    return answer["missing"], base64.b64decode(answer["paper"])


@service
def save_template(*, by: User, template: DecisionTemplate, upload: Any = None) -> DecisionTemplate:
    """Keep a new template; a Word file is checked and printed on trial before."""
    check_may(by, template.area.path, "template.edit")
    if template.area.level not in (AreaLevel.PROVINCE, AreaLevel.COMMUNE):
        raise ValidationError(
            {"area": ValidationError(_("Templates belong to a province or a commune."), code="area")}
        )
    template.full_clean(exclude=["file"])
    if upload is None:
        save_as(template, by)
        return template
    content = read_upload(upload)
    template.missing, _paper = run_template(content, SAMPLE)
    template.sha256 = hashlib.sha256(content).hexdigest()
    template.original_name = clean(upload.name or "")[-200:]
    template.file.save(f"{secrets.token_urlsafe(24)}.docx", ContentFile(content), save=False)
    try:
        save_as(template, by)
    except BaseException:
        template.file.storage.delete(str(template.file.name))
        raise
    return template


def read_upload(upload: Any) -> bytes:
    """The file's bytes, if it is small enough."""
    if upload.size > LARGEST:
        text = _("The template is larger than 2 MB. Take out pictures that it does not need.")
        raise ValidationError({"file": ValidationError(text, code="size")})
    content: bytes = upload.read()
    return content


@service
def close_template(*, by: User, template: DecisionTemplate, valid_to: date) -> DecisionTemplate:
    """From this day the template holds no more; decisions of earlier days keep it."""
    stored = (
        DecisionTemplate.objects.select_for_update(of=("self",)).select_related("area").get(pk=template.pk)
    )
    check_may(by, stored.area.path, "template.edit")
    stored.valid_to = valid_to
    stored.full_clean(exclude=["file"])
    save_as(stored, by)
    return stored


def content_of(template: DecisionTemplate) -> bytes:
    """The stored Word file; raises ValidationError where it is gone."""
    try:
        with template.file.storage.open(str(template.file.name), "rb") as file:
            content: bytes = file.read()
    except FileNotFoundError as error:
        text = now_("The file of this template is missing on the server. Upload it again.")
        raise ValidationError(text, code="missing") from error
    return content


def filled(template: DecisionTemplate, text: DecisionText) -> bytes:
    """The office's own template with the words of a decision; raises ValidationError."""
    return run_template(content_of(template), values_of(text))[1]


def values_of(text: DecisionText) -> dict[str, Any]:
    """The words of a decision under the names of the placeholders."""
    signature = (*text.signature, "")
    members = sum(len(team.members) for team in text.teams)
    return {
        "issuer": text.issuer,
        "committee": " ".join(text.body),
        "commune": text.commune,
        "number": text.number,
        "number_line": text.number_line,
        "place": text.place,
        "dd": text.day,
        "mm": text.month,
        "yyyy": text.year,
        "place_date": text.place_date,
        "subject": text.subject,
        "heading": text.heading,
        "tasks": text.wording.tasks,
        "reporting": text.wording.reporting,
        "executors": text.wording.executors,
        "effect": text.effect,
        "sign_1": signature[0],
        "sign_2": signature[1],
        "signer": text.signer,
        "annex_title": text.annex_title,
        "annex_note": text.annex_note,
        "team_count": str(len(text.teams)),
        "member_count": str(members),
        "legal_bases": text.legal_bases,
        "articles": [{"no": str(no), "text": words} for no, words in enumerate(text.articles, start=1)],
        "recipients": text.recipients,
        "teams": [_team_values(no, team) for no, team in enumerate(text.teams, start=1)],
    }


def _team_values(number: int, team: Any) -> dict[str, Any]:
    return {
        "no": str(number),
        "roman": team.number,
        "name": team.name,
        "former": team.former_words,
        "members": [line._asdict() | {"no": str(no)} for no, line in enumerate(team.members, start=1)],
    }
