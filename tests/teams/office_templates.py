"""Word templates as offices make them: good ones and hostile ones."""

import zipfile
from io import BytesIO

from docx import Document

WORDS = (
    "{{ committee }}",
    "{{ number_line }}",
    "{{ place_date }}",
    "QUYẾT ĐỊNH",
    "{{ subject }}",
    "{% for basis in legal_bases %}{{ basis }} {% endfor %}",
    "{% for article in articles %}Điều {{ article.no }}. {{ article.text }} {% endfor %}",
    "{% for line in recipients %}- {{ line }} {% endfor %}",
    "{{ sign_1 }} {{ sign_2 }} {{ signer|upper }}",
)
ROWS = (
    ("{%tr for team in teams %}", ""),
    ("{{ team.roman }}", "{{ team.name }}"),
    ("{%tr for m in team.members %}", ""),
    ("{{ m.no }}", "{{ m.name }} {% if m.phone %}({{ m.phone }}){% endif %}"),
    ("{%tr endfor %}", ""),
    ("{%tr endfor %}", ""),
)


def template_file(*words: str, header: str = "", title: str = "", table: bool = True) -> bytes:
    """A Word file with these paragraphs, else the good ones, and a table of members."""
    document = Document()
    for line in words or WORDS:
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    document.core_properties.title = title
    if table and not words:
        grid = document.add_table(rows=0, cols=2)
        for values in ROWS:
            cells = grid.add_row().cells
            for cell, text in zip(cells, values, strict=True):
                cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def repacked(content: bytes, changed: dict[str, bytes]) -> bytes:
    """The package with parts added or put in the place of others."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            new.writestr(name, part)
    return stream.getvalue()
