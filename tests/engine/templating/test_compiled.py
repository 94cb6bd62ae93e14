"""Compiled templates are kept for the user alone, made anew when anything changes, and never needed."""

from __future__ import annotations

import marshal
import os
import random
from hashlib import sha256
from pathlib import Path

import pytest

from egci_reports import cache_folder
from egci_reports.engine.templating import compiled, environment
from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.word_list import WordList
from tests.engine.english import ENGLISH


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which compiled templates are kept in this test; it is not there yet."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return cache / "egci-report" / "templates"


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch):
    """Count what is compiled."""
    compiled_now = []
    compile_ = environment.PaperEnvironment.compile

    def counted(self, source, name=None, filename=None, **options):
        compiled_now.append(name)
        return compile_(self, source, name, filename, **options)

    monkeypatch.setattr(environment.PaperEnvironment, "compile", counted)
    return compiled_now


def _render(root: Path, text: str = "{{ value }}") -> str:
    (root / "en").mkdir(exist_ok=True)
    (root / "en" / "one.html").write_text(text, encoding="utf-8")
    return Templates([root], WordList("words.toml", ENGLISH)).render("one.html", {"value": 7})


def _file(kept: Path) -> Path:
    (file,) = kept.iterdir()
    return file


def test_a_template_is_compiled_once(kept, tmp_path, once):
    assert (_render(tmp_path), _render(tmp_path), once) == ("7", "7", ["one.html"])
    assert _file(kept).is_file()


def test_a_copy_of_a_template_elsewhere_is_not_compiled_again(kept, tmp_path, once):
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        assert _render(tmp_path / folder) == "7"
    assert once == ["one.html"]


def test_a_changed_template_is_compiled_anew(kept, tmp_path):
    assert (_render(tmp_path), _render(tmp_path, "{{ value + 1 }}")) == ("7", "8")


@pytest.mark.parametrize("changed", ["a module", "Jinja", "Python"])
def test_whatever_compiling_depends_on_compiles_anew(kept, tmp_path, once, monkeypatch, changed):
    _render(tmp_path)
    if changed == "a module":
        modules = tmp_path / "templating"
        modules.mkdir()
        for file in Path(compiled.__file__).parent.glob("*.py"):
            (modules / file.name).write_bytes(file.read_bytes())
        (modules / "positions.py").write_text("# another")
        monkeypatch.setattr(compiled, "__file__", str(modules / "compiled.py"))
    elif changed == "Jinja":
        monkeypatch.setattr(compiled, "version", lambda name: "99")
    else:
        monkeypatch.setattr(compiled, "MAGIC_NUMBER", b"another")
    compiled._environment_mark.cache_clear()
    try:
        _render(tmp_path)
    finally:
        monkeypatch.undo()
        compiled._environment_mark.cache_clear()
    assert len(once) == 2


def test_what_is_kept_is_for_the_user_alone(kept, tmp_path):
    _render(tmp_path)
    assert [folder.stat().st_mode & 0o777 for folder in (kept, kept.parent)] == [0o700, 0o700]
    assert _file(kept).stat().st_mode & 0o077 == 0


def test_a_broken_file_does_not_matter(kept, tmp_path):
    _render(tmp_path)
    file = _file(kept)
    whole = file.read_bytes()
    chance = random.Random(13)
    broken = [b"", b"j2", b"\0" * 4096, whole[:-1], whole + b"x", b"cos\nsystem\n(S'false'\ntR."]
    for _ in range(60):
        at = chance.randrange(len(whole))
        broken.append(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :])
        broken.append(whole[:at])
    for content in broken:
        file.write_bytes(content)
        assert _render(tmp_path) == "7"
        assert file.read_bytes() == whole


def test_what_is_whole_but_no_code_does_not_matter(kept, tmp_path):
    _render(tmp_path)
    for content in (marshal.dumps([1]), b"", b"\xff"):
        _file(kept).write_bytes(sha256(content).digest() + content)
        assert _render(tmp_path) == "7"


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and modes are those of POSIX")
class TestNotOurs:
    def test_a_link_is_not_followed_and_its_target_is_left_alone(self, kept, tmp_path):
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir(mode=0o755)
        for link in (kept.parent, kept):
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(elsewhere)
            assert _render(tmp_path) == "7"
            assert (elsewhere.stat().st_mode & 0o777, list(elsewhere.iterdir())) == (0o755, [])
            link.unlink()

    @pytest.mark.parametrize("mode", [0o777, 0o770, 0o720, 0o702])
    def test_a_folder_that_others_can_write_is_not_used(self, kept, tmp_path, mode):
        kept.mkdir(parents=True)
        kept.chmod(mode)
        assert (_render(tmp_path), list(kept.iterdir())) == ("7", [])
        assert kept.stat().st_mode & 0o777 == mode

    def test_a_folder_of_another_is_not_used(self, kept, tmp_path, monkeypatch):
        kept.mkdir(parents=True, mode=0o700)
        monkeypatch.setattr(cache_folder.os, "geteuid", lambda: os.getuid() + 1)
        assert (_render(tmp_path), list(kept.iterdir())) == ("7", [])

    @pytest.mark.parametrize("kind", ["a link", "a pipe", "a folder"])
    def test_what_is_no_file_is_not_read(self, kept, tmp_path, kind):
        _render(tmp_path)
        file = _file(kept)
        whole = file.read_bytes()
        file.unlink()
        if kind == "a link":
            (tmp_path / "planted").write_bytes(whole)
            file.symlink_to(tmp_path / "planted")
        elif kind == "a pipe":
            os.mkfifo(file)
        else:
            file.mkdir()
        assert _render(tmp_path) == "7"

    @pytest.mark.parametrize("there", ["a file", "nothing that can be made"])
    def test_no_place_for_it_does_not_matter(self, kept, tmp_path, there, monkeypatch):
        if there == "a file":
            kept.parent.parent.write_text("not a folder")
        else:
            monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
        assert _render(tmp_path) == "7"


def test_a_folder_that_goes_away_does_not_matter(kept, tmp_path):
    _render(tmp_path)
    templates = Templates([tmp_path], WordList("words.toml", ENGLISH))
    _file(kept).unlink()
    kept.rmdir()
    assert templates.render("one.html", {"value": 7}) == "7"


def test_what_is_kept_does_not_grow_without_end(kept, tmp_path, monkeypatch):
    monkeypatch.setattr(compiled, "_MOST", 5)
    for number in range(12):
        _render(tmp_path, f"{{{{ value + {number} }}}}")
    assert len(list(kept.iterdir())) == 5
    old = kept / "of another version"
    old.write_text("x")
    os.utime(old, (0, 0))
    _render(tmp_path, "{{ value + 99 }}")
    assert not old.exists()
