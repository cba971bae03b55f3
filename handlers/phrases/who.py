"""Who the agent is: address, verification, certificate."""

from handlers.message import Phrase

ADDRESS = Phrase("Please enter your mail address")
ADDRESS_BODY = Phrase(
    "A mail will be sent to confirm it; its link is valid for {minutes} minutes. The confirmation of"
    " your booking goes there too."
)
ADDRESS_BODY_CODE = Phrase(
    "A mail with six digits will be sent to confirm it, valid for {minutes} minutes. The confirmation of"
    " your booking goes there too."
)
ADDRESS_SENDER = Phrase("If you restrict the mail you receive, please allow {sender} (domain “@{domain}”) first.")
ADDRESS_PREVIEW = Phrase(
    "This is a trial: no mail leaves it, and the sender is {sender}. Mails are shown in the mailbox."
)
ADDRESS_EXAMPLE = Phrase("Example: sato@example.jp")

CODE = Phrase("Please look into your mail")
CODE_BODY = Phrase(
    "A mail was sent to {address}. Enter the six digits in it, or open its link. They are valid until {until:clock}."
)
CODE_BODY_CODE = Phrase("A mail was sent to {address}. Enter the six digits in it. They are valid until {until:clock}.")
CODE_NONE = Phrase("The link and the digits are no longer valid. Please have the mail sent again.")
CODE_LATE = Phrase("If it does not arrive, please look among unwanted mail, and allow “@{domain}”.")
CODE_EXAMPLE = Phrase("Example: 123456")

NAME = Phrase("Please enter your name")
NAME_BODY = Phrase("As it is written on your certificate.")
NAME_EXAMPLE = Phrase("Example: SATO Hanako")
WORKPLACE = Phrase("Please enter your office or company")
WORKPLACE_BODY = Phrase("The institution or office that you belong to.")
WORKPLACE_EXAMPLE = Phrase("Example: Sato Gyoseishoshi Office")
CERTIFICATE = Phrase("Which certificate do you hold?")
CERTIFICATE_BODY = Phrase("You will show it at the counter. It must be valid on the day of the visit.")
CERTIFICATE_NUMBER = Phrase("Please enter the number of your certificate")
CERTIFICATE_NUMBER_BODY = Phrase("As it is written on it.")
CERTIFICATE_NUMBER_EXAMPLE = Phrase("Example: (Todoke) Kanagawa 24-1234")
EXPIRY = Phrase("Until when is your certificate valid?")
EXPIRY_BODY = Phrase("Please enter its last day.")
EXPIRY_EXAMPLE = Phrase("Example: 2027-03-31")
EXPIRED = Phrase("That day has passed. An expired certificate cannot be used.")
TELEPHONE = Phrase("A telephone number for the daytime (optional)")
TELEPHONE_BODY = Phrase("We call it only where something about your booking is unclear.")
TELEPHONE_EXAMPLE = Phrase("Example: 045-000-0000")
TELEPHONE_WRONG = Phrase("A telephone number has 10 or 11 digits.")

PROFILE = Phrase("Is this right?")
PROFILE_BODY = Phrase("It will be remembered, and not asked again next time.")
PROFILE_NAME = Phrase("Name")
PROFILE_WORKPLACE = Phrase("Office or company")
PROFILE_CERTIFICATE = Phrase("Certificate")
PROFILE_NUMBER = Phrase("Its number")
PROFILE_EXPIRY = Phrase("Valid until")
PROFILE_TELEPHONE = Phrase("Telephone")
PROFILE_LINE = Phrase("{label}: {value}")
PROFILE_DATE = Phrase("{day:plain}")
UNSAVED = Phrase("What you corrected is not registered yet. Please press “Register this”.")
NOT_ENTERED = Phrase("not entered")
