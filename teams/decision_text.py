"""The words of a decision in the order of the paper; Word, PDF and an office's own template are made from them.

Layout and formulas: Nghị định 30/2020/NĐ-CP and domain/documents. Papers are in Vietnamese, whatever language
the screen is in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from common.paper import Column, Section
from teams.decision_annex import TeamLines, annex_columns, annex_of, annex_sections, cited
from teams.enums import DecisionAction, SigningMode
from teams.models import Decision
from teams.wording import Wording, wording_for

BLANK = "\u00a0" * 6
COMMITTEE = "Ủy ban nhân dân "
VERBS = ("thành lập", "kiện toàn", "sửa đổi", "bổ sung", "điều chỉnh", "thay đổi", "giải thể", "ban hành")
TO_THE_FILES = "- Lưu: VT."
"""The last recipient of every paper."""
BASIS_STARTS = ("căn cứ", "xét", "theo", "thực hiện")
MOST_NAMED = 5
"""More decisions than this are not named one by one in an article."""


@dataclass(frozen=True)
class DecisionText:
    """Everything that stands on the paper, in words."""

    issuer: str
    body: tuple[str, ...]
    number: str
    number_line: str
    place: str
    day: str
    month: str
    year: str
    place_date: str
    subject: str
    heading: str
    legal_bases: list[str]
    articles: list[str]
    effect: str
    recipients: list[str]
    signature: tuple[str, ...]
    signer: str
    annex_title: str
    annex_note: str
    columns: list[Column]
    sections: list[Section]
    total: str
    teams: list[TeamLines]
    commune: str
    wording: Wording
    check_address: str = ""

    @property
    def recipient_lines(self) -> list[str]:
        """The recipients as they stand on the paper."""
        return [*(f"- {one};" for one in self.recipients), TO_THE_FILES]


def day_on_paper(decision: Decision) -> date:
    """The day for which the paper is worded: its own, else today."""
    return decision.issued_on or timezone.localdate()


def decision_text(user: Any, decision: Decision, check_address: str = "") -> DecisionText:
    """Reads and words the decision; a constant number of queries, whatever the number of teams."""
    with override("vi"):
        return _worded(user, decision, check_address)


def _worded(user: Any, decision: Decision, check_address: str) -> DecisionText:
    on = day_on_paper(decision)
    teams = annex_of(user, decision, decision.effective_on or on)
    wording = wording_for(decision.issuer, [team.item.action for team in teams], on)
    with_phones = user.can("person.phone", decision.issuer.path)
    issuer = decision.issuer_name_text or f"{COMMITTEE}{decision.issuer.full_name}"
    day, month, year = _date_parts(decision.issued_on)
    place = decision.place_name or decision.issuer.name
    members = sum(len(team.members) for team in teams)
    return DecisionText(
        issuer=issuer,
        body=letterhead_of(issuer),
        number=str(decision.number or BLANK),
        number_line=_("No.: %(number)s") % {"number": f"{decision.number or BLANK}/{decision.symbol}"},
        place=place,
        day=day,
        month=month,
        year=year,
        place_date=_("%(place)s, day %(day)s month %(month)s year %(year)s")
        % {"place": place, "day": day, "month": month, "year": year},
        subject=subject_line(decision.subject),
        heading=_heading(decision, issuer),
        legal_bases=punctuated(decision.legal_bases or wording.legal_bases),
        articles=articles_of(decision, teams, wording),
        effect=_effect(decision),
        recipients=recipients_of(decision.recipients or wording.recipients),
        signature=_signature(decision.signing_mode),
        signer=decision.signer_name,
        annex_title=_annex_title(teams),
        annex_note=_annex_note(decision, issuer, (day, month, year)),
        columns=annex_columns(with_phones),
        sections=annex_sections(teams, with_phones),
        total=_("Total: %(teams)s teams, %(members)s members") % {"teams": len(teams), "members": members},
        teams=teams,
        commune=decision.issuer.full_name,
        wording=wording,
        check_address=check_address,
    )


def letterhead_of(issuer: str) -> tuple[str, ...]:
    """The issuing body in capitals; a committee's place stands on a line of its own."""
    if issuer.startswith(COMMITTEE):
        return COMMITTEE.strip().upper(), issuer.removeprefix(COMMITTEE).upper()
    return (issuer.upper(),)


def _date_parts(on: date | None) -> tuple[str, str, str]:
    """Day, month and year; days below 10 and months 1 and 2 with a zero; blank in a draft."""
    if on is None:
        return BLANK, BLANK, BLANK
    return f"{on:%d}", f"{on:%m}" if on.month < 3 else str(on.month), str(on.year)


def subject_line(subject: str) -> str:
    """The subject as it stands below the title: “Về việc thành lập …”."""
    if subject.lower().startswith(("về việc", "v/v")):
        return subject
    if subject.lower().startswith(VERBS):
        subject = subject[:1].lower() + subject[1:]
    return _("On: %(subject)s") % {"subject": subject}


def _heading(decision: Decision, issuer: str) -> str:
    if decision.signing_mode == SigningMode.TM_CHAIR:
        return issuer.upper()
    return _("THE CHAIR OF %(committee)s") % {"committee": issuer.upper()}


def _signature(mode: str) -> tuple[str, ...]:
    chair = _("CHAIR")
    return {
        SigningMode.TM_CHAIR: (_("FOR THE PEOPLE'S COMMITTEE"), chair),
        SigningMode.KT_VICE: (_("FOR THE CHAIR"), _("VICE CHAIR")),
    }.get(SigningMode(mode), (chair,))


def punctuated(bases: Sequence[str]) -> list[str]:
    """Legal bases as they stand on paper: each begins with Căn cứ (or Xét, Theo), ends with “;”, the last with “.”."""
    found = []
    for text in bases:
        plain = text.strip().rstrip(";.,").strip()
        if plain:
            found.append(plain if plain.lower().startswith(BASIS_STARTS) else f"Căn cứ {plain}")
    return [f"{text};" for text in found[:-1]] + [f"{text}." for text in found[-1:]]


def recipients_of(lines: Sequence[str]) -> list[str]:
    """Recipients without dashes and marks; the line for the file (Lưu: VT.) is always the paper's last one."""
    plain = [text.strip(" -;.") for text in lines]
    return [text for text in plain if text and not text.lower().startswith("lưu")]


def articles_of(decision: Decision, teams: Sequence[TeamLines], wording: Wording) -> list[str]:
    """The articles without their numbers; the last one says who carries the decision out and from when."""
    place = decision.issuer.full_name[:1].lower() + decision.issuer.full_name[1:]
    found = []
    for action, write in _WRITERS.items():
        own = [team for team in teams if team.item.action == action]
        if own:
            found.append(write(own, place))
    if any(team.item.action in (DecisionAction.ESTABLISH, DecisionAction.RECONSTITUTE) for team in teams):
        tasks = {"tasks": wording.tasks.rstrip(" ."), "reporting": wording.reporting.rstrip(" .")}
        found.append(_("Tasks of the team: %(tasks)s. Way of working, reports: %(reporting)s.") % tasks)
    carried_out = _(
        "%(executors)s and those named in Article 1 are responsible for carrying out this Decision."
    )
    found.append(f"{carried_out % {'executors': wording.executors.rstrip(' .,')}} {_effect(decision)}")
    return found


def _effect(decision: Decision) -> str:
    on = decision.effective_on
    if on is None or decision.issued_on is None or on == decision.issued_on:
        return _("This Decision takes effect on the day of signing./.")
    day, month, year = _date_parts(on)
    return _("This Decision takes effect on day %(day)s month %(month)s year %(year)s./.") % {
        "day": day,
        "month": month,
        "year": year,
    }


def _what(teams: Sequence[TeamLines], place: str) -> str:
    """The team by its name, or how many of them."""
    if len(teams) == 1:
        return teams[0].name
    return _("%(count)s Community Digital Technology Teams in %(place)s") % {
        "count": f"{len(teams):02d}",
        "place": place,
    }


def _establish(teams: Sequence[TeamLines], place: str) -> str:
    return _("Set up %(teams)s, consisting of those named in the attached list.") % {
        "teams": _what(teams, place)
    }


def _reconstitute(teams: Sequence[TeamLines], place: str) -> str:
    text = _("Re-constitute %(teams)s, consisting of those named in the attached list.") % {
        "teams": _what(teams, place)
    }
    former = _named(teams)
    return f"{text} {_('This Decision replaces %(decisions)s.') % {'decisions': former}}" if former else text


def _amend(teams: Sequence[TeamLines], place: str) -> str:
    text = _("Change the members of %(teams)s as in the attached list") % {"teams": _what(teams, place)}
    former = _named(teams)
    return f"{text} ({_('amends %(decisions)s') % {'decisions': former}})." if former else f"{text}."


def _dissolve(teams: Sequence[TeamLines], place: str) -> str:
    text = _("Dissolve %(teams)s as in the attached list") % {"teams": _what(teams, place)}
    former = _named(teams)
    return f"{text} ({_('set up by %(decisions)s') % {'decisions': former}})." if former else f"{text}."


_WRITERS = {
    DecisionAction.ESTABLISH: _establish,
    DecisionAction.RECONSTITUTE: _reconstitute,
    DecisionAction.AMEND: _amend,
    DecisionAction.DISSOLVE: _dissolve,
}


def _named(teams: Sequence[TeamLines]) -> str:
    """The decisions behind these teams; very many are not named one by one."""
    former = {team.former.pk: team.former for team in teams if team.former}
    if not former:
        return ""
    if len(former) > MOST_NAMED:
        return _("the earlier decisions on these teams")
    return "; ".join(_("Decision no. %(decision)s") % {"decision": cited(one)} for one in former.values())


def _annex_title(teams: Sequence[TeamLines]) -> str:
    if len(teams) == 1:
        return _("LIST OF MEMBERS: %(team)s") % {"team": teams[0].name.upper()}
    return _("LIST OF COMMUNITY DIGITAL TECHNOLOGY TEAMS")


def _annex_note(decision: Decision, issuer: str, parts: tuple[str, str, str]) -> str:
    day, month, year = parts
    return _("(With Decision no. %(number)s of day %(day)s month %(month)s year %(year)s by %(issuer)s)") % {
        "number": f"{decision.number or BLANK}/{decision.symbol}",
        "day": day,
        "month": month,
        "year": year,
        "issuer": issuer,
    }
