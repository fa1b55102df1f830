"""Levels and kinds of administrative units."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AreaLevel(models.TextChoices):
    """Where a unit stands in the tree; never changes in a unit's life."""

    PROVINCE = "PROVINCE", _("Province level")
    DISTRICT = "DISTRICT", _("District level (to 30/6/2025)")
    COMMUNE = "COMMUNE", _("Commune level")
    HAMLET = "HAMLET", _("Hamlet, quarter and the like")


class AreaKind(models.TextChoices):
    """The word before a unit's name: Tỉnh, Xã, Ấp ..."""

    TINH = "TINH", _("Province")
    THANH_PHO = "THANH_PHO", _("City")
    HUYEN = "HUYEN", _("Rural district")
    QUAN = "QUAN", _("Urban district")
    THI_XA = "THI_XA", _("Town")
    XA = "XA", _("Commune")
    PHUONG = "PHUONG", _("Ward")
    THI_TRAN = "THI_TRAN", _("Township")
    DAC_KHU = "DAC_KHU", _("Special zone")
    AP = "AP", _("Hamlet")
    KHU_PHO = "KHU_PHO", _("Quarter")
    KHOM = "KHOM", _("Urban quarter")
    THON = "THON", _("Village (thôn)")
    BAN = "BAN", _("Village (bản)")
    LANG = "LANG", _("Village (làng)")
    BUON = "BUON", _("Village (buôn)")
    TO_DAN_PHO = "TO_DAN_PHO", _("Residential group")
    OTHER = "OTHER", _("Other kind of hamlet")


KINDS_OF_LEVEL: dict[str, tuple[str, ...]] = {
    AreaLevel.PROVINCE: (AreaKind.TINH, AreaKind.THANH_PHO),
    AreaLevel.DISTRICT: (AreaKind.HUYEN, AreaKind.QUAN, AreaKind.THI_XA, AreaKind.THANH_PHO),
    AreaLevel.COMMUNE: (AreaKind.XA, AreaKind.PHUONG, AreaKind.THI_TRAN, AreaKind.DAC_KHU),
    AreaLevel.HAMLET: (
        AreaKind.AP,
        AreaKind.KHU_PHO,
        AreaKind.KHOM,
        AreaKind.THON,
        AreaKind.BAN,
        AreaKind.LANG,
        AreaKind.BUON,
        AreaKind.TO_DAN_PHO,
        AreaKind.OTHER,
    ),
}

PARENT_LEVELS: dict[str, tuple[str, ...]] = {
    AreaLevel.PROVINCE: (),
    AreaLevel.DISTRICT: (AreaLevel.PROVINCE,),
    AreaLevel.COMMUNE: (AreaLevel.DISTRICT, AreaLevel.PROVINCE),
    AreaLevel.HAMLET: (AreaLevel.COMMUNE,),
}


class SuccessionKind(models.TextChoices):
    """How one unit's land passed to another."""

    MERGE = "MERGE", _("Merger")
    SPLIT = "SPLIT", _("Split")


class Extent(models.TextChoices):
    """How much of a unit passed on."""

    WHOLE = "WHOLE", _("Whole")
    PART = "PART", _("Part")
