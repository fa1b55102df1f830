"""From a position to its category: the first line of the table that fits (the order is the rule)."""

import re
from functools import lru_cache

from imports.cells import key_of, lines_of
from teams.member_list.words import Words

HEAD, YOUTH, MASS, POST, BANK = "HAMLET_HEAD", "YOUTH_UNION", "MASS_ORG_HEAD", "POST_TELECOM", "BANK"
STATE, ENTERPRISE, RESIDENT, OTHER = "STATE_STAFF", "ENTERPRISE_STAFF", "RESIDENT", "OTHER"
UNCLEAR = "category_unclear"

_KIND = r"(?:ap|kp|k p|khu pho|khu vuc|khu|khom|thon|lang|buon|to dan pho|tdp|soc|phum|xom)"
_FORMER = (
    r"(?<!pho )(?<!\bp )(?<!nguyen )(?<!cuu )"
    r"(?<!giao vien )(?<!\bgv )(?<!hieu truong )(?<!hieu pho )(?<!bao ve )(?<!phu huynh )(?<!tai )"
)
"""A former or deputy head is no head, and the teacher of a “trường ấp” teaches at a school."""
_IN_FIRM = r"(?! (?:hdqt|hoi dong quan tri|hoi dong thanh vien|cong ty|cty|htx|hop tac xa|doanh nghiep|dn)\b)"
_TABLE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (category, re.compile("|".join(rf"\b(?:{words})\b" for words in patterns)))
    for category, patterns in (
        (HEAD, (
            rf"{_FORMER}(?:truong|tr) (?:cac )?(?:ban )?{_KIND}\b(?! doi)",
            rf"{_FORMER}(?:truong|tr) (?:ban nhan dan|ban nd|bnd|ban quan ly {_KIND}|ban dieu hanh {_KIND})\b",
            rf"{_FORMER}to truong (?:to )?(?:dan pho|tdp)\b", rf"(?:phu trach|quyen|q) {_KIND}\b",
            r"(?:ta|tkp|t ap|t kp|tap|tbnd|ttdp|truongap|truongkp|tkhom|tthon)\b",
        )),
        (YOUTH, (
            r"chi doan", r"(?<!cong )doan (?:tn|thanh nien|xa|phuong|thi tran|tt|co so|truong|ap|kp|khu pho|huyen|tncs)\b",
            r"(?<!cong )doan vien(?! cong doan)", r"d?vtn\b", r"dv tn\b", r"(?<!cuu )thanh nien(?! xung phong)",
            r"dtn\b", r"tncs\w*", r"p?bt ?cd\b", r"bi thu cd\b", r"(?:p?bt|bi thu|pho bi thu|bch|can bo|cb|uv) doan\b",
            r"p?btd\b", r"lhtn\w*", r"(?<!cong )doan$", r"tn\b", r"hlhtn", r"chidoan", r"hsv\b",
        )),
        (MASS, (
            r"mat tran", r"(?:ub?)?mttq", r"(?:tb|ban|bct|pb)? ?ctmt", r"(?:tb|ban|ub|ubmt|t ban) ?mt\b", r"mt\b(?! truong)",
            r"phu nu", r"\w{0,4}pn\b", r"nong dan", r"(?<!ban )nd\b(?! tu quan)", r"c?hnd\b", r"cuu chien binh",
            r"h?ccb\b", r"(?:nguoi )?cao tuoi", r"h?nct\b", r"chu thap do", r"h?ctd\b", r"khuyen hoc", r"h?kh\b",
            r"cong doan", r"ldld\b", r"chi hoi", r"ch[tp]\b(?! (?:quan su|qs|bch|ban chi huy))", r"doan the",
            r"(?:hoi|phan hoi|to hoi) (?:truong|pho)\b", r"chu tich cd\b", r"ct cd\b", r"chihoi", r"to chuc hoi\b",
        )),
        (POST, (
            r"buu (?:dien|cuc|ta|chinh|tin)", r"bd\b", r"bd ?vhx", r"bdx\b", r"vnpt\w*", r"vi?ett?ell?\b", r"viettel\w*",
            r"mobi ?(?:f|ph)on\w*", r"vina ?(?:ph|f)on\w*", r"vn ?post", r"vietnam post", r"vien thong",
                r"vietnamobile", r"fpt\b",
            r"g ?mobile", r"buudien", r"mobiphon",
        )),
        (BANK, (
            r"ngan hang", r"nh ?cs", r"(?:nh)?csxh", r"chinh sach xa hoi", r"\w*bank\b", r"nhno\w*", r"nhnn\b", r"nh\b",
            r"quy (?:tin dung|td)", r"q?tdnd", r"qtd\b", r"tin dung", r"bidv", r"sacom\w*", r"vietcom\w*",
                r"vietin\w*", r"kien ?long\w*",
            r"lien ?viet\w*", r"vbsp", r"vcb\b", r"lpb\b",
        )),
        (STATE, (
            r"ubnd", r"uy ban nhan dan", r"hdnd", r"hoi dong nhan dan", rf"(?:pho )?chu tich\b{_IN_FIRM}",
            r"p?ct\b", r"cong chuc", r"cc\b",
            r"can bo", r"cb\b", r"vien chuc", r"van hoa", r"vh ?xh", r"vh ?tt\b", r"van phong", r"vp\b", r"thong ke",
            r"tu phap", r"dia chinh", rf"ke toan\b{_IN_FIRM}", r"tai chinh", r"cong an", r"canh sat", r"csgt",
                r"(?<!don )(?<!hat )ca[vxpa]?\b(?! (?:hat|nhac|si|tai tu))",
                r"cakv\b", r"quan su", r"qs\b",
            r"bchqs", r"giao vien", r"gv\b", r"hieu truong", r"(?:thay|co) giao", r"truong (?:tieu hoc|mam non|th|mau giao|mn)\b",
            r"th(?:cs|pt)\b", r"tieu hoc", r"mam non", r"y te", r"nvyt\b", r"yttb\b", r"tyt\b", r"ccvh\w*",
            r"yt\w?\b", r"y s[iy]", r"y ta\b", r"bac s[iy]",
            r"dieu duong", r"ho sinh", r"duoc s[iy]", r"dan so", r"chi bo", r"p?bt ?cb\b", r"bi thu cb\b", r"chi uy",
            r"dang (?:uy|bo)", r"bi thu dang", r"p(?:ta|tkp|tap)\b", rf"(?:pho|p) (?:truong )?(?:ban )?{_KIND}\b",
            rf"(?:pho|p) (?:truong )?(?:ban nhan dan|ban nd|bnd|ban quan ly {_KIND})\b", rf"bi thu {_KIND}\b", r"ldtb\w*",
            r"lao dong thuong binh", r"truyen thanh", r"khuyen nong", r"bien phong", r"giao duc", r"xa doi", r"cbcc\b",
            r"bi thu (?:xa|phuong)\b", r"mot cua", r"tong phu trach",
        )),
        (ENTERPRISE, (
            r"giam doc", r"hdqt\b", r"hoi dong quan tri",
            r"p?gd\b", r"c(?:ong )?ty\b", r"tnhh", r"hop tac xa", r"htx\b", r"xi nghiep", r"nha may",
            r"(?:chu )?doanh nghiep", r"dn\b", r"dntn", r"kcn\b", r"nhan su", r"quan doc", r"san xuat", r"sx\b", r"chuyen truong",
            r"co phan", r"cong nhan", r"it\b", r"chu co so", r"khu cong nghiep", r"kinh doanh san pham",
        )),
        (RESIDENT, (
            r"nguoi dan", r"ho dan", r"dan\b$", r"noi tro", r"lam (?:ruong|vuong|nong|ray|vuon|thue|bien|muoi)", r"buon ban",
            r"mua ban", r"tieu thuong", r"nuoi (?:tom|ca|trong)", r"ho (?:gia dinh|kinh doanh)", r"hkd\b", r"ngu dan",
            r"trong lua", r"ban hang", r"cong dan\b",
        )),
    )
)  # fmt: skip
_UNCLEAR = {"dv", "d v", "ctv", "cong tac vien", "bi thu", "bt", "pho bi thu", "pbt", "cd", "p bi thu", "b thu", "uv",
            "hoi vien", "hv"}  # fmt: skip
_NOTHING = {"", "x", "khong", "chua co", "chua", "ko", "khong co", "0", "v", "k"}
_BAN = re.compile(r"(?<!phó )trưởng bản\b")
_ABOVE_IN_COMPANY = {HEAD, YOUTH, MASS, POST, BANK}
_CELL_SECRETARY = re.compile(r"\b(?:chi bo|p?bt ?cb|dang uy|y te|bac s[iy]|y s[iy])\b")
_PARTS = re.compile(r"[,;/\n+&|]| - | – |\bkiêm\b|\bvà\b", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def category_of(text: str, *, in_company: bool = False) -> tuple[str | None, bool]:
    """Category of a position, and whether the text is one that only its writer can explain."""
    key = key_of(text)
    if key in _NOTHING:
        return None, False
    if key in _UNCLEAR or all(key_of(part) in _UNCLEAR for part in _PARTS.split(text) if key_of(part)):
        return None, True
    found = _first(text)
    if in_company and found not in _ABOVE_IN_COMPANY and not _CELL_SECRETARY.search(key):
        return ENTERPRISE, False
    if found is None and re.search(r"\bbi thu\b", key):
        return None, True
    return found or OTHER, False


def categories_in(text: str) -> set[str]:
    """The categories of the parts of a text that names several organisations."""
    return {found for part in _PARTS.split(text) if (found := _first(part))}


@lru_cache(maxsize=20_000)
def is_position(text: str) -> bool:
    """Whether words of the table stand in a text (a column of positions mostly does)."""
    key = key_of(text)
    return key in _UNCLEAR or _first(text) is not None


def _first(text: str) -> str | None:
    key = Words(text).key
    if _BAN.search(lines_of(text).lower()):
        return HEAD
    return next((category for category, pattern in _TABLE if pattern.search(key)), None)


def patterns() -> tuple[re.Pattern[str], ...]:
    """The patterns of all categories, to find where a position begins on a line."""
    return tuple(pattern for _, pattern in _TABLE)
