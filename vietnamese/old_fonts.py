def looks_like_tcvn3(text: str) -> bool:
    return False


def looks_like_vni(text: str) -> bool:
    return False
