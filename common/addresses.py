"""Addresses of many things of one kind: looking up each would take most of the time of a long list."""

from django.urls import reverse


def before_key(view: str) -> str:
    """What stands before the key in the addresses of a view that ends in the key: `/teams/people/`."""
    return reverse(view, args=[0]).removesuffix("0/")
