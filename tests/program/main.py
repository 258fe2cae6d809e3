#!/usr/bin/env python3
"""The program from outside: what is lost, what is refused, what comes back from a backup."""
import concurrent.futures
import contextlib
import csv
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
import unittest

from outside import ROOT, WithFolder, desk, ogniwo
from safekeeping import *  # noqa: F401,F403: its tests belong to this program

import live
import unittests

SHARED = pathlib.Path(os.environ.get("OGNIWO_SHARED", ROOT.parent / "shared"))


class Lock(WithFolder):
    def test_one_process_holds_a_data_folder(self):
        with desk.Server(self.data) as server:
            for verb in (["serve", "--listen", f"127.0.0.1:{desk.free_port()}"], ["check"],
                         ["user", "list"], ["restore", str(self.other_folder())]):
                _, complaint = ogniwo(*verb, "--data", self.data, code=3)
                self.assertIn(str(self.data), complaint)
            self.assertTrue(server.ask("GET", "/server")[0]["needsSetup"])
        ogniwo("check", "--data", self.data)


class Crowd(WithFolder):
    """Whoever leaves in the middle, or never says anything, leaves nothing behind."""

    def setUp(self):
        super().setUp()
        self.server = self.enterContext(desk.Server(self.data))
        self.server.ask("GET", "/server")
        self.before = desk.descriptors(self.server)

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.server.port))

    def check_all_gone(self):
        self.wait_until(lambda: desk.descriptors(self.server) <= self.before)
        self.server.ask("GET", "/server")

    def test_a_request_may_be_torn_at_every_byte(self):
        body = json.dumps({"email": "olga@ogniwo.example", "password": "nad stawem"}).encode()
        request = (b"POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                   b"Sec-Fetch-Site: same-origin\r\nContent-Length: %d\r\n\r\n" % len(body)) + body
        for reset in (False, True):
            for length in range(len(request) + 1):
                with self.connect() as connection:
                    connection.sendall(request[:length])
                    if reset:
                        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                              struct.pack("ii", 1, 0))
        self.check_all_gone()

    def test_memory_is_back_at_its_base_line_after_five_thousand_idle_connections(self):
        self.ask_often()
        before = desk.memory(self.server)
        with contextlib.ExitStack() as crowd:
            for _ in range(5_000):
                crowd.enter_context(self.connect())
            self.wait_until(lambda: desk.descriptors(self.server) >= 5_000)
            self.ask_often()
            self.wait_until(lambda: desk.memory(self.server) > before + 20)
        self.check_all_gone()

        def is_back():
            self.ask_often()
            return desk.memory(self.server) < before + 6
        self.wait_until(is_back)

    def ask_often(self):
        """What a thread still holds it gives back at its next requests."""
        for _ in range(500):
            self.server.ask("GET", "/server")

    def wait_until(self, is_so):
        deadline = time.monotonic() + 30
        while not is_so():
            self.assertLess(time.monotonic(), deadline, f"{desk.memory(self.server):.1f} MiB")
            time.sleep(0.1)


class WrongInput(WithFolder):
    def test_an_unknown_setting_names_the_nearest_one(self):
        (self.data / "ogniwo.toml").write_text("base_ulr = 'https://x'\n")
        _, complaint = ogniwo("check", "--data", self.data, code=2)
        self.assertIn('did you mean "base_url"', complaint)

    def test_a_flag_nobody_knows_is_a_wrong_command_line(self):
        ogniwo("serve", "--prot", "8080", code=2)

    def test_listening_to_everybody_needs_tls_or_a_proxy(self):
        _, complaint = ogniwo("serve", "--data", self.data, "--listen", "0.0.0.0:0", code=1)
        self.assertIn("--tls-cert", complaint)

    def test_a_file_that_is_no_database_is_not_touched(self):
        (self.data / "ogniwo.db").write_text("this is a letter, not a database\n" * 100)
        _, complaint = ogniwo("check", "--data", self.data, code=4)
        self.assertIn("ogniwo.db", complaint)
        self.assertIn("letter", (self.data / "ogniwo.db").read_text())


class SetUp(WithFolder):
    def test_ten_wrong_codes_use_the_code_up_and_a_new_one_is_printed(self):
        with desk.Server(self.data) as server:
            code = server.read_setup_code()
            owner = {"companyName": "Serwis", "givenName": "Olga", "familyName": "Wrona",
                     "email": "olga@ogniwo.example", "password": "nad stawem szumi trzcina"}
            for _ in range(10):
                with self.assertRaisesRegex(RuntimeError, "setup_code_wrong"):
                    server.ask("POST", "/setup", {**owner, "code": "0000-0000-0000-0000"})
            with self.assertRaisesRegex(RuntimeError, "setup_code_used_up"):
                server.ask("POST", "/setup", {**owner, "code": code})
            self.assertTrue(server.process.stdout.readline().startswith("Ogniwo "))
            renewed = server.read_setup_code()
            self.assertNotEqual(code, renewed)
            server.ask("POST", "/setup", {**owner, "code": renewed})


def create_until_killed(server, token, customer):
    """Creates from eight threads until the process is gone: the numbers that were answered."""
    def create(_):
        numbers = []
        while True:
            try:
                made, _ = server.ask("POST", "/tickets", {"customer": customer,
                                                          "subject": "Nie działa"}, token)
            except (OSError, RuntimeError, ValueError, http.client.HTTPException):
                return numbers
            numbers.append(made["number"])
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        running = [pool.submit(create, i) for i in range(8)]
        time.sleep(2)
        server.process.kill()
        server.process.wait()
        return {number for thread in running for number in thread.result()}


class NothingIsLost(WithFolder):
    def check_after_kill(self, *options):
        with desk.Server(self.data, *options) as server:
            token, customer = desk.set_up(server)
            answered = create_until_killed(server, token, customer)
        self.assertGreater(len(answered), 50)
        with desk.Server(self.data, *options) as server:
            for number in sorted(answered):
                server.ask("GET", f"/tickets/{number}", token=token)
        ogniwo("check", "--data", self.data, *options)

    def test_kill_9_loses_nothing_that_was_answered_on_sqlite(self):
        self.check_after_kill()

    def test_kill_9_loses_nothing_that_was_answered_on_postgresql(self):
        with desk.postgres() as url:
            self.check_after_kill("--database", url)

    def test_sigterm_lets_open_requests_finish(self):
        with desk.Server(self.data) as server:
            token, customer = desk.set_up(server)
            def create(number):
                wish = {"customer": customer, "subject": f"Pilne {number}"}
                try:
                    return server.ask("POST", "/tickets", wish, token)[0]["number"]
                except OSError:  # Came after the door was closed, and was told so.
                    return None
            with concurrent.futures.ThreadPoolExecutor(16) as pool:
                running = [pool.submit(create, number) for number in range(400)]
                time.sleep(0.2)
                server.process.send_signal(signal.SIGTERM)
                answered = {made.result() for made in running} - {None}
            self.assertEqual(server.process.wait(timeout=30), 0)
        with desk.Server(self.data) as server:
            for number in answered:
                server.ask("GET", f"/tickets/{number}", token=token)


class TwoNodes(WithFolder):
    def test_streams_of_one_node_miss_nothing_that_the_other_answered_before_it_was_killed(self):
        other = self.other_folder()
        with desk.postgres() as url, desk.Server(self.data, "--database", url) as first:
            token, customer = desk.set_up(first)
            shutil.copy(self.data / "master.key", other)
            with desk.Server(other, "--database", url) as second, \
                    live.Streams(second, token, 3) as streams:
                made, _ = first.ask("POST", "/tickets", {"customer": customer, "subject": "A"}, token)
                start = time.monotonic()
                streams.wait_for(made["id"], 1)
                self.assertLess(time.monotonic() - start, 1)
                answered = create_until_killed(first, token, customer)
                self.assertGreater(len(answered), 50)
                made, _ = second.ask("POST", "/tickets", {"customer": customer, "subject": "B"},
                                     token)
                streams.wait_for(made["id"], 1, streams=3)
                for number in sorted(answered):
                    self.assertEqual(len(streams.heard.get((number, 1), [])), 3, number)
            ogniwo("check", "--data", other, "--database", url)

    def test_a_stream_goes_on_at_the_other_node_where_it_broke_off(self):
        other = self.other_folder()
        with desk.postgres() as url, desk.Server(self.data, "--database", url) as first:
            token, customer = desk.set_up(first)
            shutil.copy(self.data / "master.key", other)
            with desk.Server(other, "--database", url) as second:
                place = first.ask("GET", "/tickets", token=token)[0]["live"]
                made, _ = first.ask("POST", "/tickets", {"customer": customer, "subject": "A"}, token)
                first.process.kill()
                with live.Streams(second, token, 1, after=place) as streams:
                    streams.wait_for(made["id"], 1)


class Import(WithFolder):
    def setUp(self):
        super().setUp()
        self.log = SHARED / "data" / "bpi2013_volvo_it" / "incidents.csv.gz"
        self.mapping = ROOT / "mappings" / "bpi2013_volvo_it.toml"

    def small_log(self, bad_line=False):
        """200 cases that read like the big log's, with handovers up and down."""
        path = self.data / "log.csv"
        with open(path, "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["sr_number", "event_no", "timestamp_utc", "status", "substatus",
                           "impact", "support_team", "support_line", "product",
                           "owner_first_name"])
            for case in range(200):
                for step, (status, substatus, tier) in enumerate(
                        (("Accepted", "In Progress", 1), ("Queued", "Awaiting Assignment", 2),
                         ("Completed", "Resolved", 1))):
                    stamp = f"2024-03-{case % 28 + 1:02}T1{step}:{case % 60:02}:00Z"
                    if bad_line and case == 7 and step == 1:
                        stamp = "yesterday"
                    rows.writerow([f"C-{case}", step + 1, stamp, status, substatus, "Low",
                                   f"Team {tier}", tier, "Printer", f"Person {case % 9}"])
        return path

    scopes = ["tickets.import", "tickets.see", "tickets.see_own", "sla.edit_policies",
              "sla.see_policies", "sla.see_reports"]

    def kept_by_tier(self, server, token, clocks, days):
        """Promises all of it five working days afterwards; how many of so many clocks were kept,
        missed and cancelled at which tier."""
        goal = {"kind": "working_time", "minutes": 5 * 480}
        policy = {"name": "All", "goals": [{"target": "resolution", "goal": goal}]}
        server.ask("PATCH", "/sla/policies", {"policies": [policy], "alsoSince": "2000-01-01"},
                   token=token, version=1)
        ends = time.monotonic() + 60
        while time.monotonic() < ends:
            report, _ = server.ask("GET", f"/sla/attainment?by=tier&{days}", token=token)
            rows = {row["tier"]: (row["met"], row["missed"], row["cancelled"])
                    for row in report["rows"]}
            if sum(map(sum, rows.values())) == clocks:
                return rows
            time.sleep(0.2)
        self.fail(f"not {clocks} clocks after a minute: {rows}")

    def test_a_running_server_takes_a_log_and_takes_it_once(self):
        log = self.small_log()
        with desk.Server(self.data) as server:
            token, _ = desk.set_up(server, self.scopes)
            words = ["import", "events", log, "--mapping", self.mapping, "--server",
                     server.address, "--token", token, "--json"]
            for _ in range(2):
                summary = json.loads(ogniwo(*words)[0])
                self.assertEqual(summary, {"tickets": 200, "sourceEvents": 600,
                                           "firstTier": {"1": 200},
                                           "highestTier": {"2": 200},
                                           "moves": {"1>2": 200, "2>1": 200}})
            # Each comes back to the first line in the moment in which it is resolved.
            rows = self.kept_by_tier(server, token, 200, "from=2024-03-01&to=2024-03-31")
            self.assertEqual([sum(kept) for kept in zip(*rows.values())], [200, 0, 0])
        ogniwo("check", "--data", self.data)

    def test_bad_rows_are_listed_and_nothing_goes_in_unless_told_to(self):
        log = self.small_log(bad_line=True)
        words = ["import", "events", log, "--mapping", self.mapping, "--data", self.data, "--json"]
        _, complaint = ogniwo(*words, code=1)
        self.assertRegex(complaint, r"\b24\b.*yesterday|yesterday")
        self.assertIn("--skip-bad", complaint)
        summary = json.loads(ogniwo(*words, "--skip-bad")[0])
        self.assertEqual(summary["sourceEvents"], 599)

    def test_the_large_log_goes_into_a_running_server_with_the_same_figures(self):
        if not self.log.exists():
            self.skipTest(f"{self.log} is not there")
        with desk.Server(self.data) as server:
            token, _ = desk.set_up(server, self.scopes)
            out, _ = ogniwo("import", "events", self.log, "--mapping", self.mapping, "--server",
                            server.address, "--token", token, "--pseudonyms", "--json")
            rows = self.kept_by_tier(server, token, 7546, "from=2010-01-01&to=2012-12-31")
            self.assertEqual(set(rows), {1, 2, 3})
            self.assertTrue(all(met > 0 and missed > 0 for met, missed, _ in rows.values()), rows)
        summary = json.loads(out)
        self.assertEqual((summary["tickets"], summary["sourceEvents"]), (7554, 65533))
        self.assertEqual(summary["moves"]["1>2"], 2755)


class MovingIn(WithFolder):
    def table(self):
        """As Polish Excel saves it, with one wrong NIP."""
        path = self.data / "klienci.csv"
        path.write_bytes("Nazwa firmy;NIP;Miejscowość\r\nStocznia Wir;5260001246;Gdańsk\r\n"
                         "Browar Kos;1234567890;\r\n".encode("cp1250"))
        return path

    def test_customers_are_tried_then_brought_in_and_never_twice(self):
        words = ["import", "customers", self.table(), "--data", self.data, "--json"]
        tried, complaint = ogniwo(*words, "--dry-run", code=1)
        self.assertEqual(json.loads(tried)["counts"]["new"], 1)
        self.assertRegex(complaint, r"line 3: wrong: .*NIP.*1234567890")
        for fresh, unchanged in ((1, 0), (0, 1)):
            counts = json.loads(ogniwo(*words, code=1)[0])["counts"]
            self.assertEqual((counts["new"], counts["unchanged"], counts["wrong"]),
                             (fresh, unchanged, 1))

    def test_a_running_server_takes_a_table_and_writes_its_report(self):
        report = self.data / "report.csv"
        with desk.Server(self.data) as server:
            token, _ = desk.set_up(server, ["moving.bring_in", "people.edit_customers",
                                            "people.see_customers", "people.see_pinned_notes"])
            out, _ = ogniwo("import", "customers", self.table(), "--server", server.address,
                            "--token", token, "--report", report, code=1)
        self.assertIn("2 rows: 1 new, 0 changed, 0 unchanged, 0 duplicates, 1 wrong", out)
        self.assertIn("nip_checksum", report.read_text("utf-8"))

    def test_a_column_that_is_not_there_is_a_refusal(self):
        mapping = self.data / "m.toml"
        mapping.write_text('name = "x"\n[columns]\nname = "Firma"\n')
        _, complaint = ogniwo("import", "customers", self.table(), "--mapping", mapping, "--data",
                              self.data, code=1)
        self.assertIn("/mapping/columns/0/column", complaint)


if __name__ == "__main__":
    sys.exit(unittests.run(tests=sys.argv[1:]))
