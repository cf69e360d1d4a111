"""Pages fetched from a real web server on loopback, and a refresh that takes up what came."""

import contextlib
import datetime as dt
import gzip
import http.server
import json
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time

import pytest

from flows import captured
from flows.capture import addresses, robots
from flows.capture.addresses import is_public
from flows.capture.fetch import FetchError
from flows.capture.run import NothingToFetch, Visit, run
from flows.errors import Busy, Stop
from flows.lock import writing
from schemas.manifest import ManifestError, parse
from tests.flows.world import MANIFEST, World

PAGE = b"<html><body><h1>Pay</h1><p>Data engineers earn $150,000 a year in Boston.</p></body></html>"
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site(http.server.ThreadingHTTPServer):
    """Answers each path by a function that is given the request."""

    daemon_threads = True

    def __init__(self, trust=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages, self.asked = {}, []
        self.scheme = "https" if trust else "http"
        if trust:
            self.socket = trust.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, path=""):
        return f"{self.scheme}://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, request, client_address):
        """Clients hang up on purpose here."""


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        page = self.server.pages.get(self.path)
        if page is None:
            self.send(404)
        elif callable(page):
            with contextlib.suppress(OSError):
                page(self)
        else:
            self.send(200, page)

    def send(self, status, body=b"", headers=HTML, length=None):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def site():
    site = Site()
    yield site
    site.shutdown()
    site.server_close()


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)


def manifest(*urls, **more):
    how = {"urls": list(urls), "insecure": True, "private": True, "pause": 0, "seconds": 5, **more}
    return MANIFEST + f"capture: {json.dumps(how)}\n"


class Slept(list[float]):
    """Waits for nothing, and notes for how long it was asked to."""

    def __call__(self, seconds):
        self.append(seconds)


def fetch(world, site, path="/pay", source="web", sleep=None, **more):
    world.put(f"{source}/source.yaml", manifest(site.url(path), **more))
    (result,) = run(world.raw, visit=Visit(sleep=Slept() if sleep is None else sleep))
    return result


def documents(world, source="web"):
    return sorted(
        path.relative_to(world.raw).as_posix()
        for path in (world.raw / source).rglob("*")
        if path.is_file() and not path.name.startswith(".") and path.name != "source.yaml"
    )


def test_a_page_is_kept_as_it_came_with_a_note_beside_it(world, site):
    site.pages["/pay"] = lambda ask: ask.send(200, PAGE, HTML | {"ETag": '"one"', "Set-Cookie": "secret=1"})
    result = fetch(world, site)
    assert (result.outcome, [result.document]) == ("new", documents(world))
    file = world.raw / result.document
    assert file.read_bytes() == PAGE
    note = json.loads((file.parent / captured.note_of(file.name)).read_text())
    assert note["url"] == note["final_url"] == site.url("/pay")
    assert (note["status"], note["size"], note["charset"]) == (200, len(PAGE), "utf-8")
    assert note["headers"]["etag"] == '"one"'
    assert "set-cookie" not in note["headers"]
    assert tuple(path for path, _ in site.asked) == ("/robots.txt", "/pay")
    assert all(headers["User-Agent"].startswith("wagebook") for _, headers in site.asked)


@pytest.mark.parametrize("conditional", [True, False])
def test_a_page_that_has_not_changed_gives_no_document(world, site, conditional):
    def page(ask):
        if conditional and ask.headers.get("If-None-Match") == '"one"':
            ask.send(304, headers={"ETag": '"one"'})
        else:
            ask.send(200, PAGE, HTML | {"ETag": '"one"'})

    site.pages["/pay"] = page
    fetch(world, site)
    before = documents(world)
    assert fetch(world, site).outcome == "unchanged"
    assert documents(world) == before
    assert site.asked[-1][1]["If-None-Match"] == '"one"'


def test_a_page_that_is_not_there_is_asked_for_once(world, site):
    result = fetch(world, site)
    assert (result.outcome, result.reason) == ("failed", "answers 404")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/pay"]
    assert documents(world) == []


def test_a_server_in_trouble_is_asked_again_after_the_time_it_names(world, site):
    answers = [(503, {"Retry-After": "7"}), (500, {}), (200, HTML)]

    def page(ask):
        status, headers = answers.pop(0)
        ask.send(status, PAGE, headers)

    site.pages["/pay"] = page
    slept = Slept()
    assert fetch(world, site, sleep=slept).outcome == "new"
    assert 7 in slept
    assert len(slept) == 2


def test_a_server_that_stays_in_trouble_fails_the_page(world, site):
    site.pages["/pay"] = lambda ask: ask.send(500)
    assert fetch(world, site).reason == "answers 500"
    assert len(site.asked) == 4
    site.pages["/pay"] = lambda ask: ask.send(503, headers={"Retry-After": "86400"})
    assert fetch(world, site).reason == "answers 503"


def test_redirects_are_followed_and_loops_end(world, site):
    site.pages["/pay"] = lambda ask: ask.send(302, headers={"Location": "/moved"})
    site.pages["/moved"] = PAGE
    result = fetch(world, site)
    note = json.loads(next((world.raw / "web/captured").glob("*/.*Z.html.json")).read_text())
    assert (result.outcome, note["final_url"]) == ("new", site.url("/moved"))
    site.pages["/loop"] = lambda ask: ask.send(302, headers={"Location": "/loop"})
    assert "more than 5 redirects" in fetch_one(world, site, "/loop")
    site.pages["/file"] = lambda ask: ask.send(302, headers={"Location": "file:///etc/passwd"})
    assert "not http" in fetch_one(world, site, "/file")


def fetch_one(world, site, path, **more):
    source = path.strip("/").replace("/", "-")
    world.put(f"{source}/source.yaml", manifest(site.url(path), **more))
    (result,) = run(world.raw, (source,), visit=Visit(sleep=Slept()))
    assert result.outcome == "failed"
    assert documents(world, source) == []
    return result.reason


def test_a_private_address_is_refused_before_anything_is_sent(world, site):
    assert "no public address" in fetch_one(world, site, "/pay", private=False)
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(world, site, monkeypatch):
    # The first host counts as public here; the second, the same machine by another address, does not.
    site.pages["/pay"] = lambda ask: ask.send(
        302, headers={"Location": f"http://127.0.0.2:{site.server_port}/x"}
    )
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    assert "127.0.0.2 is 127.0.0.2, which is no public address" in fetch_one(
        world, site, "/pay", private=False
    )


def test_the_address_that_was_checked_is_the_one_that_is_asked(world, site, monkeypatch):
    looked_up = []

    real = socket.getaddrinfo

    def once(host, port, *more, **named):
        if host != "pay.example":
            return real(host, port, *more, **named)
        looked_up.append(host)
        address = "127.0.0.1" if len(looked_up) <= 2 else "10.0.0.1"
        return [(2, 1, 6, "", (address, port))]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", once)
    site.pages["/pay"] = PAGE
    world.put("web/source.yaml", manifest(f"http://pay.example:{site.server_port}/pay"))
    (result,) = run(world.raw, visit=Visit(sleep=Slept()))
    assert result.outcome == "new"
    assert looked_up == ["pay.example"] * 2  # once for robots.txt, once for the page


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_private_addresses_in_all_their_forms(address):
    assert not is_public(address)


def test_public_addresses():
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")


def test_robots_txt_is_obeyed(world, site):
    site.pages["/robots.txt"] = b"User-agent: wagebook\nDisallow: /private\nCrawl-delay: 3\n"
    site.pages["/private/pay"] = site.pages["/pay"] = PAGE
    assert fetch_one(world, site, "/private/pay") == "its robots.txt does not allow it"
    world.put("two/source.yaml", manifest(site.url("/pay"), site.url("/pay?2")))
    slept = Slept()
    results = list(run(world.raw, ("two",), visit=Visit(sleep=slept)))
    assert [result.outcome for result in results] == ["new", "failed"]
    assert list(slept) == [pytest.approx(3, abs=0.5)]


def test_only_a_server_that_says_so_has_no_robots_txt(world, site, monkeypatch):
    site.pages["/robots.txt"] = lambda ask: ask.send(404)
    site.pages["/pay"] = PAGE
    assert fetch(world, site).outcome == "new"

    def failing(url, rules, headers):
        raise FetchError("answers 400 ways to read it")

    monkeypatch.setattr(robots, "fetch", failing)
    assert "robots.txt cannot be had" in fetch_one(world, site, "/other")


def test_without_an_answer_about_robots_nothing_is_fetched(world, site):
    site.pages["/robots.txt"] = lambda ask: ask.send(500)
    site.pages["/pay"] = PAGE
    assert "robots.txt cannot be had (answers 500)" in fetch_one(world, site, "/pay")
    assert "/pay" not in [path for path, _ in site.asked]


def dripping(ask):
    ask.send_response(200)
    ask.send_header("Content-Type", "text/html")
    ask.end_headers()
    while True:
        ask.wfile.write(b"$")
        ask.wfile.flush()
        time.sleep(0.05)


def standing_still(ask):
    ask.send(200, b"$", length=100)
    time.sleep(5)


def dripping_headers(ask):
    for _ in range(200):
        ask.wfile.write(b"H")
        ask.wfile.flush()
        time.sleep(0.05)


@pytest.mark.parametrize("page", [dripping, standing_still, dripping_headers])
def test_a_slow_page_ends_in_time(world, site, page):
    site.pages["/pay"] = page
    # Long enough for a busy machine to get through robots.txt first; the pages themselves take five seconds and more.
    assert fetch_one(world, site, "/pay", seconds=1.5) == "not done within 1.5 s"


def test_an_endless_page_is_given_up_at_the_limit(world, site):
    def endless(ask):
        ask.send_response(200)
        ask.send_header("Content-Type", "text/html")
        ask.end_headers()
        while True:
            ask.wfile.write(b"x" * 65536)

    site.pages["/pay"] = endless
    assert fetch_one(world, site, "/pay", size=1_000_000) == "is over the limit of 1,000,000 bytes"
    site.pages["/long"] = lambda ask: ask.send(200, b"", length=10**12)
    assert "1,000,000,000,000 bytes, over the limit" in fetch_one(world, site, "/long")


def test_packed_pages_are_unpacked_up_to_the_limit(world, site):
    site.pages["/pay"] = lambda ask: ask.send(200, gzip.compress(PAGE), HTML | {"Content-Encoding": "gzip"})
    result = fetch(world, site)
    assert (world.raw / result.document).read_bytes() == PAGE
    bomb = gzip.compress(bytes(20_000_000))
    site.pages["/bomb"] = lambda ask: ask.send(200, bomb, HTML | {"Content-Encoding": "gzip"})
    assert "over the limit" in fetch_one(world, site, "/bomb", size=100_000)
    site.pages["/torn"] = lambda ask: ask.send(200, b"\x1f\x8bnonsense", HTML | {"Content-Encoding": "gzip"})
    assert "cannot be unpacked" in fetch_one(world, site, "/torn")


def test_a_page_that_breaks_off_is_not_kept(world, site):
    site.pages["/pay"] = lambda ask: ask.send(200, PAGE, length=len(PAGE) + 10)
    assert "cannot be fetched" in fetch_one(world, site, "/pay")


@pytest.mark.parametrize(
    ("headers", "body", "message"),
    [
        ({"Content-Type": "application/pdf"}, b"%PDF-1.7\0", "is application/pdf, not one of text/html"),
        ({}, PAGE, "is of no stated type"),
        (HTML, b"%PDF-1.7 \0\0", "cannot be read: a PDF"),
        (HTML, "£75K".encode("latin-1"), "cannot be read: line 1: not UTF-8"),
        (HTML, b" \n ", "sends nothing"),
    ],
)
def test_a_page_that_is_not_what_it_says_is_not_kept(world, site, headers, body, message):
    site.pages["/pay"] = lambda ask: ask.send(200, body, headers)
    assert message in fetch_one(world, site, "/pay")


def test_a_charset_of_the_header_alone_is_kept_for_the_refresh(world, site):
    body = "<p>Data engineers earn £75,000 a year in London.</p>".encode("latin-1")
    site.pages["/pay"] = lambda ask: ask.send(200, body, {"Content-Type": "text/html; charset=iso-8859-15"})
    fetch(world, site)
    world.refresh()
    assert [row["currency"] for row in world.rows("observations")] == ["GBP"]


def test_https_is_asked_for_unless_the_manifest_says_otherwise(world, tmp_path):
    import trustme

    authority = trustme.CA()
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(ours)
    site = Site(ours)
    site.pages["/pay"] = PAGE
    site.pages["/down"] = lambda ask: ask.send(302, headers={"Location": "http://127.0.0.1/pay"})
    try:
        world.put("web/source.yaml", manifest(site.url("/pay"), site.url("/down"), insecure=False))
        (stranger, _) = run(world.raw, visit=Visit(sleep=Slept()))
        assert "CERTIFICATE_VERIFY_FAILED" in stranger.reason
        trust = ssl.create_default_context()
        authority.configure_trust(trust)
        (known, down) = run(world.raw, visit=Visit(trust, Slept()))
        assert known.outcome == "new"
        assert "which is not https" in down.reason
    finally:
        site.shutdown()
        site.server_close()


def test_a_refresh_reads_the_newest_capture_and_dates_it(world, site):
    site.pages["/pay"] = PAGE
    first = fetch(world, site)
    world.refresh()
    (row,) = world.rows("observations")
    assert (row["document"], row["url"], row["low"]) == (first.document, site.url("/pay"), 150_000)
    today = dt.datetime.now(dt.UTC).date()
    (review,) = world.rows("reviews")
    assert (review["due"] - today).days in range(88, 94)  # by the manifest's three months from now
    site.pages["/pay"] = PAGE.replace(b"150", b"160")
    second = fetch(world, site)
    assert sorted([first.document, second.document]) == documents(world)
    world.refresh()
    (row,) = world.rows("observations")
    assert (row["document"], row["low"]) == (second.document, 160_000)


def test_a_failure_is_flagged_until_the_page_can_be_fetched_again(world, site):
    site.pages["/pay"] = PAGE
    before = fetch(world, site).document
    world.refresh()
    del site.pages["/pay"]
    result = fetch(world, site)
    assert (result.outcome, result.document) == ("failed", before.rpartition("/")[2])
    assert result.reason.startswith("answers 404; the document of ")
    summary = world.refresh()
    assert any("could not be fetched again" in warning for warning in summary.warnings)
    (row,) = world.rows("observations")
    assert ("capture_failed" in row["flags"], row["quality"]) == (True, "low")
    site.pages["/pay"] = PAGE
    assert fetch(world, site).outcome == "unchanged"
    assert world.refresh().warnings == []
    assert "capture_failed" not in world.rows("observations")[0]["flags"]


def test_one_page_that_fails_costs_no_other(world, site):
    site.pages["/b"] = PAGE
    world.put("web/source.yaml", manifest(site.url("/a"), site.url("/b")))
    world.put("broken/source.yaml", "titel: x\n")
    results = list(run(world.raw, visit=Visit(sleep=Slept())))
    assert [(r.source, r.outcome) for r in results] == [
        ("broken", "failed"),
        ("web", "failed"),
        ("web", "new"),
    ]


def test_two_captures_at_once_are_kept_apart(world, site):
    world.put("web/source.yaml", manifest(site.url("/pay")))
    with writing(world.raw / "web"), pytest.raises(Busy, match="another process is writing"):
        list(run(world.raw, visit=Visit(sleep=Slept())))


def test_a_clock_set_back_makes_no_old_page_the_newest(world, site):
    site.pages["/pay"] = PAGE
    fetch(world, site)
    (note,) = (world.raw / "web/captured").glob("*/.*Z.html.json")
    ahead = note.with_name(".2090-01-01T00-00-00Z.html.json")
    (note.parent / note.name[1:-5]).rename(note.parent / "2090-01-01T00-00-00Z.html")
    ahead.write_text(json.dumps(json.loads(note.read_text()) | {"time": "2090-01-01T00:00:00Z"}))
    note.unlink()
    site.pages["/pay"] = PAGE.replace(b"150", b"170")
    assert fetch(world, site).document.endswith("/2090-01-01T00-00-01Z.html")


def test_what_there_is_to_say_without_pages(world, site):
    world.put("web/source.yaml", MANIFEST)
    with pytest.raises(NothingToFetch, match="no manifest names pages"):
        list(run(world.raw))
    with pytest.raises(Stop, match="there is no source 'wbe'"):
        list(run(world.raw, ("wbe",)))
    world.put("web/source.yaml", manifest(site.url("/pay")))
    (result,) = run(world.raw, dry_run=True)
    assert (result.outcome, site.asked) == ("would be fetched", [])


@pytest.mark.parametrize(
    ("urls", "message"),
    [
        (["pay.html"], "is no url such as"),
        (["ftp://example.org/x"], "is no url such as"),
        (["https://"], "is no url such as"),
        (["https://example.org:99999/"], "is no url such as"),
        (["https://me:secret@example.org/"], "name or password"),
        (["http://example.org/"], "is not https; change it, or allow it with `insecure: true`"),
        (["https://a.example/", "https://a.example/#x"], "stands there twice"),
    ],
)
def test_urls_that_are_none_are_named_with_their_line(urls, message):
    text = MANIFEST + "capture:\n  urls:\n" + "".join(f"  - {url}\n" for url in urls)
    with pytest.raises(ManifestError) as error:
        parse(text, "raw/web/source.yaml")
    line = text.count("\n")
    assert f"raw/web/source.yaml:{line}:" in str(error.value)
    assert message in str(error.value)


KILLED = """
import os, signal, sys
from pathlib import Path
from flows import disk
from flows.capture import run as running
steps, n = [], int(sys.argv[2])
def counted(name, call):
    def step(*arguments, **more):
        steps.append(name)
        if len(steps) == n:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **more)
    return step
for name in ("open", "rename", "replace", "write_bytes", "write_text", "unlink", "mkdir"):
    setattr(Path, name, counted(name, getattr(Path, name)))
disk.sync = counted("sync", disk.sync)
list(running.run(Path(sys.argv[1]), visit=running.Visit(sleep=lambda s: None)))
"""


@pytest.mark.slow
def test_killed_at_any_step_there_is_no_half_document(world, site):
    site.pages["/pay"] = PAGE
    world.put("web/source.yaml", manifest(site.url("/pay")))
    killed = 0
    for n in range(1, 60):
        done = subprocess.run([sys.executable, "-c", KILLED, str(world.raw), str(n)], timeout=60)
        found = documents(world)
        for document in found:
            assert (world.raw / document).read_bytes() == PAGE
            assert (world.raw / document).with_name(captured.note_of(document.rpartition("/")[2])).is_file()
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        killed += 1
        for document in found:  # so that the next run has something to store
            (world.raw / document).unlink()
    else:
        raise AssertionError("it never came to its end")
    assert killed > 5
    assert not list(world.raw.rglob("*.part"))
