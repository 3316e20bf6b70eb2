"""The hostile words themselves: enough of them, each different, each fit for any field."""

from tests.drawing.attacks import ATTACKS


def test_there_are_many_different_attacks_of_one_line():
    assert len(set(ATTACKS)) == len(ATTACKS) >= 60
    assert all(0 < len(attack) <= 300 and "\n" not in attack for attack in ATTACKS)
    for attack in ATTACKS:
        attack.encode("utf-8")
