import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pikepdf.pdfa
import pytest

from events.documents.pdf import cut_chinese, shaping
from events.documents.pdf.blocks import Paragraph, Run, Table, Title, caps
from events.documents.pdf.fonts import FILES, FOLDER, face
from events.documents.pdf.style import CELL, ink
from tests.events.documents.pdf.reading import opened, printed

ROOT = Path(__file__).resolve().parents[4]
EVERY_SCRIPT = (
    "Keïta, Nguyễn, office → Вербальная нота ",
    "اتفاقية الأمم المتحدة بشأن تغيّر المناخ ",
    "缔约方会议（第三十届）António",
)


def made(language="en"):
    words = " ".join(EVERY_SCRIPT)
    return printed(
        Title(text=words),
        Paragraph(text=(words * 5, caps("Ecowas"), Run(text="portal", link="https://example.org/"))),
        Table(header=("Name", "Nom"), rows=((words, words),) * 5),
        language=language,
    )


def digest():
    return hashlib.sha256(made()).hexdigest()


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_same_words_give_the_same_bytes_in_any_process(seed):
    program = "import tests.events.documents.pdf.test_embedding as m; m.made('fr'); print(m.digest())"
    environment = os.environ | {"PYTHONHASHSEED": seed}
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout.decode().strip() == digest()


def test_words_met_before_in_an_equal_ink_are_drawn_the_same():
    text = Table(header=("A",), rows=(("met before, met again, never met",),))
    shaping._kept.cache_clear()
    fresh = printed(text)
    shaping._kept.cache_clear()
    shaping.words([("before, again, ", replace(ink(CELL, "", "en")))])
    assert printed(text) == fresh


def test_threads_print_side_by_side():
    with ThreadPoolExecutor(6) as pool:
        assert {hashlib.sha256(data).hexdigest() for data in pool.map(lambda _: made(), range(18))} == {digest()}


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_fonts_are_fit_for_an_archive(language):
    with opened(made(language)) as file:
        findings = pikepdf.pdfa.check(file, "2b").findings
    named = [str(finding) for finding in findings if any(word in str(finding) for word in ("Font", "font", "glyph"))]
    assert named == []


def test_embedded_programs_hold_only_what_is_drawn():
    with opened(printed(Paragraph(text="会议"))) as file:
        programs = [
            len(item.FontFile2.read_bytes())
            for item in file.objects
            if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item
        ]
    assert max(programs) < 20_000


def test_links_have_their_words_and_only_safe_addresses():
    wording = (
        Run(text="the portal", link="https://example.org/a?b=(c)"),
        " ",
        Run(text="press", link="javascript:alert(1)"),
        " ",
        Run(text="mail us", link="mailto:office@example.org"),
    )
    with opened(printed(Paragraph(text=wording))) as file:
        found = [(str(link.A.URI), str(link.Contents), int(link.F)) for link in file.pages[0].Annots]
    assert found == [
        ("https://example.org/a?b=(c)", "the portal", 4),
        ("mailto:office@example.org", "mail us", 4),
    ]


@pytest.mark.parametrize("name", FILES)
def test_faces_are_plain_outlines_with_their_licence_beside_them(name):
    assert "glyf" in face(name).face.table_tags
    assert (FOLDER / FILES[name]).with_name("LICENSE_FONT").read_text().find("SIL OPEN FONT LICENSE") > 0


@pytest.mark.parametrize("name", ["han", "han-bold"])
def test_chinese_faces_have_all_of_the_standard(name):
    rows = (bytes((lead, trail)) for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF))
    characters = {char for row in rows for char in row.decode("gb2312", errors="ignore")}
    assert len(characters) == 6763
    assert [char for char in sorted(characters) if ord(char) not in face(name).covers] == []


def test_cutting_what_is_cut_changes_nothing(tmp_path):
    source = FOLDER / FILES["han"]
    cut_chinese.cut(source, tmp_path / "again.ttf")
    assert (tmp_path / "again.ttf").read_bytes() == source.read_bytes()
