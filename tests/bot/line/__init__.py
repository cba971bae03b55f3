"""Tests of the channel of LINE, beside a platform of ours that knows its rules."""
