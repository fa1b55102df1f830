"""Papers for tests: a draft to print, and the Word file of a decision read again."""

from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from teams.decision_document import decision_document
from teams.decision_text import decision_text
from teams.decisions import save_decision
from teams.models import Decision
from tests.cast import Cast
from tests.teams.builders import make_draft_team, new_decision, proposal_of

ADDRESS = "https://to-so.example/teams/check/0/"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def draft_of(cast: Cast, count: int = 2, **fields: Any) -> Decision:
    """A draft decision that sets up teams of Minh's commune."""
    teams = [make_draft_team(cast, hamlet) for hamlet in cast.places.hamlets[:count]]
    values = {"number": 45, "place_name": "Rạch Giá"} | fields
    decision = new_decision(cast.places.commune, date(2022, 8, 5), **values)
    return save_decision(by=cast.minh, decision=decision, items=[proposal_of(team) for team in teams])


def opened(decision: Decision, cast: Cast) -> Any:
    """The Word file of the decision, read again."""
    return Document(BytesIO(decision_document(decision_text(cast.minh, decision, ADDRESS))))


def words(document: Any) -> list[str]:
    """The paragraphs that hold words."""
    return [one.text for one in document.paragraphs if one.text]


def rows_of(document: Any) -> list[list[str]]:
    """The annex as lists of cells; a joined line is told once."""
    found = []
    for row in document.tables[-1]._tbl.tr_lst:
        found.append(["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row.tc_lst])
    return found
