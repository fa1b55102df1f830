"""The specification of member lists: what their columns are called, and what stands in them."""

import re

from imports.cells import key_of
from imports.specification import Field, Specification
from teams.member_list.births import is_birth
from teams.member_list.categories import is_position
from teams.member_list.names import is_name, is_surely_name
from teams.member_list.phones import read_phone
from teams.member_list.places import is_hamlet
from teams.member_list.roles import is_role


def _is_phone(text: str) -> bool:
    return len(text) < 60 and read_phone(text).number is not None


def _is_sex(text: str) -> bool:
    return key_of(text) in ("nam", "nu")


def _is_post(text: str) -> bool:
    return is_position(text) and len(text) < 120


_OTHER_FIELD = r"(?:nam sinh|ngay sinh|ngay thang nam sinh|ns|so dien thoai|dien thoai|sdt|so dt|dt|chuc vu|chuc danh|don vi)\b"
"""What may stand in the cell of a name besides it, as “Họ tên, năm sinh” says."""

MEMBER_LIST = Specification(
    fields=(
        Field("time", ("timestamp", "dau thoi gian", "thoi gian"), (r"dau thoi gian",
            r"thoi gian (?:gui|tra loi|bat dau|nop)", r"timestamp", r"\btime$",)),
        Field("consent", (), (r"\bdong y\b", r"cam ket", r"cho phep", r"chap thuan")),
        Field("id", (), (r"\bcccd\b", r"\bcmnd\b", r"\bcmt(?:nd)?\b", r"can cuoc", r"chung minh", r"dinh danh", r"so giay to")),
        Field("email", (), (r"e ?mail", r"thu dien tu", r"facebook", r"tai khoan", r"\bstk\b", r"trinh do", r"hoc van",
                            r"dan toc", r"ton giao", r"que quan", r"ma so thue", r"\bmst\b", r"ngay vao",
                                r"(?:tien|muc|he so) luong", r"bang cap",
                            r"chuyen nganh", r"so nha", r"so ho\b", r"nhan khau", r"chu ky", r"ky (?:ten|nhan)", r"anh the")),
        Field("name", (), (rf"^(?:ho (?:va )?ten|hoten|h ten)(?: (?:va|kem|thanh vien|can bo))* {_OTHER_FIELD}",)),
        Field("leader", ("truong to",), (r"^(?:ho (?:va )?ten )?to truong", r"^nhom truong")),
        Field("deputy", ("tp",), (r"^(?:ho (?:va )?ten )?(?:cac )?to pho", r"^pho to", r"^nhom pho")),
        Field("members", ("to vien", "thanh vien", "tv", "danh sach", "danh sach to", "nhan su", "ds"),
              (r"^danh sach (?:nhan su|nguoi|can bo|dong chi)\b",
                  r"^(?:cac |danh sach |nhung )?(?:thanh vien|to vien)\b", r"^thanh phan tham gia")),
        Field("role", ("nhiem vu", "vai tro", "phan cong", "role", "nv"),
              (r"trong (?:to|tcn|nhom|cnscd)", r"vai tro", r"nhiem vu", r"phan cong", r"chuc (?:danh|vu) to\b",
                  r"chuc danh cnscd"),
              is_role, ("vai tro", "nhiem vu", "phan cong")),
        Field("landline", ("dt ban", "dt co dinh"), (r"co dinh", r"(?:dt|dien thoai|may|sdt) (?:ban|cq|co quan"
            r"|nha rieng|nha)\b")),
        Field("phone", ("dt", "sdt", "d thoai", "dthoai", "d t", "so dt", "dtdd", "zalo", "dd", "so may", "so",
            "phone", "tel", "mobile", "lien lac", "dth"),
              (r"dien thoai", r"\bs?dt(?:dd)?\b", r"di dong", r"\bzalo\b", r"lien (?:he|lac)", r"phone", r"hotline",
                  r"so may"), _is_phone, ("so dien thoai", "dien thoai", "di dong")),
        Field("count", ("so luong", "sl", "so nguoi", "tong so", "si so"), (r"so (?:luong )?(?:thanh vien|nguoi|tv\b)",
            r"tong so (?:thanh vien|nguoi)")),
        Field("age", ("tuoi", "do tuoi"), (r"^(?:so )?tuoi\b",)),
        Field("male", ("nam",), ()),
        Field("female", ("nu",), ()),
        Field("birth", ("ns", "n s", "sn", "s n", "sinh", "dob", "ng sinh", "nsinh", "ntns", "ngay thang nam", "nam s"),
              (r"nam sinh", r"ngay sinh", r"\bsinh (?:nam|ngay|thang)", r"thang nam sinh", r"ngay (?:thang )?nam sinh",
                  r"birth", r"\bns\b"),
              is_birth, ("nam sinh", "ngay sinh", "ngay thang nam sinh")),
        Field("sex", ("ong ba", "ong hoac ba", "danh xung", "xung ho",
            "gt", "phai", "gioi", "nam nu", "sex", "g tinh"), (r"gioi tinh", r"nam nu\b", r"gender"), _is_sex,
              ("gioi tinh",)),
        Field("surname", ("ho", "ho dem", "ho lot", "ho chu lot", "ho va dem", "dem", "lot", "chu lot", "ten dem", "ten lot",
            "chu dem", "surname", "last name", "middle name"),
              (r"^ho (?:va )?(?:ten )?(?:chu )?(?:dem|lot|ten lot)",)),
        Field("given", ("ten", "first name", "given name"), ()),
        Field("name", ("hoten", "h ten", "hten", "ho v ten", "ten thanh vien", "full name", "name", "ho", "ho va ten",
            "ho ten", "ten nguoi", "danh tinh", "nguoi tham gia", "thanh vien tham gia", "nguoi phu trach",
            "nhan vien", "ten ho"),
              (r"\bho (?:va |v |& )?ten\b", r"\bho va t", r"ho ten", r"ten (?:thanh vien|day du|nguoi|can bo|to vien)",
                  r"full ?name",
               r"thanh vien to$"), is_name, ("ho va ten", "ho ten")),
        Field("district", ("huyen", "quan huyen"), (r"^(?:ten )?huyen\b", r"thi xa thanh pho", r"huyen (?:thi|tp)")),
        Field("commune", ("xa", "phuong", "xa phuong", "ten xa", "don vi hanh chinh"),
              (r"^(?:ten )?(?:xa|phuong)\b", r"\b(?:thuoc|o|tai) (?:xa|phuong)\b", r"xa phuong", r"(?:xa|phuong|thi tran) nao")),
        Field("hamlet", ("hamlet", "village", "quarter",
            "ap", "kp", "khu pho", "khom", "thon", "ban", "to dan pho", "tdp", "ap kp", "dia ban",
            "ten to", "to", "ten ap", "thuoc to", "thuoc",
                         "ap khu pho", "lang", "buon", "to cnscd", "noi cu tru", "ten cong ty", "ten doanh nghiep",
                             "ten don vi", "khu vuc"),
              (r"^(?:(?:ten|thuoc|o|tai|phu trach) )?(?:ap|kp|khu pho|khom|thon|to dan pho)(?: (?:ap|kp|khu pho|khom|thon|tdp|to|"
               r"to dan pho|phu trach|cong tac|quan ly|dia ban))*$", r"(?:ten )?to (?:cnscd|cong nghe)", r"dia ban",
               r"\b(?:thuoc|tai|o|den tu) (?:ap|khu pho|kp|khom|thon)\b", r"\bap (?:nao|khu)", r"ap kp",
                   r"phu trach ap"), is_hamlet),
        Field("position", ("chuc vu", "chuc danh", "don vi", "co quan", "to chuc", "thanh phan", "doan the",
            "cong tac", "nghe nghiep", "position", "occupation", "job", "job title", "cv",
                           "cv dv", "co cau", "dai dien", "linh vuc", "d vi", "dvi", "c vu", "cvu", "cq", "bo phan",
                               "phong ban", "phong", "vi tri", "kiem nhiem"),
              (r"chuc vu", r"chuc danh", r"don vi", r"cong tac", r"co quan", r"to chuc", r"nghe nghiep", r"nganh nghe",
                  r"thanh phan", r"doan the",
               r"cong viec", r"bo phan", r"chuc trach", r"nghe$", r"viec lam"), _is_post,
              ("chuc vu", "chuc danh", "don vi", "co quan", "nghe nghiep")),
        Field("remark", ("ghi chu", "gc", "g chu", "note", "luu y", "khac", "y kien"), (r"ghi chu", r"luu y", r"^chu thich"),
              None, ("ghi chu",)),
        Field("order", ("stt", "tt", "so tt", "so thu tu", "s tt", "no", "sott", "st t", "thu tu", "t t"), (r"^stt\b",
            r"so thu tu")),
        Field("team", (), (r"^(?:to (?:t?cnscd|cong nghe so cong dong) )?(?:ap|kp|khu pho|khom|thon|to dan pho|tdp) (?=\S)",)),
        Field("day", ("ngay",)),
        Field("month", ("thang",)),
    ),
    anchors=frozenset({"name", "surname", "leader", "deputy", "members", "given", "team"}),
    plural=frozenset({"team"}),
    values=frozenset({"leader", "deputy", "members"}),
    is_value=is_surely_name,
    is_section=is_hamlet,
    is_label=_is_post,
    sub_headings=frozenset({"nam", "nu", "ngay", "thang", "ho ten", "dt", "ten"}),
)  # fmt: skip

WIDE_FIELDS = {"leader": "leader", "deputy": "deputy", "members": "member"}
NOT_COUNTED = frozenset({"time", "consent", "id", "order", "remark"})
_SAYS_YEAR = re.compile(r"năm\b", re.IGNORECASE)


def says_year(heading: str) -> bool:
    """“Năm” with its accent is a year, never a sex."""
    return bool(_SAYS_YEAR.fullmatch(heading.strip()))
