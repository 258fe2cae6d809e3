"""What comes back: from backups, made by hand and at night, and from archives."""
import base64
import contextlib
import datetime
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import time
import urllib.request

from outside import WithFolder, desk, ogniwo

__all__ = ["Archive", "Backup", "Nightly", "PointInTime"]


def sql(url, text):
    done = subprocess.run(["psql", "-XAtq", url, "-c", text], text=True, check=True,
                          stdout=subprocess.PIPE)
    return done.stdout.strip()


class Backup(WithFolder):
    def erased_before_the_first_answer(self, options, restored_options):
        backup = self.other_folder() / "backup"
        with desk.Server(self.data, *options) as server:
            token, _ = desk.set_up(server)
        ogniwo("user", "create", "jan@kowalski.example", "--given-name", "Jan", "--family-name",
               "Kowalski", "--role", "technician", "--data", self.data, *options)
        ogniwo("backup", backup, "--data", self.data, *options)
        ogniwo("user", "erase", "jan@kowalski.example", "--data", self.data, *options)
        ogniwo("restore", backup, "--data", self.data, *restored_options)
        with desk.Server(self.data, *restored_options) as server:
            self.assertRaisesRegex(RuntimeError, "403|404|401", server.ask, "GET", "/persons/2",
                                   token=token)
        everybody, _ = ogniwo("user", "list", "--json", "--data", self.data, *restored_options)
        self.assertIn("olga@ogniwo.example", everybody)
        self.assertNotIn("kowalski", everybody.lower())
        self.assertNotIn("Jan", everybody)

    def test_an_older_backup_does_not_bring_the_erased_back_on_sqlite(self):
        self.erased_before_the_first_answer([], [])

    def test_an_older_backup_does_not_bring_the_erased_back_on_postgresql(self):
        with desk.postgres() as url, desk.postgres() as fresh:
            self.erased_before_the_first_answer(["--database", url], ["--database", fresh])

    def test_who_was_erased_in_the_running_server_stays_so(self):
        backup = self.other_folder() / "backup"
        with desk.Server(self.data) as server:
            desk.set_up(server)
            owner = desk.sign_in(server, "olga@ogniwo.example", "nad stawem szumi trzcina")
            for name in ("Kowalski", "Nowak"):
                server.ask("POST", "/persons", {"givenName": "Jan", "familyName": name,
                                                "isStaff": True}, cookie=owner)
            ogniwo("backup", backup, "--data", self.data)
            server.ask("POST", "/persons/2/erasure", {}, cookie=owner)
            deadline = time.monotonic() + 20
            while not (self.data / "erasures.jsonl").exists():
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.1)
            server.ask("POST", "/persons/3/erasure", {}, cookie=owner)
            server.process.kill()  # Before the list was written again: the old database knows.
        ogniwo("restore", backup, "--data", self.data)
        everybody, _ = ogniwo("user", "list", "--json", "--data", self.data)
        self.assertIn("Wrona", everybody)
        self.assertNotIn("Kowalski", everybody)
        self.assertNotIn("Nowak", everybody)

    def test_a_fresh_cluster_goes_on_where_the_old_one_was(self):
        # Transaction numbers begin anew there: without a new generation, followers would take
        # every new event for one they had seen.
        backup = self.other_folder() / "backup"
        with desk.postgres() as old, desk.postgres() as fresh:
            with desk.Server(self.data, "--database", old) as server:
                token, customer = desk.set_up(server)
                # Far beyond the transaction numbers of a new cluster.
                sql(old, "DO $$ BEGIN FOR i IN 1..3000 LOOP PERFORM pg_current_xact_id(); COMMIT; "
                         "END LOOP; END $$")
                server.ask("POST", "/tickets", {"customer": customer, "subject": "Stare"}, token)
            # A follower that has seen everything.
            sql(old, "INSERT INTO follower SELECT 'probe', generation, xid, position, 't', 0, 0, '' "
                     "FROM journal ORDER BY generation DESC, xid DESC, position DESC LIMIT 1")
            ogniwo("backup", backup, "--data", self.data, "--database", old)
            ogniwo("restore", backup, "--data", self.data, "--database", fresh)
            self.assertLess(int(sql(fresh, "SELECT pg_current_xact_id()")),
                            int(sql(fresh, "SELECT max(xid) FROM journal")))
            unseen = ("SELECT count(*) FROM journal j, follower f WHERE f.name = 'probe' AND "
                      "(j.generation, j.xid, j.position) > (f.generation, f.xid, f.position)")
            self.assertEqual(sql(fresh, unseen), "0")
            with desk.Server(self.data, "--database", fresh) as server:
                server.ask("POST", "/tickets", {"customer": customer, "subject": "Nowe"}, token)
            self.assertEqual(sql(fresh, unseen), "1")
            self.assertEqual(
                sql(fresh, "SELECT count(*) FROM (SELECT position, lag(position) OVER "
                           "(ORDER BY generation, xid, position) AS before FROM journal) AS j "
                           "WHERE before > position"), "0")
            ogniwo("check", "--data", self.data, "--database", fresh)


def files_of(folder):
    """What a folder holds: names with the SHA-256 of what is in them."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def send_file(server, token, ticket, content):
    wish = {"name": "wydruk.txt", "content": base64.b64encode(content).decode()}
    made, _ = server.ask("POST", f"/tickets/{ticket}/attachments", wish, token)
    server.ask("POST", f"/tickets/{ticket}/replies",
               {"text": "Zażółć gęślą jaźń", "attachments": [made["id"]]}, token)
    return made["id"]


class Archive(WithFolder):
    FILES = [b"pierwszy", b"drugi" * 200_000]

    def fill(self, *options):
        """A desk with tickets, files, an erased person and a letter that still waits."""
        with desk.Server(self.data, *options) as server:
            token, customer = desk.set_up(server)
            for number in range(30):
                server.ask("POST", "/tickets", {"customer": customer, "subject": f"Nr {number}"},
                           token)
            for number, content in enumerate(self.FILES, 1):
                send_file(server, token, number, content)
        ogniwo("user", "create", "jan@kowalski.example", "--given-name", "Jan", "--family-name",
               "Kowalski", "--role", "technician", "--data", self.data, *options)
        ogniwo("user", "erase", "jan@kowalski.example", "--data", self.data, *options)
        letter = ("INSERT INTO outbox (stable_id, channel, payload, state, attempts, next_at, "
                  "error, created_at) VALUES ('abc', 'mail', '{}', 'waiting', 0, 1, '', 1)")
        if options:
            sql(options[1], letter)
        else:
            with contextlib.closing(sqlite3.connect(self.data / "ogniwo.db")) as database:
                database.execute(letter)
                database.commit()
        return token

    def leaves_and_arrives(self, here, there):
        token = self.fill(*here)
        first, second = self.other_folder() / "first", self.other_folder() / "second"
        arrived = self.other_folder()
        told, _ = ogniwo("export", first, "--data", self.data, "--with-key", "--json", *here)
        self.assertEqual(json.loads(told)["attachments"], 2)
        ogniwo("import", "archive", first, "--data", arrived, *there)
        again, _ = ogniwo("export", second, "--data", arrived, "--with-key", "--json", *there)
        self.assertEqual(json.loads(told), json.loads(again))
        self.assertEqual(files_of(first), files_of(second))
        with desk.Server(arrived, *there) as server:
            # The token is the same, and so are numbers, names and files.
            found, _ = server.ask("GET", "/tickets/7", token=token)
            self.assertEqual((found["number"], found["subject"]), (7, "Nr 6"))
            self.assertEqual(server.ask("POST", "/tickets", {
                "customer": found["customer"], "subject": "Nowe"}, token)[0]["number"],
                31)
            for number, content in enumerate(self.FILES, 1):
                request = urllib.request.Request(
                    f"{server.address}/api/v1/attachments/{number}",
                    headers={"Authorization": f"Bearer {token}"})
                with urllib.request.urlopen(request) as answer:
                    self.assertEqual(answer.read(), content)
            time.sleep(1.5)  # The outbox has looked for letters by now.
        letters = [json.loads(line) for line in (first / "outbox.jsonl").read_text().splitlines()]
        self.assertEqual([row["state"] for row in letters if row["stable_id"] == "abc"],
                         ["given_up"])
        self.assertNotIn("Kowalski", "".join(path.read_text()
                                             for path in first.glob("*.jsonl")))
        ogniwo("check", "--data", arrived, *there)

    def test_from_sqlite_to_postgresql_with_the_same_hashes(self):
        with desk.postgres() as url:
            self.leaves_and_arrives([], ["--database", url])

    def test_from_postgresql_to_sqlite_with_the_same_hashes(self):
        with desk.postgres() as url:
            self.leaves_and_arrives(["--database", url], [])

    def test_what_was_changed_or_does_not_belong_is_refused_and_nothing_comes_in(self):
        self.fill()
        archive = self.other_folder() / "archive"
        ogniwo("export", archive, "--data", self.data)
        arrived = self.other_folder()

        def refused(complaint, into=arrived):
            self.assertRegex(ogniwo("import", "archive", archive, "--data", into, code=1)[1],
                             complaint)

        refused("master key")
        refused("list of erased persons", self.data)
        shutil.copy(self.data / "master.key", arrived)
        for name in ("ticket.jsonl", "archive.json", next(archive.glob("blobs/*/*"))):
            path = archive / name
            whole = path.read_bytes()
            path.write_bytes(whole.replace(b"1", b"2", 1) if b"1" in whole else b"x" + whole)
            refused("changed|cannot be read|format")
            path.unlink()
            refused("missing|no archive|changed")
            path.write_bytes(whole)
        ogniwo("import", "archive", archive, "--data", arrived)
        refused("in use already|erased persons")
        ogniwo("export", archive, "--data", self.data, code=1)  # It is not empty.


class Nightly(WithFolder):
    """Backups that the server makes by itself. Installed yesterday, it finds last night's missing."""

    def served(self, *options):
        return desk.Server(self.data, *options, "--backup-at", "00:00")

    def install(self, *options):
        """A company with a file, installed three days ago: (token, customer)."""
        with desk.Server(self.data, *options) as server:
            token, customer = desk.set_up(server)
            server.ask("POST", "/tickets", {"customer": customer, "subject": "A"}, token)
            send_file(server, token, 1, b"plik")
        old = "UPDATE installation SET created_at = created_at - 259200000000"
        if options:
            sql(options[1], old)
        else:
            with contextlib.closing(sqlite3.connect(self.data / "ogniwo.db")) as database:
                database.execute(old)
                database.commit()
        return token, customer

    def wait_for(self, server, session, state):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            runs = server.ask("GET", "/backups", cookie=session)[0]["items"]
            if runs and runs[0]["state"] == state:
                return runs[0]
            time.sleep(0.1)
        self.fail(f"no backup is {state}: {runs}")

    def owner(self, server):
        return desk.sign_in(server, "olga@ogniwo.example", "nad stawem szumi trzcina")

    def metrics(self, port):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            return answer.read().decode()

    def makes_one_that_can_be_restored(self, options, restored_options):
        token, _ = self.install(*options)
        port = desk.free_port()
        with self.served(*options, "--metrics", f"127.0.0.1:{port}") as server:
            run = self.wait_for(server, self.owner(server), "made")
            figures = self.metrics(port)
            self.assertIn("\nogniwo_backup_failed 0\n", figures)
            self.assertGreater(float(figures.split("\nogniwo_backup_made_timestamp_seconds ")[1]
                                     .split("\n")[0]), time.time() - 120)
        self.assertGreater(run["bytes"], 10_000)
        restored = self.other_folder()
        shutil.copy(self.data / "master.key", restored)
        ogniwo("restore", run["folder"], "--data", restored, *restored_options)
        with desk.Server(restored, *restored_options) as server:
            self.assertEqual(server.ask("GET", "/tickets/1", token=token)[0]["subject"], "A")

    def test_a_night_is_backed_up_once_on_sqlite(self):
        self.makes_one_that_can_be_restored([], [])
        # Another start of the same day makes no other one.
        before = sorted(path.name for path in (self.data / "backups").iterdir())
        with self.served() as server:
            time.sleep(1)
            self.assertEqual(len(server.ask("GET", "/backups", cookie=self.owner(server))[0]
                                 ["items"]), 1)
        self.assertEqual(sorted(path.name for path in (self.data / "backups").iterdir()), before)

    def test_a_night_is_backed_up_on_postgresql(self):
        with desk.postgres() as url, desk.postgres() as fresh:
            self.makes_one_that_can_be_restored(["--database", url], ["--database", fresh])

    def test_a_failure_is_shown_and_leaves_nothing_behind(self):
        self.install()
        port = desk.free_port()
        (self.data / "not_a_folder").write_text("")
        with self.served("--metrics", f"127.0.0.1:{port}", "--backup-folder",
                         self.data / "not_a_folder") as server:
            run = self.wait_for(server, self.owner(server), "failed")
            self.assertIn("not_a_folder", run["error"])
            self.assertIn("\nogniwo_backup_failed 1\n", self.metrics(port))
        for blob in self.data.glob("blobs/*/*"):
            blob.unlink()
        with contextlib.closing(sqlite3.connect(self.data / "ogniwo.db")) as database:
            database.execute("UPDATE backup_run SET ended_at = 1")
            database.commit()
        with self.served() as server:
            deadline = time.monotonic() + 60
            while "attachment" not in (run := self.wait_for(server, self.owner(server),
                                                            "failed"))["error"]:
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.1)
            self.assertEqual(run["attempts"], 2)
        self.assertEqual([path.name for path in (self.data / "backups").iterdir()], ["blobs"])

    def keeps_the_newest_and_copies_them(self, destination, there):
        """`there` is the folder that `destination` becomes."""
        self.install()
        backups = self.data / "backups"
        foreign = ["photos", "2020-01-01.part"]
        old = [(datetime.date.today() - datetime.timedelta(days=back)).isoformat()
               for back in range(9, 2, -1)]
        for name in [*foreign, *old]:
            (backups / name).mkdir(parents=True)
        for name in [*foreign, *old]:
            (there / name).mkdir(parents=True)
            (there / name / "x").write_text("x")
        with self.served("--backup-keep", "3", "--backup-copy", destination) as server:
            run = self.wait_for(server, self.owner(server), "made")
        tonight = pathlib.Path(run["folder"]).name
        kept = sorted([*foreign, *old[-2:], tonight, "blobs"])
        self.assertEqual(sorted(path.name for path in backups.iterdir()), kept)
        self.assertEqual(sorted(path.name for path in there.iterdir()), kept)
        # Twice on this disk, once in the second place, and the second place is enough.
        self.assertEqual([path.stat().st_nlink for path in backups.glob("blobs/*/*")], [2])
        self.assertFalse((there / tonight / "blobs").exists())
        shutil.rmtree(backups)
        restored = self.other_folder()
        ogniwo("restore", there / tonight, "--data", restored)
        self.assertEqual([path.read_bytes() for path in restored.glob("blobs/*/*")], [b"plik"])

    def test_old_ones_go_and_a_path_gets_the_same(self):
        there = self.other_folder()
        self.keeps_the_newest_and_copies_them(there, there)

    def test_a_second_place_gets_a_postgresql_without_loose_attachments(self):
        there = self.other_folder()
        with desk.postgres() as url:
            self.install("--database", url)
            with self.served("--database", url, "--backup-copy", there) as server:
                run = self.wait_for(server, self.owner(server), "made")
        tonight = pathlib.Path(run["folder"]).name
        self.assertEqual(files_of(there / tonight), files_of(pathlib.Path(run["folder"])))

    def test_sftp_gets_the_same(self):
        there, port = self.other_folder(), desk.free_port()
        server = self.enterContext(subprocess.Popen(
            ["rclone", "serve", "sftp", str(there), "--addr", f"127.0.0.1:{port}", "--user",
             "kopia", "--pass", "sekret"], stderr=subprocess.DEVNULL))
        self.addCleanup(server.terminate)
        hidden = subprocess.run(["rclone", "obscure", "sekret"], text=True, check=True,
                                stdout=subprocess.PIPE).stdout.strip()
        (self.data / "rclone.conf").write_text(
            f"[drugie]\ntype = sftp\nhost = 127.0.0.1\nport = {port}\nuser = kopia\n"
            f"pass = {hidden}\n")
        self.keeps_the_newest_and_copies_them("drugie:", there)


class PointInTime(WithFolder):
    """As the guide says: a base backup, PostgreSQL's archive of its log, and a minute to go to."""

    def as_postgres(self, *words):
        subprocess.run([*(["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []),
                        *map(str, words)], check=True, stdout=subprocess.DEVNULL, cwd="/tmp")

    def test_postgresql_goes_back_to_a_minute_and_erases_again(self):
        with desk.postgres() as url:
            folder, port = desk.POSTGRES_FOLDERS[url]
            folder = pathlib.Path(folder)
            self.as_postgres("mkdir", folder / "wal")
            for setting in ("archive_mode = on", f"archive_command = 'cp %p {folder}/wal/%f'"):
                sql(url, f"ALTER SYSTEM SET {setting}")
            self.restart(folder, port)
            options = ("--data", self.data, "--database", url)
            with desk.Server(self.data, "--database", url) as server:
                token, customer = desk.set_up(server)

                def create(subject):
                    server.ask("POST", "/tickets", {"customer": customer, "subject": subject},
                               token)

                create("before the base backup")
                self.as_postgres("pg_basebackup", "-d", url, "-D", folder / "base", "-X",
                                 "stream", "-c", "fast")
                create("after it")
            ogniwo("user", "create", "jan@kowalski.example", "--given-name", "Jan",
                   "--family-name", "Kowalski", "--role", "technician", *options)
            time.sleep(1)
            moment = sql(url, "SELECT now()")
            time.sleep(1)
            with desk.Server(self.data, "--database", url) as server:
                server.ask("POST", "/tickets", {"customer": customer, "subject": "too late"}, token)
            ogniwo("user", "erase", "jan@kowalski.example", *options)
            sql(url, "SELECT pg_switch_wal()")
            self.go_back(folder, port, moment)
            ogniwo("check", *options)
            with desk.Server(self.data, "--database", url) as server:
                subjects = [row["subject"]
                            for row in server.ask("GET", "/tickets", token=token)[0]["items"]]
                self.assertEqual(sorted(subjects), ["after it", "before the base backup"])
                server.ask("POST", "/tickets", {"customer": customer, "subject": "A"}, token)
            self.assertNotIn("Kowalski", ogniwo("user", "list", "--json", *options)[0])

    def restart(self, folder, port):
        subprocess.run([desk.POSTGRES_TOOL, "stop", str(folder)], cwd="/", check=True)
        desk.start_postgres(str(folder), port)

    def go_back(self, folder, port, moment):
        subprocess.run([desk.POSTGRES_TOOL, "stop", str(folder)], cwd="/", check=True)
        shutil.rmtree(folder / "data")
        self.as_postgres("mv", folder / "base", folder / "data")
        with (folder / "data/postgresql.auto.conf").open("a") as settings:
            settings.write(f"restore_command = 'cp {folder}/wal/%f %p'\n"
                           f"recovery_target_time = '{moment}'\n"
                           "recovery_target_action = promote\n")
        self.as_postgres("touch", folder / "data/recovery.signal")
        url = desk.start_postgres(str(folder), port)
        while sql(url, "SELECT pg_is_in_recovery()") == "t":
            time.sleep(0.1)
