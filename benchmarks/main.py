#!/usr/bin/env python3
"""Measures the product against the limits of this machine, in the same run.

./bench [NAME...] [--json FILE] [--runs N] [--seconds N]     all benchmarks, or the named ones

A line is a ratio: what the product does, by what the bare machinery under it does at the same work,
or by what it may take at most. Product and machinery take turns, five times ten seconds each unless
told otherwise, and the medians count. Exit code 1: a bar was missed.
"""
import argparse
import concurrent.futures
import contextlib
import json
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tools"))
import desk  # noqa: E402
import fill_fields  # noqa: E402
import live  # noqa: E402
import load  # noqa: E402

# About 1 KB, as what the other help desks were measured with.
TEXT = ("Od rana drukarka w recepcji nie drukuje recept. Wyłączyliśmy ją i włączyliśmy, papier jest, "
        "toner wymieniony w zeszłym tygodniu. Na ekranie komputera widać komunikat o braku "
        "połączenia, a w kolejce stoi już kilkanaście wydruków. Pacjenci czekają. ") * 4
MILLION = 1_000_000

# What help desks in use do on two such cores, 10,000 tickets, 8 clients; measured 2026-11-23: requests/s and
# p50/p99 in ms. RT 5.0.3, Redmine 5.0.4, osTicket 1.18 with their defaults.
PEERS = """
The same work elsewhere     RT 5              Redmine 5         osTicket 1.18
create by API, 8 clients    5.7  1404/1944    31.8  218/641     38.0  190/436
list 50 open, 8 clients     59   64/151       7.6   980/1700    no API
open a ticket               24   40/64 (1)    34    24/103 (1)  27.5  291/431 (8, HTML)
memory idle, MiB            1060 + database   475 + database    264 in all
memory under load, MiB      1199 + database   602 + database    550 in all
cold start, s               1.5-2.6 + 2.4     5.0 + 2.4         0.52"""


class Bench:
    """How long and how often, and what came out."""

    def __init__(self, runs, seconds):
        self.runs, self.seconds, self.rows = runs, seconds, []

    def alternate(self, product, limit):
        """Medians of both, taking turns; the first turn of each only warms up."""
        ours, theirs = [], []
        for turn in range(self.runs + 1):
            seconds = self.seconds if turn else 2
            for measured, measure in ((ours, product), (theirs, limit)):
                measured.append(measure(seconds))
        return statistics.median(ours[1:]), statistics.median(theirs[1:])

    def report(self, name, value, unit, limit=None, note="", least=None, most=None):
        """A line of the table. The ratio to `limit` is at least `least`, or at most `most`, where
        there is a bar."""
        ratio = None if limit is None else value / limit
        met = (least is None or ratio >= least) and (most is None or ratio <= most)
        bar = "" if least is None and most is None else (
            f"{'>=' if most is None else '<='} {least if most is None else most:.2f} "
            f"{'met' if met else 'MISSED'}")
        self.rows.append({"name": name, "value": value, "unit": unit, "limit": limit,
                          "ratio": ratio, "note": note, "met": met})
        print(f"{name:<22} {shown(value):>9} {unit:<11} {shown(limit):>9} {shown(ratio):>6}  "
              f"{bar:<14} {note}", flush=True)


def shown(value):
    if value is None:
        return ""
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def edge(bench):
    """The HTTP edge: small JSON at 64 connections, against nginx's static file of the same size."""
    with desk.folder("edge") as path, desk.Server(path) as server:
        answer, _ = server.ask("GET", "/server")
        text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        with load.nginx(path, "server.json", text) as file:
            def nginx(seconds):
                return load.wrk(file, "get.lua", [""], seconds=seconds)["perSecond"]
            # Through limiter, dispatcher and log; no transaction, as nginx has none.
            ours, theirs = bench.alternate(
                lambda s: load.read(server, "/api/v1/nothing", seconds=s,
                                    refused=True)["perSecond"], nginx)
            bench.report("edge", ours, "requests/s", theirs, least=0.60,
                         note="JSON without a transaction; limit: nginx's static file")
            ours, theirs = bench.alternate(
                lambda s: load.read(server, "/api/v1/server", seconds=s)["perSecond"], nginx)
            bench.report("edge-read", ours, "requests/s", theirs,
                         note="GET /server, a reading transaction; limit: nginx's static file")


def new_ticket(customer):
    return {"customer": customer, "subject": "Drukarka w recepcji nie drukuje", "text": TEXT}


def feed_lag(server, streams, token, customer):
    """Seconds until an open stream is told of a ticket that is created now."""
    start = time.monotonic()
    made, _ = server.ask("POST", "/tickets", new_ticket(customer), token)
    return streams.wait_for(made["id"], 1) - start


def writes(bench):
    """Durable creates on SQLite: ticket, message, journal, key; against bare SQLite."""
    with desk.folder("writes") as path, desk.folder("raw") as other:
        with desk.Server(path) as server:
            token, customer = desk.set_up(server)
        body = new_ticket(customer)
        subprocess.run(["cp", "-a", f"{path}/.", other], check=True)

        def raw(seconds, batch=64):
            return load.limits("raw", other, token, "/api/v1/tickets", body, seconds=seconds,
                               batch=batch)

        def product(server, connections=64):
            return lambda seconds: load.create(server, "/api/v1/tickets", token, body,
                                               seconds=seconds, connections=connections)

        with desk.Server(path) as server:
            ours, theirs = bench.alternate(lambda s: product(server)(s)["perSecond"],
                                           lambda s: raw(s)["perSecond"])
            bench.report("writes", ours, "tickets/s", theirs, least=0.75,
                         note="64 connections; limit: the same statements in batches of 64")
            ours, theirs = bench.alternate(lambda s: product(server, 1)(s)["p50"],
                                           lambda s: raw(s, 1)["medianMicros"] / 1000)
            bench.report("write-one", ours, "ms p50", theirs, most=2.5,
                         note="one connection; limit: one transaction on bare SQLite")
            with live.Streams(server, token, 1) as streams:
                streams.heedless = True
                watched = statistics.median(product(server)(bench.seconds)["perSecond"]
                                            for _ in range(bench.runs))
            # That one may have been ended for reading too slowly.
            with live.Streams(server, token, 1) as streams:
                lag = feed_lag(server, streams, token, customer)
            bench.report("writes-watched", watched, "tickets/s",
                         note=f"the same with an open stream; it is {lag * 1000:.0f} ms behind at "
                              "the end")


def writes_postgres(bench):
    """The same on PostgreSQL with 16 workers, against pgbench running the same transactions."""
    with desk.postgres() as url, desk.folder("pg") as path:
        options = ["--database", url, "--workers", "16"]
        with desk.Server(path, *options) as server:
            token, customer = desk.set_up(server)
        body = new_ticket(customer)
        made = load.limits("pgbench", path, token, "/api/v1/tickets", body, database=url)
        script = path / "create.pgbench"
        script.write_text(made["script"], encoding="utf-8")

        def pgbench(seconds):
            command = ["pgbench", "-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", seconds,
                       "-f", script, "--max-tries", "20", url]
            for name, value in made["definitions"].items():
                command += ["-D", f"{name}={value}"]
            done = subprocess.run([str(word) for word in command], text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
            failed = re.search(r"number of failed transactions: (\d+)", done.stdout)
            if failed is None or int(failed[1]):
                raise RuntimeError(done.stdout + done.stderr)
            return float(re.search(r"^tps = ([\d.]+)", done.stdout, re.M)[1])

        with desk.Server(path, *options) as server:
            ours, theirs = bench.alternate(
                lambda s: load.create(server, "/api/v1/tickets", token, body,
                                      seconds=s)["perSecond"],
                pgbench)
        bench.report("writes-postgres", ours, "tickets/s", theirs, least=0.60,
                     note="64 connections, 16 workers; limit: pgbench -M prepared, 16 clients")


def create_curve(bench):
    """p99 of one create at 1, 10, 100 and 1,000 connections."""
    with desk.folder("curve") as path, desk.Server(path) as server:
        token, customer = desk.set_up(server)
        for connections in (1, 10, 100, 1000):
            runs = [load.create(server, "/api/v1/tickets", token, new_ticket(customer),
                                connections=connections, seconds=bench.seconds)
                    for _ in range(bench.runs)]
            bench.report(f"curve-{connections}", statistics.median(run["p99"] for run in runs),
                         "ms p99", note=f"{statistics.median(run['perSecond'] for run in runs):,.0f}"
                                        f" creates/s at {connections} connections")


def beside_raw(bench, path, token, paths):
    """These GETs of the product and of a bare server that runs their statements and sends their
    bytes: pages/s of both, and the product's p99 and memory."""
    runs, memory = [], []

    def product(seconds):
        with desk.Server(path) as server:
            runs.append(load.read_page(server.address, paths, token, seconds=seconds))
            memory.append(desk.memory(server))
        return runs[-1]["perSecond"]

    with desk.Server(path) as server:
        answers = {asked: load.answer_bytes(server, asked, token) for asked in paths}

    def raw(seconds):
        with load.raw_server(path, token, answers) as address:
            return load.read_page(address, paths, token, seconds=seconds)["perSecond"]

    ours, theirs = bench.alternate(product, raw)
    return ours, theirs, statistics.median(run["p99"] for run in runs[1:]), max(memory)


def million(bench):
    """Lists and pages among 1,000,000 tickets; memory and start with them."""
    path = desk.demo(MILLION)
    with desk.Server(path) as server:
        time.sleep(2)
        idle = desk.memory(server)
        token = desk.demo_token(server)
        queue = server.ask("GET", "/queues", token=token)[0]["items"][0]["id"]
        listing = f"/tickets?queue={queue}&open=true&limit=50"
        shown_list, _ = server.ask("GET", listing, token=token)
        assert len(shown_list["items"]) == 50
        customer = shown_list["items"][0]["customer"]
        ticket = server.ask("POST", "/tickets", new_ticket(customer), token)[0]["id"]
        for _ in range(9):
            server.ask("POST", f"/tickets/{ticket}/replies", {"text": TEXT}, token)
    bench.report("memory-idle", idle, "MiB", 64, most=1.0, note="RssAnon + RssShmem")

    busy = 0
    page = [f"/tickets/{ticket}", f"/tickets/{ticket}/messages"]
    for name, asked in (("list", [listing]), ("ticket-page", page)):
        paths = ["/api/v1" + path for path in asked]
        ours, theirs, p99, memory = beside_raw(bench, path, token, paths)
        busy = max(busy, memory)
        bare = load.limits("raw", path, token, paths, seconds=bench.seconds, threads=2)
        bench.report(name, ours, "pages/s", theirs, least=0.50,
                     note="64 connections; limit: the same statements and bytes, bare SQLite and "
                          "sockets, 2 threads")
        bench.report(f"{name}-unsent", ours, "pages/s", bare["perSecond"],
                     note="the same beside the statements alone, nothing sent to anybody")
        bench.report(f"{name}-p99", p99, "ms p99", 25, most=1.0,
                     note="64 connections; limit: what may not be passed")
    bench.report("memory-busy", busy, "MiB", 256, most=1.0, note="RssAnon + RssShmem under load")

    def first_answer():
        start = time.monotonic()
        with desk.Server(path) as server:
            server.ask("GET", listing, token=token)
            return (time.monotonic() - start) * 1000

    clean, killed = [], []
    for _ in range(bench.runs):
        clean.append(first_answer())
        with desk.Server(path) as server:
            load.create(server, "/api/v1/tickets", token, new_ticket(customer), seconds=2)
            server.process.kill()
        killed.append(first_answer())
    bench.report("start", statistics.median(clean), "ms", 150, most=1.0,
                 note="after a clean stop, to the first list; limit: what may not be passed")
    bench.report("start-killed", statistics.median(killed), "ms", 2000, most=1.0,
                 note="after kill -9 among creates, to the first list")


def views(bench):
    """Counts of all the views a company begins with, and of its queues, among 1,000,000 tickets."""
    path = desk.demo(MILLION)
    with desk.Server(path) as server:
        token = desk.demo_token(server)
        counts = server.ask("GET", "/views/counts", token=token)[0]
        known = server.ask("GET", "/views", token=token)[0]["items"]
        assert len(counts["items"]) == len(known) >= 7 and counts["queues"]
        asked = "/api/v1/views/counts"

        def one_by_one(connections):
            load.read(server, asked, token, connections=connections, seconds=2)
            runs = [load.read(server, asked, token, connections=connections,
                              seconds=bench.seconds) for _ in range(bench.runs)]
            return statistics.median(run["p50"] for run in runs), runs

        alone, runs = one_by_one(1)
        bench.report("views", alone, "ms p50", 20, most=1.0,
                     note=f"{len(known)} views and {len(counts['queues'])} queues in one reading; "
                          "limit: what may not be passed")
        bench.report("views-p99", statistics.median(run["p99"] for run in runs), "ms p99", 20,
                     note="the same, one connection")
        _, runs = one_by_one(8)
        bench.report("views-crowd", statistics.median(run["perSecond"] for run in runs),
                     "counts/s", note="8 connections that want nothing but counts")
        listing = []
        for view in known:
            listed = f"/api/v1/tickets/matching?view={view['id']}&limit=50"
            listing.append(load.read(server, listed, token, connections=1, seconds=1)["p50"])
        bench.report("views-list", max(listing), "ms p50",
                     note="the first page of the slowest of these views")


def escalate(bench):
    """The verb that moves a ticket up, without its transaction, among 1,000,000 tickets."""
    path = desk.demo(MILLION)
    runs = [load.escalations(path, bench.seconds) for _ in range(bench.runs)]
    middle = statistics.median(run["p50"] for run in runs) / 1000
    bench.report("escalate", middle, "ms p50", 1, most=1.0,
                 note="rights, structure, rows, routing, notices, event; no BEGIN, no COMMIT; "
                      "limit: what may not be passed")
    bench.report("escalate-p99", statistics.median(run["p99"] for run in runs) / 1000, "ms p99",
                 1, note=f"{sum(run['runs'] for run in runs):,} escalations, each taken back")


def define_fields(server, session):
    """200 fields with those of the demo; the number of one of each sort that the values below are
    for."""
    wanted = {"spread": "number", "few": "number", "flag": "checkbox", "sum": "money",
              "seats": "number", "code": "text", "till": "text", "due": "date", "system": "choice",
              "rare": "text"}
    numbers = {}
    there = len(server.ask("GET", "/ticket-fields", cookie=session)[0]["items"])
    for number in range(200 - there):
        key = list(wanted)[number] if number < len(wanted) else f"more_{number}"
        wish = {"kind": wanted.get(key, "text"), "key": key, "namePl": key, "nameEn": key}
        if key == "system":
            wish["choices"] = [{"key": one, "namePl": one, "nameEn": one} for one in "abc"]
        numbers[key] = server.ask("POST", "/ticket-fields", wish, cookie=session)[0]["id"]
    server.ask("POST", "/ticket-forms", {"fields": list(numbers.values()), "seen": 0},
               cookie=session)
    return numbers


VALUES = {"spread": ("number", "id * 7919 % 1000003"), "few": ("number", "id * 31 % 50"),
          "flag": ("number", "id % 2"),
          "sum": ("number", "CASE WHEN id % 10 = 0 THEN id * 17 % 9973 END"),
          "seats": ("number", "id % 40 + 1"),
          "code": ("word", "printf('%06d', id * 104729 % 1000003)"),
          "till": ("word", "'kasa ' || (id % 200)"),
          "due": ("word", "printf('2025-%02d-%02d', id % 12 + 1, id % 28 + 1)"),
          "system": ("word", "CASE id % 5 WHEN 0 THEN 'a' WHEN 1 THEN 'b' ELSE 'c' END"),
          "rare": ("word", "CASE WHEN id % 1000 = 0 THEN 'rzadka ' || id END")}


def desk_with_fields():
    """The desk of the million with 200 fields, ten of them filled in; made once and kept."""
    plain = desk.demo(MILLION)
    path = plain.with_name(plain.name.replace("demo-", "fields-"))
    if not (path / "numbers.json").exists():
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(plain, path)
        with desk.Server(path) as server:
            numbers = define_fields(server, desk.sign_in_to_demo(server))
        fill_fields.fill(path, {numbers[key]: value for key, value in VALUES.items()})
        (path / "numbers.json").write_text(json.dumps(numbers), encoding="utf-8")
    return plain, path, json.loads((path / "numbers.json").read_text(encoding="utf-8"))


def clocks(bench):
    """Counting the clocks of 1,000,000 tickets from the journal, on one core."""
    plain = desk.demo(MILLION)
    path = plain.with_name(plain.name.replace("demo-", "clocks-"))
    shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(plain, path)
    run = load.clocks(path)
    bench.report("clocks", run["again"], "s", 60, most=1.0,
                 note=f"{run['tickets']:,} tickets counted anew; limit: what may not be passed")
    bench.report("clocks-first", run["first"], "s", note="the same, by promises that are new")
    settle_calendar(bench, path)
    shutil.rmtree(path)


def settle_calendar(bench, path):
    """A change of the calendar that all open tickets are counted by, while people read lists."""
    metrics = f"127.0.0.1:{desk.free_port()}"
    with desk.Server(path, "--metrics", metrics) as server:
        token = desk.demo_token(server)
        session = desk.sign_in_to_demo(server)
        calendar = server.ask("GET", "/work-calendars", cookie=session)[0]["items"][0]["id"]
        listed = "/api/v1/tickets?open=true&limit=50"

        def is_settled():
            with urllib.request.urlopen(f"http://{metrics}/metrics") as answer:
                return b"\nogniwo_jobs_open 0\n" in answer.read()

        while not is_settled():
            time.sleep(0.1)
        alone = load.read(server, listed, token, connections=8, seconds=bench.seconds)["p99"]
        with concurrent.futures.ThreadPoolExecutor() as pool:
            reading = pool.submit(load.read, server, listed, token, connections=8, seconds=5)
            time.sleep(0.5)
            begun = time.monotonic()
            server.ask("POST", f"/work-calendars/{calendar}/days",
                       {"day": time.strftime("%Y-12-31"), "hours": [], "label": "Inwentaryzacja"},
                       cookie=session)
            while not is_settled():
                time.sleep(0.02)
            took = time.monotonic() - begun
            beside = reading.result()["p99"]
        with contextlib.closing(sqlite3.connect(path / "ogniwo.db")) as database:
            number = database.execute("SELECT COUNT(*) FROM ticket WHERE spam_at IS NULL AND status"
                                      " IN ('new', 'open', 'waiting')").fetchone()[0]
        bench.report("clocks-calendar", took, "s", 5 * number / 10_000, most=1.0,
                     note=f"{number:,} open tickets after a change of their calendar; limit: 5 s "
                          "for each 10,000")
        bench.report("clocks-calendar-p99", beside, "ms p99", alone,
                     note="lists meanwhile, 8 connections; limit: the same with nothing to count")


def own_fields(bench):
    """Lists in the order of a field and of one value, 1,000,000 tickets, 200 fields defined."""
    plain, path, numbers = desk_with_fields()
    with desk.Server(path) as server:
        token = desk.demo_token(server)
        queue = server.ask("GET", "/queues", token=token)[0]["items"][0]["id"]
    lists = {"sort": f"field={numbers['spread']}", "sort-text": f"field={numbers['code']}",
             "sort-open": f"field={numbers['due']}&open=true",
             "sort-choice": f"field={numbers['system']}&fieldOrder=descending",
             "value": f"field={numbers['till']}&fieldValue=kasa+7",
             "value-rare": f"field={numbers['rare']}&fieldValue=rzadka+5000",
             "value-flag": f"field={numbers['flag']}&fieldValue=true",
             "range": f"field={numbers['sum']}&fieldFrom=50&fieldTo=60.5"}
    for name, asked in lists.items():
        paths = [f"/api/v1/tickets?limit=50&{asked}"]
        ours, theirs, p99, _ = beside_raw(bench, path, token, paths)
        bench.report(f"fields-{name}", ours, "lists/s", theirs, least=0.50,
                     note="64 connections; limit: the same statements and bytes, bare")
        bench.report(f"fields-{name}-p99", p99, "ms p99", 25, most=1.0,
                     note="64 connections; limit: what may not be passed")

    def listing(where):
        def measure(seconds):
            with desk.Server(where) as server:
                kept = desk.demo_token(server)
                return load.read(server, f"/api/v1/tickets?queue={queue}&open=true&limit=50", kept,
                                 seconds=seconds)["perSecond"]
        return measure

    ours, theirs = bench.alternate(listing(path), listing(plain))
    bench.report("fields-unasked", ours, "lists/s", theirs, least=0.90,
                 note="a list that asks for no field; limit: the same desk without fields")


def live_feed(bench):
    """From a change to 50 open streams, at 100 changes a second."""
    with desk.folder("live") as path, desk.Server(path) as server:
        token, customer = desk.set_up(server)
        tickets = [server.ask("POST", "/tickets", new_ticket(customer), token)[0]["id"]
                   for _ in range(200)]
        versions = dict.fromkeys(tickets, 1)
        delays = []
        with live.Streams(server, token, 50) as streams:
            changes = bench.runs * bench.seconds * 100
            start = time.monotonic()
            sent = {}
            for number in range(changes):
                ticket = tickets[number % len(tickets)]
                versions[ticket] += 1
                pause = start + number / 100 - time.monotonic()
                if pause > 0:
                    time.sleep(pause)
                sent[(ticket, versions[ticket])] = time.monotonic()
                server.ask("POST", f"/tickets/{ticket}/notes", {"text": "Sprawdzono."}, token)
            time.sleep(1)
            for change, at in sent.items():
                told = streams.heard.get(change, [])
                if len(told) != 50:
                    raise RuntimeError(f"{len(told)} of 50 streams were told of {change}")
                delays += [(heard - at) * 1000 for heard in told]
            rate = changes / (time.monotonic() - start - 1)
        delays.sort()
        bench.report("live-p50", delays[len(delays) // 2], "ms", note=f"{rate:.0f} changes/s")
        bench.report("live", delays[len(delays) * 99 // 100], "ms p99", 100, most=1.0,
                     note="request sent to row received, 50 streams; limit: what may not be passed")


def crowd(bench):
    """Lists while 5,000 connections idle, 200 trickle and 50 do not read what they asked for."""
    path = desk.demo(10_000)
    with desk.Server(path) as server:
        token = desk.demo_token(server)
        queue = server.ask("GET", "/queues", token=token)[0]["items"][0]["id"]
        asked = f"/api/v1/tickets?queue={queue}&open=true&limit=50"

        def p99(seconds):
            return load.read(server, asked, token, connections=8, seconds=seconds)["p99"]

        p99(2)
        alone = statistics.median(p99(bench.seconds) for _ in range(bench.runs))
        idle = (desk.memory(server), desk.descriptors(server))
        with load.Crowd(server.port, idle=5_000, trickling=200, deaf=50):
            crowded = statistics.median(p99(bench.seconds) for _ in range(bench.runs))
            busy = desk.memory(server)
        bench.report("crowd", crowded, "ms p99", alone, most=2.0,
                     note="8 connections; limit: the same without the crowd")
        deadline = time.monotonic() + 30
        while desk.descriptors(server) > idle[1] and time.monotonic() < deadline:
            time.sleep(0.5)
        bench.report("crowd-gone", desk.descriptors(server), "open files", idle[1], most=1.0,
                     note=f"memory {idle[0]:.0f} MiB before, {busy:.0f} with the crowd, "
                          f"{desk.memory(server):.0f} after")


def backup(bench):
    """Creates while the program copies the desk of the million beside them."""
    path = desk.demo(MILLION)
    with desk.folder("backup") as out, desk.Server(path) as server:
        token = desk.demo_token(server)
        customer = server.ask("GET", "/tickets?limit=1", token=token)[0]["items"][0]["customer"]

        def creates(is_over):
            return load.steady(server, "/api/v1/tickets", token, new_ticket(customer), 200, is_over)

        def for_seconds(seconds):
            end = time.monotonic() + seconds
            return lambda: time.monotonic() > end

        creates(for_seconds(2))
        alone = creates(for_seconds(bench.runs * bench.seconds))
        start = time.monotonic()
        with subprocess.Popen([str(desk.PROGRAM), "backup", str(out / "copy"), "--data", str(path)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as copying:
            beside = creates(lambda: copying.poll() is not None)
        took = time.monotonic() - start
        if copying.returncode != 0:
            raise RuntimeError("the backup failed")
        bench.report("backup", beside[-1], "ms most", 1000, most=1.0,
                     note=f"the longest of {len(beside):,} creates, 200 a second, in {took:.0f} s "
                          "of backup; limit: what may not be passed")
        bench.report("backup-p99", beside[len(beside) * 99 // 100], "ms p99",
                     alone[len(alone) * 99 // 100], note="beside the same without a backup")


def ui(bench):
    """From a key on a row to the painted ticket, with 10,000 rows in the store."""
    path = desk.demo(10_000)
    with desk.Server(path) as server:
        run = desk.node(desk.ROOT / "tests/e2e", "bench_ui.mjs", server.address,
                        desk.sign_in_to_demo(server))
        measured = json.loads(run.splitlines()[-1])
        bench.report("ui", measured["p95"], "ms p95", 50, most=1.0,
                     note=f"{measured['runs']} openings; p50 {measured['p50']:.0f} ms")


BENCHMARKS = {"edge": edge, "writes": writes, "writes-postgres": writes_postgres,
              "curve": create_curve, "million": million, "views": views, "fields": own_fields,
              "escalate": escalate, "clocks": clocks, "live": live_feed, "crowd": crowd,
              "backup": backup, "ui": ui}


def main():
    names = "\n".join(f"  {name:<18} {bench.__doc__.splitlines()[0]}"
                      for name, bench in BENCHMARKS.items())
    parser = argparse.ArgumentParser(prog="./bench", description=__doc__, epilog=names,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=10)
    wanted = parser.parse_args()
    unknown = [name for name in wanted.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {unknown[0]}; there are: {', '.join(BENCHMARKS)}")
    bench = Bench(wanted.runs, wanted.seconds)
    print(f"{'name':<22} {'value':>9} {'unit':<11} {'limit':>9} {'ratio':>6}  {'bar':<14} note")
    for name in wanted.names or BENCHMARKS:
        BENCHMARKS[name](bench)
    print(PEERS)
    if wanted.json:
        rows = [{key: row[key] for key in ("name", "value", "unit", "limit", "ratio", "note")}
                for row in bench.rows]
        with open(wanted.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=1, ensure_ascii=False)
    return 0 if all(row["met"] for row in bench.rows) else 1


if __name__ == "__main__":
    sys.exit(main())
