import os
import socket
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.contents import UnreadableError
from flows.intake import Unread, decode, read
from flows.sources import Source
from schemas import Document
from schemas.manifest import parse

PAY = "Pay: £75K – $90K 🙂\r\nnext"


def take(raw, name, **manifest):
    about = parse(
        "title: A\npublisher: B\n" + "".join(f"{k}: {v}\n" for k, v in manifest.items()), "source.yaml"
    )
    return read(raw, f"a/{name}", Source("a", manifest=about))


@pytest.fixture
def raw(tmp_path):
    (tmp_path / "raw" / "a").mkdir(parents=True)
    return tmp_path / "raw"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_with_a_mark_or_in_utf8(raw, encoding):
    content = PAY.encode(encoding)
    (raw / "a" / "x").write_bytes(content)
    document = take(raw, "x")
    assert isinstance(document, Document)
    assert document.text == PAY
    assert (document.path, document.size) == ("a/x", len(content))
    assert document.sha256 == sha256(content).hexdigest()


def test_a_page_that_declares_its_encoding():
    page = '<html><meta charset="iso-8859-1"><p>£75K – £80K</p>'.encode("cp1252")
    assert decode(page) == (page.decode("cp1252"), "cp1252")


def test_the_manifest_declares_an_encoding(raw):
    (raw / "a" / "x").write_bytes("£75K".encode("latin-1"))
    document = take(raw, "x", encoding="latin-1")
    assert isinstance(document, Document)
    assert (document.text, document.encoding) == ("£75K", "iso8859-1")


@pytest.mark.parametrize(
    ("content", "status", "reason"),
    [
        ("one\ntwo £75K\n".encode("latin-1"), "undecodable", "line 2: not UTF-8"),
        (b"\xff\xfea\x00\x00\xd8", "undecodable", "starts with the mark of utf-16-le"),
        (b'<meta charset="utf-8"> \xa375K', "undecodable", "not UTF-8"),
        (b'<meta charset="idna"> \xa375K', "undecodable", "not UTF-8"),
        (b"%PDF-1.7\n\xe2\xe3\x00", "binary", "a PDF"),
        (b"%PDF-1.7\n\xe2\xe3", "binary", "declares nothing else"),
        (b"text\x00more", "binary", "a binary file, not text"),
        (b"", "empty", "nothing in it"),
        (b"\xef\xbb\xbf \n\t", "empty", "nothing in it"),
    ],
)  # fmt: skip
def test_what_is_no_text_has_a_reason(raw, content, status, reason):
    (raw / "a" / "x").write_bytes(content)
    unread = take(raw, "x")
    assert isinstance(unread, Unread)
    assert (unread.status, unread.sha256) == (status, sha256(content).hexdigest())
    assert reason in unread.reason


def test_a_file_over_the_limit_is_not_read(raw):
    (raw / "a" / "x").write_bytes(b"x" * 1001)
    unread = take(raw, "x", limits="{size: 1 kB}")
    assert isinstance(unread, Unread)
    assert (unread.status, unread.size) == ("too_large", 1001)
    assert "over the limit of 1,000" in unread.reason


def test_links_are_followed_inside_raw_only(raw, tmp_path):
    (tmp_path / "secret").write_text("$100K")
    (raw / "a" / "real").write_text("$100K")
    for name, target in {
        "in": "real",
        "out": "../../secret",
        "loop": "loop",
        "gone": "nowhere",
        "up": "..",
    }.items():
        (raw / "a" / name).symlink_to(target)
    assert isinstance(take(raw, "in"), Document)
    statuses = {name: take(raw, name).status for name in ("out", "loop", "gone", "up")}
    assert statuses == {"out": "outside", "loop": "unreadable", "gone": "unreadable", "up": "not_a_file"}


def test_pipes_and_sockets_do_not_hold_the_run(raw):
    os.mkfifo(raw / "a" / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(raw)
        listener.bind("a/socket")
        assert take(raw, "pipe").status == "not_a_file"
        assert take(raw, "socket").status == "not_a_file"


def test_a_folder_is_called_one(raw):
    (raw / "a" / "folder").mkdir()
    (raw / "a" / "link").symlink_to("folder")
    assert take(raw, "folder").reason == "a folder, not a regular file"
    assert take(raw, "link").reason == "a link to a folder, not a regular file"


def test_a_vanished_file_is_told_from_a_dangling_link(raw):
    assert take(raw, "never").status == "vanished"


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(content):
    try:
        text, encoding = decode(content)
    except UnreadableError as error:
        assert error.reason  # noqa: PT017 - either outcome is right, each with its own promise
    else:
        assert "\0" not in text
        assert content.endswith(text.encode(encoding))
