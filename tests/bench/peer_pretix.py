"""A booking with pretix: a free ticket for an hour of a series, put into a cart and ordered, without mail.

The tasks that its checkout starts are called as functions: the choice is `add_items_to_cart`, which keeps the
place, and the confirmation `perform_order`.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from uuid import uuid4

from django.db import OperationalError
from django.utils.timezone import now
from django_scopes import scopes_disabled
from pretix.base.models import CartPosition, Event, Item, OrderPosition, Organizer
from pretix.base.services.cart import CartError, add_items_to_cart
from pretix.base.services.orders import OrderError, perform_order

REFUSED = (CartError, OrderError, OperationalError)
SLOTS = 30
ROOM = 100_000
Place = int


def fill() -> None:
    """Let a series of events, an hour each, have one product that costs nothing."""
    with scopes_disabled():
        organizer = Organizer.objects.create(name="Bureau", slug="bureau")
        event = Event.objects.create(
            organizer=organizer, name="Cards", slug="cards", date_from=now(), has_subevents=True, live=True, plugins=""
        )
        event.settings.timezone = "Asia/Tokyo"
        event.settings.mail_sales_channel_placed_paid = []
        event.items.create(name="Place", default_price=0, admission=True)
        for n in range(SLOTS):
            _slot(n, ROOM)


def _slot(hours: int, room: int) -> Place:
    event = Event.objects.get()
    slot = event.subevents.create(name="Hour", date_from=now() + timedelta(days=1, hours=hours), active=True)
    quota = event.quotas.create(name="Places", size=room, subevent=slot)
    quota.items.add(*event.items.all())
    return int(slot.pk)


@cache
def _roomy() -> Sequence[Place]:
    with scopes_disabled():
        return [slot.pk for slot in Event.objects.get().subevents.order_by("pk")[:SLOTS]]


def roomy(n: int) -> Place:
    return _roomy()[n % SLOTS]


def last(race: int) -> Place:
    with scopes_disabled():
        return _slot(SLOTS + race, 1)


def is_offered(place: Place) -> bool:
    """Return true: whether there is room is for the cart to find out."""
    return True


@cache
def _product() -> tuple[int, int]:
    with scopes_disabled():
        return Event.objects.get().pk, Item.objects.get().pk


def choose(person: int, place: Place) -> str:
    event, item = _product()
    cart = f"cart{person}"
    wanted = {"item": item, "variation": None, "subevent": place, "count": 1, "price": None, "voucher": None}
    add_items_to_cart(event, [wanted], cart)
    return cart


def confirm(person: int, chosen: str) -> None:
    event, _ = _product()
    with scopes_disabled():
        positions = list(CartPosition.objects.filter(event=event, cart_id=chosen).values_list("pk", flat=True))
    free = {"id": str(uuid4()), "provider": "free", "multi_use_supported": False, "info_data": {}}
    email = f"person{person}@example.jp"
    perform_order(event, [free], positions, email=email, locale="en", meta_info={}, shown_total="0.00", cart_id=chosen)


def sold(place: Place) -> int:
    with scopes_disabled():
        return int(OrderPosition.objects.filter(subevent=place).count())
