"""The settings of a site that serves django-appointment: what it asks for, and Django's own defaults beside."""

import os
from pathlib import Path

SECRET_KEY = "of no worth"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "appointment"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": Path(os.environ["DATA_DIR"]) / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "Asia/Tokyo"
PHONENUMBER_DEFAULT_REGION = "JP"
