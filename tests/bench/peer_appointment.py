"""A booking with django-appointment: what its views do for a client who has signed in, without session and mail.

The choice is `appointment_request_submit`, the confirmation `appointment_client_information`. Neither looks whether
the slot is free: only the list of slots does, which is asked for in a race alone.
"""

from datetime import date, datetime, time, timedelta

from appointment.forms import AppointmentForm, AppointmentRequestForm, ClientDataForm
from appointment.models import Appointment, AppointmentRequest, Service, StaffMember, WorkingHours
from appointment.services import get_available_slots_for_staff
from appointment.utils.db_helpers import create_and_save_appointment, get_weekday_num_from_date, update_user_name
from django.contrib.auth.models import User
from django.db import OperationalError
from django.http import HttpRequest
from django.utils.timezone import localdate

REFUSED = (OperationalError,)
PEOPLE = 20_000
HOURS = range(9, 17)
Place = tuple[date, int]


def fill() -> None:
    """Let one member of staff serve every day, and let everybody have an account."""
    service = Service.objects.create(name="Residence cards", duration=timedelta(hours=1), price=0)
    staff = StaffMember.objects.create(user=User.objects.create(username="staff"), slot_duration=60)
    staff.services_offered.add(service)
    for day in range(7):
        WorkingHours.objects.create(staff_member=staff, day_of_week=day, start_time=time(9), end_time=time(17))
    User.objects.bulk_create(
        [User(username=f"person{n}", email=f"person{n}@example.jp", first_name="佐藤") for n in range(PEOPLE)]
    )


def roomy(n: int) -> Place:
    """Return an hour that nobody else has."""
    return localdate() + timedelta(days=100 + n // len(HOURS)), HOURS[n % len(HOURS)]


def last(race: int) -> Place:
    return localdate() + timedelta(days=1 + race), HOURS[0]


def is_offered(place: Place) -> bool:
    day, hour = place
    staff = StaffMember.objects.get()
    weekday = get_weekday_num_from_date(day)
    offered = get_available_slots_for_staff(day, staff, weekday, service=Service.objects.get())
    return datetime.combine(day, time(hour)) in offered


def choose(person: int, place: Place) -> AppointmentRequest:
    day, hour = place
    form = AppointmentRequestForm(
        {"date": day, "start_time": time(hour), "end_time": time(hour + 1), "service": 1, "staff_member": 1}
    )
    assert form.is_valid(), form.errors
    assert StaffMember.objects.filter(id=form.cleaned_data["staff_member"].id).exists()
    return form.save()


def confirm(person: int, chosen: AppointmentRequest) -> None:
    request = HttpRequest()
    request.user = _account(person)
    made = AppointmentRequest.objects.get(pk=chosen.pk)
    said = {"name": "佐藤", "phone_0": "JP", "phone_1": "0312345678", "address": "横浜", "additional_info": "東永P1001"}
    known, form = ClientDataForm(said, user=request.user), AppointmentForm(said)
    assert form.is_valid(), form.errors
    assert known.is_valid(), known.errors
    made.payment_type = "full"
    made.save()
    update_user_name(request.user, known.cleaned_data["name"])
    create_and_save_appointment(made, known.cleaned_data, form.cleaned_data, request)


def _account(person: int) -> User:
    return User.objects.get(username=f"person{person}")


def sold(place: Place) -> int:
    day, hour = place
    taken = Appointment.objects.filter(appointment_request__date=day, appointment_request__start_time=time(hour))
    return int(taken.count())
