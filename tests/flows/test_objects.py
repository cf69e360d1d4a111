"""Raw folder and dataset in an object store: a real server that speaks S3, started here."""

import json
import signal
import subprocess
import sys
import threading
import time

import pytest

from flows.errors import Busy, Damaged, Stop
from flows.objects import lease
from flows.objects.mirror import Mirror, Wanted
from flows.objects.store import Refused, Store
from flows.options import Options
from flows.refresh import direct
from flows.releases import Releases
from tests.flows.world import DAY, MANIFEST, World, contents, guide

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300), pytest.mark.xdist_group("objects")]
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}


@pytest.fixture(scope="module")
def server():
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def bucket(server, monkeypatch, request):
    """An empty bucket, and the credentials for it."""
    import s3fs

    for name, value in {**KEYS, "AWS_ENDPOINT_URL": server}.items():
        monkeypatch.setenv(name, value)
    name = f"b{abs(hash(request.node.name)):x}"
    s3fs.S3FileSystem(skip_instance_cache=True).call_s3("create_bucket", Bucket=name)
    return name


@pytest.fixture
def far(bucket, tmp_path):
    """A raw folder in the bucket, its local twin, and refreshes of it."""
    return Far(bucket, World(tmp_path / "twin"))


class Far:
    def __init__(self, bucket, twin):
        self.raw, self.out = f"s3://{bucket}/in/raw", f"s3://{bucket}/data"
        self.bucket, self.twin = bucket, twin
        self.put("guides/source.yaml", MANIFEST)
        for company in ("Acme", "Globex", "Initech"):
            self.put(f"guides/{company.lower()}.md", guide(company, "$150K-$180K"))

    def put(self, name, content):
        import s3fs

        self.twin.put(name, content)
        s3fs.S3FileSystem(skip_instance_cache=True).pipe_file(
            f"{self.bucket}/in/raw/{name}", content.encode()
        )

    def refresh(self, **chosen):
        return direct(Options.at(self.raw, self.out, as_of=DAY, workers=1, **chosen), DAY)

    def bytes(self):
        store = Store(self.out)
        release = json.loads(store.read("current.json").content)["release"]
        names = [name for name in store.listed(f"releases/{release}") if name.endswith(".parquet")]
        files = {name.rpartition("/")[2]: store.read(name).content for name in names}
        return {name: content for name, content in files.items() if name != "changes.parquet"}


def test_a_refresh_from_a_bucket_into_a_bucket_gives_the_bytes_of_a_local_one(far):
    summary = far.refresh()
    assert summary.published
    assert summary.place == f"{far.out}/releases/{summary.release}"
    far.twin.refresh()
    assert far.bytes() == contents(far.twin.out)
    assert set(Store(far.out).listed()) >= {"current.json"}
    assert not [name for name in Store(far.out).listed() if name.startswith(".")]


def test_only_what_has_changed_is_read_again(far):
    far.refresh()
    assert far.refresh().why == "nothing has changed"
    far.put("guides/acme.md", guide("Acme", "$160K-$190K"))
    summary = far.refresh()
    assert summary.documents["read"] == 1
    assert summary.documents["carry"] == 2
    far.twin.refresh()
    assert far.bytes() == contents(far.twin.out)


def test_three_libraries_read_it(far, server):
    import duckdb
    import pandas as pd
    import polars as pl
    import s3fs

    far.refresh()
    release = json.loads(Store(far.out).read("current.json").content)["release"]
    url = f"{far.out}/releases/{release}/observations.parquet"
    ids = pd.read_parquet(url)["observation_id"].tolist()
    options = {
        "aws_access_key_id": "test",
        "aws_secret_access_key": "test",
        "aws_region": "us-east-1",
        "aws_endpoint_url": server,
        "aws_allow_http": "true",
    }
    assert pl.read_parquet(url, storage_options=options)["observation_id"].to_list() == ids
    connection = duckdb.connect()
    connection.register_filesystem(s3fs.S3FileSystem(skip_instance_cache=True))
    found = connection.execute(f"select observation_id from read_parquet('{url}')").fetchall()
    assert [one for (one,) in found] == ids
    assert ids


def test_of_two_writers_at_once_one_is_refused(far):
    begun, go_on = threading.Event(), threading.Event()

    def hold():
        with lease.holding(Store(far.out)):
            begun.set()
            go_on.wait(60)

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait(60)
    with pytest.raises(Busy, match=r"another process is writing \(process \d+ of .* on .*\)"):
        far.refresh()
    go_on.set()
    thread.join()
    assert far.refresh().published


def test_a_lapsed_lease_is_taken_over_and_its_holder_publishes_nothing(far, monkeypatch):
    monkeypatch.setattr(lease.Lease, "keep", lambda self: None)  # as if the process stood still
    with Mirror(far.raw, far.out, Wanted(writing=True)) as still:
        World.refresh(far.twin, out=still.out)
        monkeypatch.setattr(lease, "SECONDS", 0.0)
        held = Store(far.out).read(lease.LOCK)
        short = json.loads(held.content) | {"lease_seconds": 0, "since": "2099-01-01"}
        Store(far.out).replace(lease.LOCK, json.dumps(short).encode(), held.etag)
        time.sleep(1.1)  # dates of answers have whole seconds
        other = far.refresh()
        with pytest.raises(Busy, match="another has taken over"):
            still.push(Releases(still.out).current(), 10)
    assert json.loads(Store(far.out).read("current.json").content)["release"] == other.release


def test_a_pointer_that_moved_in_the_meantime_is_not_overwritten(far):
    first = far.refresh()
    far.put("guides/acme.md", guide("Acme", "$160K-$190K"))
    with Mirror(far.raw, far.out, Wanted(writing=True)) as mirror:
        World.refresh(far.twin, out=mirror.out)
        seen = Store(far.out).read("current.json")
        moved = json.dumps({"release": first.release, "moved": True}).encode()
        Store(far.out).replace("current.json", moved, seen.etag)
        with pytest.raises(Busy, match="published in the meantime"):
            mirror.push(Releases(mirror.out).current(), 10)
    assert Store(far.out).read("current.json").content == moved


KILLED = """
import datetime, os, signal, sys
from flows.objects import lease, store
lease.SECONDS = 4.0
point = store.Store.replace
def killed(self, name, content, etag):
    if name == "current.json":
        os.kill(os.getpid(), signal.SIGKILL)
    return point(self, name, content, etag)
store.Store.replace = killed
from flows.options import Options
from flows.refresh import direct
day = datetime.date.fromisoformat(sys.argv[3])
direct(Options.at(sys.argv[1], sys.argv[2], as_of=day, workers=1), day)
"""


def test_a_kill_between_data_and_pointer_leaves_the_old_release(far):
    first = far.refresh()
    before = far.bytes()
    far.put("guides/acme.md", guide("Acme", "$160K-$190K"))
    done = subprocess.run([sys.executable, "-c", KILLED, far.raw, far.out, DAY.isoformat()], timeout=120)
    assert done.returncode == -signal.SIGKILL
    assert far.bytes() == before
    assert json.loads(Store(far.out).read("current.json").content)["release"] == first.release
    with pytest.raises(Busy, match="lease"):  # at most a lease long
        far.refresh()
    time.sleep(5)
    summary = far.refresh()
    assert summary.release != first.release
    far.twin.refresh()
    assert far.bytes() == contents(far.twin.out)


def test_a_release_half_uploaded_is_cleared_away_and_made_again(far):
    first = far.refresh()
    store = Store(far.out)
    store.create("releases/2026-03-01-0123456789ab/observations.parquet", b"half")
    far.refresh()
    assert {name.split("/")[1] for name in store.listed("releases")} == {first.release}


def test_releases_verify_and_rollback_work_on_the_bucket(far):
    def wagebook(*arguments):
        return subprocess.run(
            [sys.executable, "-c", "from flows.cli import main; main()", *arguments],
            capture_output=True,
            text=True,
            timeout=120,
        )

    first = far.refresh()
    far.put("guides/acme.md", guide("Acme", "$160K-$190K"))
    second = far.refresh()
    listed = wagebook("releases", "--out", far.out)
    assert listed.stdout.index(first.release) < listed.stdout.index(second.release)
    assert "wrong" not in wagebook("verify", "--raw", far.raw, "--out", far.out).stdout
    back = wagebook("releases", "rollback", "--out", far.out)
    assert (back.returncode, f"now see {first.release}" in back.stdout) == (0, True), back.stderr
    assert json.loads(Store(far.out).read("current.json").content)["release"] == first.release
    assert len(far.refresh(keep=1).retired) == 0  # the current one and the one before always stay
    status = wagebook("status", "--raw", far.raw, "--out", far.out)
    assert second.release in status.stdout


def test_objects_that_cannot_be_files_cost_nothing_else(far):
    import s3fs

    files = s3fs.S3FileSystem(skip_instance_cache=True)
    for key in (
        "guides/../../escaped.md",
        "guides//twice.md",
        "guides/" + "x" * 300,
        "guides/acme.md/below.md",
    ):
        files.call_s3("put_object", Bucket=far.bucket, Key=f"in/raw/{key}", Body=b"$100K")
    summary = far.refresh()
    assert summary.published
    assert sum("left out" in warning for warning in summary.warnings) == 4
    far.twin.refresh()
    assert far.bytes() == contents(far.twin.out)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"AWS_ENDPOINT_URL": "http://127.0.0.1:9"}, "cannot be used"),
        ({"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}, "no credentials"),
    ],
)
def test_a_store_that_cannot_be_used_is_named_with_a_remedy(far, monkeypatch, tmp_path, change, message):
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name, value in change.items():
        monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name)
    with pytest.raises(Stop, match=message) as stop:
        far.refresh()
    assert far.raw.removesuffix("/in/raw") in str(stop.value)
    assert stop.value.remedy


def test_a_bucket_that_is_not_there_is_named(far):
    with pytest.raises(Stop, match="s3://no-such-bucket/x: there is no such bucket"):
        direct(Options.at(far.raw, "s3://no-such-bucket/x", as_of=DAY, workers=1), DAY)
    with pytest.raises(Stop, match="names no bucket"):
        direct(Options.at(far.raw, "s3://", as_of=DAY, workers=1), DAY)
    with pytest.raises(Stop, match="lies inside the raw folder"):
        direct(Options.at(far.raw, f"{far.raw}/out", as_of=DAY, workers=1), DAY)


def test_a_store_that_ignores_conditions_is_refused(far, monkeypatch):
    def heedless(self, name, content, condition):
        return str(self._call("put_object", name, {"Body": content})["ETag"])

    monkeypatch.setattr(Store, "_put", heedless)
    with pytest.raises(Stop, match="ignores conditional writes"):
        far.refresh()
    assert Store(far.out).listed() == {}


def test_a_pointer_that_names_nothing_is_said(far):
    far.refresh()
    store = Store(far.out)
    store.replace("current.json", b'{"release": "2020-01-01-0123456789ab"}', store.read("current.json").etag)
    with pytest.raises(Damaged, match="points to 2020-01-01-0123456789ab, which is not there"):
        far.refresh()
    store.replace("current.json", b"[]", store.read("current.json").etag)
    with pytest.raises(Damaged, match="does not name a release"):
        far.refresh()


def test_of_eight_writers_of_one_object_one_wins(far):
    store, won = Store(far.out), []

    def write(number):
        try:
            store.create("race", str(number).encode())
            won.append(number)
        except Refused:
            pass

    threads = [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert store.read("race").content == str(won[0]).encode()


@pytest.mark.parametrize("rows_a_file", [0, 20_000])
def test_a_damaged_release_is_put_right_in_the_bucket_too(far, rows_a_file):
    release = far.refresh(rows_a_file=rows_a_file).release
    store, below = Store(far.out), f"releases/{release}/observations.parquet"
    names = [name for name in store.listed(f"releases/{release}") if name.startswith(below)]
    whole = {name: store.read(name).content for name in names}
    store.remove(names[0])
    store.create(names[0], b"PAR1 no more")
    if rows_a_file:
        store.create(f"{below}/part-000009.parquet", b"PAR1 nor this")
    summary = far.refresh(rows_a_file=rows_a_file, full=True)
    assert summary.mended == ["observations.parquet"]
    assert {name: store.read(name).content for name in store.listed(below)} == whole
