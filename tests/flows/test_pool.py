import ctypes
import os
import re
import time
from dataclasses import dataclass

import pytest

from flows import guard, pool
from flows.errors import Stop
from flows.pool import Batch, note


@dataclass(frozen=True)
class Job:
    what: str
    seconds: float = 20


class Work:
    def __call__(self, batch, progress):
        done = []
        for number, job in enumerate(batch.jobs):
            note(progress, number, job)
            done.append(self.one(job))
        return done

    def one(self, job):
        if job.what == "crash":
            ctypes.string_at(0)
        if job.what == "exit":
            os._exit(3)
        if job.what == "hang in C":
            ctypes.PyDLL(None).sleep(60)  # PyDLL keeps hold of the interpreter
        try:
            with guard.limits(job.seconds, 200_000_000):
                if job.what == "hang":
                    re.match(r"(a|a)*$", "a" * 40 + "b")
                if job.what == "wait":
                    time.sleep(2 * job.seconds)
                if job.what == "wait for ever":
                    time.sleep(60)
                if job.what == "eat":
                    [bytearray(1_000_000) for _ in range(1000)]
        except guard.OutOfTimeError:
            return f"{job.what}: out of time"
        except MemoryError:
            return f"{job.what}: out of memory"
        return f"{job.what}: ok"

    def lost(self, batch, status, reason):
        return [f"{batch.jobs[0].what}: {status}, {reason}"]


def outcome(batches, workers, tmp_path):
    with pool.Workers(workers) as processes:
        return sorted(one for _, result in processes.run(Work(), batches, tmp_path) for one in result)


def test_all_work_is_done_by_several_processes_or_by_this_one(tmp_path):
    batches = [Batch(str(i), tuple(Job(f"{i}-{j}") for j in range(3))) for i in range(4)]
    wanted = sorted(f"{i}-{j}: ok" for i in range(4) for j in range(3))
    assert outcome(batches, 1, tmp_path) == wanted
    assert outcome(batches, 2, tmp_path) == wanted


def end_at_once():
    os._exit(1)


def test_workers_that_never_begin_stop_the_run_and_say_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "begin", end_at_once)
    with pytest.raises(Stop, match="before they began") as stop:
        outcome([Batch("a", (Job("1"),))], 2, tmp_path)
    assert "--workers 1" in stop.value.remedy


def end_while_it_gets_ready():
    os._exit(1)


@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize("get_ready", [os.getpid, end_while_it_gets_ready])
def test_a_process_that_begins_early_does_what_turns_out_to_be_there(tmp_path, count, get_ready):
    batches = [Batch(str(i), (Job(str(i)), Job("crash"))) for i in range(count)]
    with pool.Workers(2) as processes:
        processes.begin_one(get_ready)
        done = sorted(one for _, result in processes.run(Work(), batches, tmp_path) for one in result)
    crashed = ["crash: crashed, the process that read it ended (signal 11)"] * count
    assert done == [*(f"{i}: ok" for i in range(count)), *crashed]


def test_with_one_worker_nothing_begins_early(tmp_path):
    with pool.Workers(1) as processes:
        processes.begin_one(end_while_it_gets_ready)
        assert [one for _, one in processes.run(Work(), [Batch("a", (Job("1"),))], tmp_path)] == [["1: ok"]]


@pytest.mark.timeout(60)  # nobody waits for what hangs
def test_a_lost_worker_costs_one_document(tmp_path, monkeypatch):
    batches = [
        Batch("a", (Job("1"), Job("crash"), Job("2"), Job("exit"), Job("3"))),
        Batch("b", (Job("hang", 0.5), Job("4"), Job("eat"), Job("5"))),
    ]
    assert outcome(batches, 2, tmp_path) == [
        "1: ok",
        "2: ok",
        "3: ok",
        "4: ok",
        "5: ok",
        "crash: crashed, the process that read it ended (signal 11)",
        "eat: out of memory",
        "exit: crashed, the process that read it ended (exit code 3)",
        "hang: out of time",
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_job_may_wait_longer_than_it_may_work(tmp_path):
    assert outcome([Batch("a", (Job("wait", 0.1), Job("wait for ever", 0.1)))], 1, tmp_path) == [
        "wait for ever: out of time",
        "wait: ok",
    ]


@pytest.mark.slow
def test_a_hang_in_c_ends_its_process(tmp_path):
    batches = [Batch("a", (Job("1"), Job("hang in C", 0.5), Job("2")))]
    assert outcome(batches, 2, tmp_path) == [
        "1: ok",
        "2: ok",
        "hang in C: timeout, still reading after 1.5 seconds by the clock",
    ]
