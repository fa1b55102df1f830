"""An invented decision with which a template is printed on trial, and the list of placeholders with their meaning."""

from typing import Any

from django.utils.translation import gettext_lazy as _

SAMPLE: dict[str, Any] = {
    "issuer": "Ủy ban nhân dân xã Mẫu",
    "committee": "ỦY BAN NHÂN DÂN XÃ MẪU",
    "commune": "Xã Mẫu",
    "number": "45",
    "number_line": "Số: 45/QĐ-UBND",
    "place": "Xã Mẫu",
    "dd": "05",
    "mm": "8",
    "yyyy": "2026",
    "place_date": "Xã Mẫu, ngày 05 tháng 8 năm 2026",
    "subject": "Về việc thành lập Tổ công nghệ số cộng đồng ấp Mẫu",
    "heading": "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU",
    "tasks": "tuyên truyền, hướng dẫn người dân sử dụng nền tảng số",
    "reporting": "báo cáo hằng tháng",
    "executors": "Văn phòng Ủy ban nhân dân",
    "effect": "Quyết định có hiệu lực kể từ ngày ký./.",
    "sign_1": "CHỦ TỊCH",
    "sign_2": "",
    "signer": "Nguyễn Văn Mẫu",
    "annex_title": "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG ẤP MẪU",
    "annex_note": "(Kèm theo Quyết định số 45/QĐ-UBND ngày 05 tháng 8 năm 2026 của Ủy ban nhân dân xã Mẫu)",
    "team_count": "1",
    "member_count": "2",
    "legal_bases": [
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.",
    ],
    "articles": [
        {"no": "1", "text": "Thành lập Tổ công nghệ số cộng đồng ấp Mẫu."},
        {"no": "2", "text": "Văn phòng Ủy ban nhân dân chịu trách nhiệm thi hành Quyết định này."},
    ],
    "recipients": ["Như Điều 2", "Sở Khoa học và Công nghệ"],
    "teams": [
        {
            "no": "1",
            "roman": "I",
            "name": "Tổ công nghệ số cộng đồng ấp Mẫu",
            "former": "",
            "members": [
                {
                    "no": "1",
                    "name": "Trần Văn <Mẫu> & {{ 7*7 }}",
                    "man": "1980",
                    "woman": "",
                    "post": "Trưởng ấp",
                    "role": "Tổ trưởng",
                    "phone": "",
                    "note": "",
                },
                {
                    "no": "2",
                    "name": "Lê Thị Mẫu",
                    "man": "",
                    "woman": "1999",
                    "post": "Bí thư Chi đoàn",
                    "role": "Tổ phó",
                    "phone": "",
                    "note": "bổ sung",
                },
            ],
        }
    ],
}

PLACEHOLDERS = (
    ("{{ committee }}", _("issuing body in capitals")),
    ("{{ issuer }}", _("issuing body as written in a sentence")),
    ("{{ commune }}", _("the commune with its kind")),
    ("{{ number_line }}", _("“Số: 45/QĐ-UBND”; blank number in a draft")),
    ("{{ number }}", _("the number alone")),
    ("{{ place_date }}", _("place and date in words")),
    ("{{ place }} {{ dd }} {{ mm }} {{ yyyy }}", _("place, day, month and year one by one")),
    ("{{ subject }}", _("“Về việc …”")),
    ("{{ heading }}", _("who decides, above the legal bases")),
    ("{% for basis in legal_bases %}{{ basis }}{% endfor %}", _("the legal bases")),
    ("{% for article in articles %}{{ article.no }} {{ article.text }}{% endfor %}", _("the articles")),
    (
        "{{ tasks }} {{ reporting }} {{ executors }} {{ effect }}",
        _("pieces of the articles, for own wording"),
    ),
    ("{% for line in recipients %}{{ line }}{% endfor %}", _("the recipients")),
    ("{{ sign_1 }} {{ sign_2 }} {{ signer }}", _("the signature block")),
    (
        "{{ annex_title }} {{ annex_note }} {{ team_count }} {{ member_count }}",
        _("head and totals of the annex"),
    ),
    (
        "{% for team in teams %}{{ team.roman }} {{ team.name }} {{ team.former }}",
        _("each team of the annex"),
    ),
    (
        "{% for m in team.members %}{{ m.no }} {{ m.name }} {{ m.man }} {{ m.woman }}"
        " {{ m.post }} {{ m.role }} {{ m.phone }} {{ m.note }}",
        _(
            "each member; in a table the two commands of the loop stand in rows of their own, with tr right after {%"
        ),
    ),
)
"""What the page of templates lists."""
