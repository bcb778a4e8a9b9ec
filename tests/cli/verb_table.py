"""The table of verbs as the verbs themselves have it; ``python -m tests.cli.verb_table`` writes it anew."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

import pkm_app.cli

TABLE = Path(__file__).resolve().parents[2] / "pkm_app" / "cli" / "table.py"


def found() -> dict[str, dict[str, str]]:
    """Return, by module of ``pkm_app.cli``, its verbs with the sentence that each says of itself."""
    table = {}
    for module in pkgutil.iter_modules(pkm_app.cli.__path__):
        verbs = getattr(import_module(f"pkm_app.cli.{module.name}"), "VERBS", None)
        if isinstance(verbs, list):
            table[module.name] = {str(verb.name): verb.get_short_help_str(1000) for verb in verbs}
    return table


def main() -> None:
    """Write the table."""
    head = TABLE.read_text(encoding="utf-8").partition("VERBS: ")[0]
    lines = ["VERBS: dict[str, dict[str, str]] = {"]
    for module, verbs in found().items():
        lines += [f'    "{module}": {{', *(f'        "{name}": "{text}",' for name, text in verbs.items()), "    },"]
    TABLE.write_text("\n".join([head + lines[0], *lines[1:], "}"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
