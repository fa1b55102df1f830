"""Whether a word is built like a Vietnamese syllable: onset, rhyme and tone that go together.

Used to tell in which encoding or font a word was written, never to refuse a name: Khmer and foreign names are
built otherwise.
"""

import re
import unicodedata

_ONSETS = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x|"
_RHYMES_IN_ORDER = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êng êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu êc
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc
    oong op ot ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uyn
    uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
"""
_RHYMES = frozenset(_RHYMES_IN_ORDER.split())
_ONSET = re.compile(f"^(?:{_ONSETS})$")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = ("c", "ch", "p", "t")


def is_syllable(word: str) -> bool:
    """Whether the word is written as a Vietnamese syllable, in small letters, capitals or with a first capital."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    letters, tones = _without_tone(word.lower())
    if len(tones) > 1:
        return False
    stopped_well = not letters.endswith(_STOPPED) or tones in ("", "\u0301", "\u0323")
    return stopped_well and any(
        _ONSET.match(letters[:length]) and letters[length:] in _RHYMES
        for length in range(min(4, len(letters)))
    )


def _without_tone(word: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in parts if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES)), tones
