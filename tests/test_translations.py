"""Every message of the code is in a catalogue, translated, with the placeholders of the English text."""

from django.conf import settings

from common.management.commands.update_messages import rooms_of_locale
from common.messages import problems


def test_every_message_has_its_vietnamese() -> None:
    assert problems(settings.BASE_DIR, rooms_of_locale()) == []
