"""Telegram: updates in, messages out, by python-telegram-bot as client and types."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")  # how long to wait is a timedelta: the library warns of integers
