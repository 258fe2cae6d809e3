#!/usr/bin/env python3
"""Kills the program and cuts its power under load, and looks for what was promised and is missing.

tests/crash/main.py [--times N] [--seed N] [TEST...]      how often each of them: 20 unless told otherwise

Clients on several threads create tickets, reply, write notes and send files. What they asked for
and what they were told is kept here, outside the server: a promise is a request that was answered
with success. After each crash the program starts on what is left, whatever got no answer is asked
again with the same key, and then every promise must be there once, not twice, files by their hash.
"""
import argparse
import base64
import collections
import concurrent.futures
import contextlib
import dataclasses
import errno
import hashlib
import http.client
import json
import mmap
import os
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import threading
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import desk  # noqa: E402
import unittests  # noqa: E402

BUILD = ROOT / "build" / "release"
DISK = BUILD / "libdisk.so"
LYING = BUILD / "ogniwo_lying"
CLIENTS = 6
TIMES, SEED = 20, 1


@dataclasses.dataclass
class Wish:
    """One request, and what is known of it: "ok", "refused", or "unknown" when no answer came."""
    kind: str
    path: str
    body: dict
    key: str
    outcome: str = "unknown"
    answer: dict = dataclasses.field(default_factory=dict)
    status: int = 0


class Client:
    """Asks over one connection, as long as there is one."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def __init__(self, server, token):
        self.server, self.token = server, token
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)

    def ask(self, method, path, body=None, key=None):
        headers = {"Authorization": f"Bearer {self.token}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if key:
            headers["Idempotency-Key"] = key
        self.connection.request(method, f"/api/v1{path}", headers=headers,
                                body=None if body is None else json.dumps(body))
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def fulfil(self, wish):
        """Whether an answer came, of whatever kind."""
        try:
            wish.status, text = self.ask("POST", wish.path, wish.body, wish.key)
        except (OSError, http.client.HTTPException):
            self.connection.close()
            return False
        wish.answer = json.loads(text or b"{}")
        if wish.status < 300:
            wish.outcome = "ok"
        elif wish.status < 500:
            wish.outcome = "refused"
        return True

    def pages(self, path):
        cursor = ""
        while cursor is not None:
            status, text = self.ask("GET", f"{path}{'&' if '?' in path else '?'}limit=200{cursor}")
            if status != 200:
                raise AssertionError(f"GET {path}: {status} {text}")
            page = json.loads(text)
            yield from page["items"]
            cursor = f"&cursor={page['next']}" if page.get("next") else None


class Log:
    """What was asked for and promised, in this folder's whole life."""

    def __init__(self, customer, seed):
        self.customer, self.random = customer, random.Random(seed)
        self.wishes, self.tickets, self.lock = [], [], threading.Lock()
        self.files = {}  # What was uploaded under which number, as a hash.

    def next_wish(self, file=None, only=None):
        """`file`: the upload that a reply sends. `only`: this kind of wish."""
        with self.lock:
            key = f"w{len(self.wishes)}-{self.random.getrandbits(48):x}"
            kinds = ["create"] if not self.tickets else ["create", "reply", "reply", "note", "file"]
            kind = "reply" if file else only or self.random.choice(kinds)
            on = f"/tickets/{self.random.choice(self.tickets)}" if self.tickets else ""
            if kind == "create":
                wish = Wish(kind, "/tickets", {"customer": self.customer, "subject": key,
                                               "text": "Od rana nie działa."}, key)
            elif kind == "file":
                content = self.random.randbytes(self.random.choice((10, 3000, 40_000)))
                wish = Wish(kind, f"{on}/attachments", {
                    "name": f"{key}.bin", "content": base64.b64encode(content).decode()}, key)
            elif file:
                on = file.path.removesuffix("/attachments")
                wish = Wish("reply", f"{on}/replies", {"text": key,
                                                       "attachments": [file.answer["id"]]}, key)
            else:
                wish = Wish(kind, f"{on}/{'replies' if kind == 'reply' else 'notes'}",
                            {"text": key}, key)
            self.wishes.append(wish)
            return wish

    def kept(self, wish):
        with self.lock:
            if wish.kind == "create":
                self.tickets.append(wish.answer["id"])
            if wish.kind == "file":
                content = base64.b64decode(wish.body["content"])
                self.files[wish.answer["id"]] = hashlib.sha256(content).hexdigest()

    def forget_the_past(self):
        """What was looked at often enough."""
        self.wishes = self.wishes[-3000:]

    def by(self, outcome):
        return [wish for wish in self.wishes if wish.outcome == outcome]

    def load(self, server, token, going_on):
        """Every client asks until it gets no answer, or `going_on` says so."""
        def work(_):
            file = None
            with Client(server, token) as client:
                while going_on():
                    wish = self.next_wish(file)
                    if not client.fulfil(wish):
                        return
                    file = wish if wish.kind == "file" and wish.outcome == "ok" else None
                    if wish.outcome == "ok":
                        self.kept(wish)
        with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(work, range(CLIENTS)))


@dataclasses.dataclass
class Findings:
    lost: list = dataclasses.field(default_factory=list)
    doubled: list = dataclasses.field(default_factory=list)
    broken: list = dataclasses.field(default_factory=list)

    def __bool__(self):
        return bool(self.lost or self.doubled or self.broken)

    def __repr__(self):
        return "; ".join(f"{len(found)} {name}: {found[:5]}"
                         for name, found in vars(self).items() if found) or "nothing"


def look(client, log):
    """What is not as promised. Asks again first for everything that got no answer."""
    found = Findings()
    for wish in log.by("unknown"):
        if not client.fulfil(wish) or wish.outcome == "unknown":
            found.broken.append(f"{wish.kind} {wish.key} is not answered: {wish.status}")
        elif wish.outcome == "ok":
            log.kept(wish)
    tickets = collections.defaultdict(list)
    for ticket in client.pages("/tickets"):
        tickets[ticket["subject"]].append(ticket["id"])
    for wish in log.by("ok"):
        if wish.kind == "create":
            note(found, wish, tickets[wish.key], wish.answer["id"])
    messages = collections.defaultdict(list)
    files = {}
    for ticket in {ticket for ids in tickets.values() for ticket in ids}:
        for message in client.pages(f"/tickets/{ticket}/messages"):
            messages[message["text"]].append(message["id"])
            files[message["id"]] = message.get("attachments", [])
    for wish in log.by("ok"):
        if wish.kind not in ("reply", "note"):
            continue
        note(found, wish, messages[wish.key], wish.answer["id"])
        for number in wish.body.get("attachments", []):
            status, content = client.ask("GET", f"/attachments/{number}")
            if status != 200 or hashlib.sha256(content).hexdigest() != log.files[number]:
                found.broken.append(f"file {number} of {wish.key}: {status}")
            if number not in [file["id"] for file in files.get(wish.answer["id"], [])]:
                found.lost.append(f"file {number} of {wish.key}")
    return found


def note(found, wish, there, promised):
    if not there:
        found.lost.append(f"{wish.kind} {wish.key}")
    elif len(there) > 1:
        found.doubled.append(f"{wish.kind} {wish.key}: {there}")
    elif there != [promised]:
        found.broken.append(f"{wish.kind} {wish.key}: promised {promised}, there is {there}")


def asked_again(client, log, wishes):
    """Promises that are answered otherwise when they are asked for once more with their key."""
    other = []
    for wish in wishes:
        again = dataclasses.replace(wish, outcome="unknown", answer={})
        if not client.fulfil(again) or again.answer != wish.answer:
            other.append(f"{wish.kind} {wish.key}: {wish.answer}, then {again.answer}")
    return other


def check(data, *options):
    done = subprocess.run([str(word) for word in (desk.PROGRAM, "check", "--data", data, *options)],
                          text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return "" if done.returncode == 0 else done.stdout


class Crash(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(f"{SEED} {self.id()}")
        self.data = self.enterContext(desk.folder("crash"))

    def settle_in(self, *options):
        """A desk on its first day: (API token, the log of what its clients ask for)."""
        with desk.Server(self.data, *options) as server:
            token, customer = desk.set_up(server)
        return token, Log(customer, f"{SEED} {self.id()}")

    @contextlib.contextmanager
    def serving(self, *options, program=None, **environment):
        with served_by(program or desk.PROGRAM, environment):
            with desk.Server(self.data, *options) as server:
                yield server

    def load_until_killed(self, server, token, log):
        wait = self.random.uniform(0.2, 1.0)
        killer = threading.Timer(wait, server.process.kill)
        killer.start()
        log.load(server, token, lambda: True)
        killer.join()
        server.process.wait()

    def assert_kept(self, log, found):
        self.assertFalse(found, f"of {len(log.by('ok'))} promises")

    def kill_again_and_again(self, *options, times=None, program=None, **environment):
        """All findings of every round, and the log."""
        token, log = self.settle_in(*options)
        for _ in range(times or TIMES):
            with self.serving(*options, program=program, **environment) as server:
                self.load_until_killed(server, token, log)
            with self.serving(*options, program=program, **environment) as server, \
                    Client(server, token) as client:
                found = look(client, log)
                if found:
                    return found, log
                sample = self.random.sample(log.by("ok"), min(20, len(log.by("ok"))))
                self.assertEqual(asked_again(client, log, sample), [])
            log.forget_the_past()
        self.assertEqual(check(self.data, *options), "")
        return Findings(), log


@contextlib.contextmanager
def served_by(program, environment):
    """desk.Server starts this program with these variables beside its own."""
    before, desk.PROGRAM = desk.PROGRAM, program
    saved = dict(os.environ)
    os.environ.update({name: str(value) for name, value in environment.items()})
    try:
        yield
    finally:
        desk.PROGRAM = before
        os.environ.clear()
        os.environ.update(saved)


class Kill(Crash):
    def test_kill_9_on_sqlite(self):
        found, log = self.kill_again_and_again()
        self.assert_kept(log, found)

    def test_kill_9_on_postgresql(self):
        with desk.postgres() as url:
            found, log = self.kill_again_and_again("--database", url)
            self.assert_kept(log, found)

    def test_control_answers_before_the_commit_lose(self):
        found, _ = self.kill_again_and_again(times=3, program=LYING, OGNIWO_LIE="early")
        self.assertTrue(found.lost)

    def test_control_without_keys_doubles(self):
        token, log = self.settle_in()
        with self.serving(program=LYING, OGNIWO_LIE="keyless") as server:
            self.load_until_killed(server, token, log)
        with self.serving(program=LYING, OGNIWO_LIE="keyless") as server, \
                Client(server, token) as client:
            # As a client does whose answers got lost on the way.
            for wish in log.by("ok")[-50:]:
                wish.outcome = "unknown"
            self.assertTrue(look(client, log).doubled)


class PowerCut(Crash):
    def cut_once(self, token, log, program=None, **environment):
        """Load until the cut; afterwards the folder holds what had been synced, nothing else."""
        left = self.data.with_name(self.data.name + "-left")
        shutil.copytree(self.data, left)
        with self.serving(LD_PRELOAD=DISK, OGNIWO_DISK_FOLDER=self.data, OGNIWO_DISK_SYNCED=left,
                          program=program, **environment) as server:
            self.load_until_killed(server, token, log)
        shutil.rmtree(left / ".content")
        shutil.rmtree(self.data)
        left.rename(self.data)

    def test_power_cuts_lose_nothing(self):
        token, log = self.settle_in()
        for _ in range(TIMES):
            self.cut_once(token, log)
            with self.serving() as server, Client(server, token) as client:
                self.assert_kept(log, look(client, log))
            log.forget_the_past()
        self.assertGreater(len(log.by("ok")), 100)
        self.assertEqual(check(self.data), "")

    def test_control_without_syncs_power_cuts_lose(self):
        token, log = self.settle_in()
        self.cut_once(token, log, program=LYING, OGNIWO_LIE="unsynced")
        with self.serving() as server, Client(server, token) as client:
            self.assertTrue(look(client, log).lost)


class FailingDisk(Crash):
    def setUp(self):
        super().setUp()
        path = self.enterContext(desk.folder("control")) / "control"
        path.write_bytes(bytes(32))
        file = self.enterContext(open(path, "r+b"))
        self.control = self.enterContext(contextlib.closing(mmap.mmap(file.fileno(), 32)))
        self.variables = {"LD_PRELOAD": DISK, "OGNIWO_DISK_FOLDER": self.data,
                          "OGNIWO_DISK_CONTROL": path}

    def let_fail(self, after, error, all_of_them):
        self.control[0:24] = struct.pack("qqq", after, all_of_them, error)

    def failed(self):
        return struct.unpack("q", self.control[24:32])[0]

    def check_failures(self, error, all_of_them, statuses):
        token, log = self.settle_in()
        with self.serving(**self.variables) as server, Client(server, token) as client:
            first = log.next_wish()
            self.assertTrue(client.fulfil(first))
            log.kept(first)
            refused = collections.Counter()
            for after in range(1, 41):
                before = self.failed()
                self.let_fail(after, error, all_of_them)
                for _ in range(8):
                    wish = log.next_wish()
                    self.assertTrue(client.fulfil(wish), "the server has gone")
                    if wish.outcome == "ok":
                        log.kept(wish)
                    elif wish.outcome == "unknown":
                        refused[wish.status] += 1
                        self.assertIn(wish.answer["reason"], statuses)
                    status, _ = client.ask("GET", f"/tickets/{first.answer['id']}")
                    self.assertEqual(status, 200, "reading goes on")
                self.let_fail(0, 0, False)
                self.assertGreater(self.failed(), before)
                # Back to normal without a restart.
                wish = log.next_wish(only="create")
                client.fulfil(wish)
                self.assertEqual(wish.outcome, "ok", wish.answer)
                log.kept(wish)
            self.assertGreater(sum(refused.values()), 20, refused)
            self.assert_kept(log, look(client, log))
        self.assertEqual(check(self.data), "")

    def test_a_full_disk_is_said_and_got_over(self):
        self.check_failures(errno.ENOSPC, True, {"storage_full"})

    def test_single_failures_of_the_disk_are_got_over(self):
        self.check_failures(errno.EIO, False, {"storage_failed"})


class DatabaseServer(Crash):
    def test_a_killed_postgresql_is_waited_for(self):
        with desk.postgres() as url:
            options = ("--database", url)
            token, log = self.settle_in(*options)
            with self.serving(*options) as server, Client(server, token) as client:
                end = time.monotonic() + 4
                stop = threading.Timer(1, lambda: desk.kill_postgres(url))
                stop.start()
                log.load(server, token, lambda: time.monotonic() < end)
                stop.join()
                later = len(log.by("ok"))
                self.assertGreater(later, 20)
                log.load(server, token, lambda: len(log.by("ok")) < later + 50)
                self.assert_kept(log, look(client, log))
            self.assertEqual(check(self.data, *options), "")


def main():
    global TIMES, SEED
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("tests", nargs="*")
    wanted = parser.parse_args()
    TIMES, SEED = wanted.times, wanted.seed
    return unittests.run(tests=wanted.tests)


if __name__ == "__main__":
    sys.exit(main())
