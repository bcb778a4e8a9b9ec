"""The words for how ripe a note is, by what the file says (``maturity``; "" where it says nothing)."""

from pkm_app.ui.i18n import noop

MATURITY = {"": noop("No maturity"), "seed": noop("Seed"), "half-baked": noop("Half-baked"), "baked": noop("Baked")}
