"""Load from wrk, and the limits it is compared with: nginx, and what ogniwo_bench runs."""
import contextlib
import concurrent.futures
import http.client
import json
import os
import pathlib
import re
import secrets
import socket
import subprocess
import tempfile
import threading
import time

from desk import ROOT, free_port

HERE = pathlib.Path(__file__).resolve().parent
LIMITS = ROOT / "build" / "release" / "ogniwo_bench"


@contextlib.contextmanager
def nginx(path, name, text):
    """nginx with two workers and one static file: its URL."""
    port = free_port()
    (path / "www").mkdir()
    (path / "www" / name).write_text(text, encoding="utf-8")
    configuration = path / "nginx.conf"
    configuration.write_text(f"""
daemon off; user root; worker_processes 2; pid {path}/nginx.pid; error_log {path}/error.log;
events {{ worker_connections 2048; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
  open_file_cache max=100; types {{ application/json json; }}
  server {{ listen 127.0.0.1:{port}; root {path}/www; }}
}}
""", encoding="utf-8")
    process = subprocess.Popen(["/usr/sbin/nginx", "-p", str(path), "-c", str(configuration)])
    try:
        wait_for_port(port)
        yield f"http://127.0.0.1:{port}/{name}"
    finally:
        process.terminate()
        process.wait()


def wait_for_port(port):
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise RuntimeError(f"nothing listens on port {port}")


def wrk(url, script, words, connections=64, seconds=10, threads=1, refused=False):
    """One run of load: {requests, seconds, perSecond, p50, p99 in ms}. Any failure is an error;
    `refused`: the answers are refusals, every one of them."""
    command = ["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s",
               "--latency", "-s", HERE / script, url, "--", *words]
    done = subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE,
                          check=True, env={**os.environ,
                                           "OGNIWO_WRK_REPORT": str(HERE / "report.lua")})
    run = json.loads(done.stdout.splitlines()[-1])
    if run["failed"] != (run["requests"] if refused else 0) or not run["requests"]:
        raise RuntimeError(f"{url}: {run}")
    run["perSecond"] = run["requests"] / run["seconds"]
    return run


def create(server, path, token, body, **load):
    """Load of the same POST, each with a key of its own."""
    words = [path, token, json.dumps(body), secrets.token_hex(8) + "-"]
    return wrk(server.address, "create.lua", words, **load)


def steady(server, path, token, body, rate, is_over, clients=8):
    """The same POST so many times a second until it is over: how long each took in ms, sorted. One
    that could not begin in time counts from when it should have."""
    text = json.dumps(body)
    start = time.monotonic()

    def client(number):
        took = []
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        while not is_over():
            due = start + (len(took) * clients + number) / rate
            time.sleep(max(0, due - time.monotonic()))
            connection.request("POST", path, text, {
                "Authorization": f"Bearer {token}", "Content-Type": "application/json",
                "Idempotency-Key": secrets.token_hex(8)})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 201:
                raise RuntimeError(f"POST {path}: {answer.status}")
            took.append((time.monotonic() - due) * 1000)
        connection.close()
        return took

    with concurrent.futures.ThreadPoolExecutor(clients) as pool:
        return sorted(sum(pool.map(client, range(clients)), []))


def read(server, path, token="", **load):
    return wrk(f"{server.address}{path}", "get.lua", [token], **load)


def read_page(address, paths, token, **load):
    """A page that asks for several things, in turn on each connection: `perSecond` counts pages."""
    run = wrk(address, "page.lua", [token, *paths], **load)
    run["perSecond"] /= len(paths)
    return run


class Crowd:
    """Connections that want nothing, send a byte now and then, or do not read what they asked for."""

    def __init__(self, port, idle, trickling, deaf):
        self.port, self.over = port, threading.Event()
        self.counts = (idle, trickling, deaf)

    def __enter__(self):
        idle, trickling, deaf = ([self.connect() for _ in range(count)] for count in self.counts)
        for connection in deaf:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.sendall(b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n" * 20)
        self.connections = idle + trickling + deaf
        self.trickle = threading.Thread(target=self.send_slowly, args=[trickling])
        self.trickle.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.trickle.join()
        for connection in self.connections:
            connection.close()

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port))

    def send_slowly(self, trickling):
        """Half of them a head, half a body, byte by byte; who is cut off comes again."""
        head = b"GET /api/v1/server HTTP/1.1\r\nHost: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        body = (b"POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                b"Content-Length: 1000\r\n\r\n") + b" " * 1000
        sent = [0] * len(trickling)
        while not self.over.wait(0.5):
            for number, connection in enumerate(trickling):
                text = body if number % 2 else head
                try:
                    connection.sendall(text[sent[number]:sent[number] + 1])
                    sent[number] = (sent[number] + 1) % len(text)
                except OSError:
                    connection.close()
                    sent[number], trickling[number] = 0, self.connect()
                    self.connections.append(trickling[number])


def answer_bytes(server, path, token):
    """Head and body as they come over the wire."""
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                           f"Authorization: Bearer {token}\r\n\r\n".encode())
        head, body = connection.recv(65536), b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(65536)
        head, body = head.split(b"\r\n\r\n", 1)
        length = int(re.search(rb"(?i)content-length: (\d+)", head)[1])
        while len(body) < length:
            body += connection.recv(65536)
        return head + b"\r\n\r\n" + body


@contextlib.contextmanager
def raw_server(data, token, answers):
    """Runs the statements of these GETs and sends these bytes ({path: bytes}): its address."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [LIMITS, "serve", "--data", data, "--token", token, "--port", port]
        for number, (path, answer) in enumerate(answers.items()):
            file = pathlib.Path(folder) / str(number)
            file.write_bytes(answer)
            command += ["--path", path, "--answer", file]
        process = subprocess.Popen([str(word) for word in command])
        try:
            wait_for_port(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()
            process.wait()


def limits(verb, data, token, paths, body=None, **options):
    """What ogniwo_bench says: {perSecond, medianMicros, statements} or {script, definitions}."""
    command = [LIMITS, verb, "--data", data, "--token", token]
    for path in [paths] if isinstance(paths, str) else paths:
        command += ["--path", path]
    if body is not None:
        command += ["--body", json.dumps(body)]
    for name, value in options.items():
        command += [f"--{name}", value]
    done = subprocess.run([str(word) for word in command], text=True, stdout=subprocess.PIPE,
                          check=True)
    return json.loads(done.stdout.splitlines()[-1])


def clocks(data):
    """Seconds for the clocks of all tickets, at first and again: {tickets, first, again}."""
    done = subprocess.run([str(LIMITS), "clocks", "--data", str(data)], text=True,
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def escalations(data, seconds):
    """Runs of the verb alone, in microseconds: {runs, p50, p99}."""
    done = subprocess.run([str(LIMITS), "escalate", "--data", str(data), "--seconds", str(seconds)],
                          text=True, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])
