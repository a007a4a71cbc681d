"""Where everybody is in the picture of a partnership: the same place in every month. Units: the picture is 200 wide, 0 in the middle."""

from math import cos, pi, sin

CIRCLE_OF_FEW, CIRCLE_OF_MANY, MANY, LARGEST_BUBBLE = 45.0, 61.0, 10, 20.0
RING_OF_VOLUNTEERS, RING_OF_CITIZENS, BETWEEN_RINGS = 74.0, 84.0, 5.5
CITIZENS_ON_A_RING = 60
MOST_DOTS = 180
AIR = 2.5  # between a bubble and the volunteers

Place = tuple[float, float]


def bubble(members: int) -> float:
    """Radius of a member's bubble: as large as its neighbours and the volunteers around allow."""
    return min(LARGEST_BUBBLE, circle(members) * sin(pi / max(2, members)) * 0.94, RING_OF_VOLUNTEERS - AIR - circle(members))


def circle(members: int) -> float:
    """Radius of the circle on which the members lie."""
    return CIRCLE_OF_MANY if members > MANY else CIRCLE_OF_FEW


def place_of_member(number: int, members: int) -> Place:
    """On a circle, the first on top, clockwise; two alone left and right."""
    return on_a_circle(number - (0.5 if members == 2 else 0.0), members, circle(members))


def place_of_number(number: int, members: int) -> Place:
    """Where a member's number stands when there is no room for its name: outside it."""
    return on_a_circle(number, members, circle(members) + bubble(members) + 3.5)


def place_of_person(position: int, seats: int, member: int, members: int) -> Place:
    """Inside her organisation: alone in its middle, else around it."""
    x, y = place_of_member(member, members)
    if seats == 1:
        return x, y
    first = 0.5 if seats == 2 else 0.0  # two sit beside each other
    inside_x, inside_y = on_a_circle(position + first, seats, bubble(members) * 0.55)
    return x + inside_x, y + inside_y


def place_of_volunteer(number: int, slots: int) -> Place:
    """On the inner ring."""
    return on_a_circle(number, slots, RING_OF_VOLUNTEERS)


def place_of_citizen(number: int, slots: int) -> Place:
    """On one of the outer rings."""
    rings = max(1, -(-slots // CITIZENS_ON_A_RING))
    return on_a_circle(number / rings, slots / rings, RING_OF_CITIZENS + BETWEEN_RINGS * (number % rings))


def on_a_circle(position: float, places: float, radius: float) -> Place:
    """Clockwise from the top."""
    angle = 2.0 * pi * position / max(1.0, places)
    return round(radius * sin(angle), 2), round(radius * cos(angle), 2)
