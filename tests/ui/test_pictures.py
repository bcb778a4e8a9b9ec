"""The pictures of the documents: few colours, and those of the surfaces just as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pkm_app.sense.notes import NewNote
from pkm_app.work.runner import Runner
from tests.ui.demo import NOW, Demo
from tests.ui.pictures import commonest, small

SURFACES = ("#fbfaf7", "#ffffff", "#f4f2ed", "#e5e1d8", "#e2f1f2", "#f6ead8", "#f4e4f2", "#23211d", "#6b665c",
            "#0d6d75")


@pytest.mark.parametrize("colours", [64, 256])
def test_the_surfaces_of_a_screen_keep_their_colours(tmp_path: Path, colours: int) -> None:
    picture = Image.new("RGB", (400, 300), SURFACES[0])
    draw = ImageDraw.Draw(picture)
    for at, colour in enumerate(SURFACES[1:]):
        draw.rectangle((0, at * 20, 330 - at * 9, at * 20 + 19), fill=colour)
    for number in range(3000):  # what the edges of letters are mixed of
        picture.putpixel((number % 400, 220 + number // 400), (number % 251, number % 241, number % 239))
    draw.rectangle((380, 280, 385, 285), fill="#ff2a00")
    picture.save(tmp_path / "screen.png")
    made = small(tmp_path / "screen.png", colours).convert("RGB")
    for x, y in ((399, 5), *((5, at * 20 + 5) for at in range(len(SURFACES) - 1))):
        assert made.getpixel((x, y)) == picture.getpixel((x, y)), (x, y)
    assert commonest(made, 5) == commonest(picture, 5)
    assert len(commonest(made, 1000)) <= colours
    mark = made.getpixel((382, 282))
    assert isinstance(mark, tuple)
    assert max(abs(one - other) for one, other in zip(mark, (255, 42, 0), strict=True)) < 24, "a small mark stays red"


def test_the_files_of_the_pictures_are_of_the_day_they_show(runner: Runner, tmp_path: Path) -> None:
    demo = Demo(runner, tmp_path, full=True, dated=True)
    demo.sense.new_note(NewNote("First", "One.\n"))
    demo.sense.new_note(NewNote("Second", "Two.\n"))
    first, second = demo.sense.cards()[1], demo.sense.cards()[0]
    assert (first.title, second.title) == ("First", "Second"), "one after another"
    for card in demo.sense.cards():
        assert card.modified is not None
        assert card.modified <= NOW, card.path
    assert len({one.highlight.made for one in demo.highlighting.listing()}) == len(demo.highlighting.listing())
    demo.close()
