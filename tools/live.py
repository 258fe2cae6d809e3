"""Readers of the live feed: many streams in one thread, and when each row reached them."""
import re
import selectors
import socket
import threading
import time

ROW = re.compile(rb'"row":\{"id":(\d+),"number":\d+,"version":(\d+)')


class Streams:
    """`count` open streams that note when they are told of which version of which ticket; while
    `heedless` they only take what comes, because here the reader shares the server's cores."""

    def __init__(self, server, token, count, after=""):
        self.heard = {}  # (ticket, version): [seconds of each stream]
        self.heedless = False
        self.ended = 0
        self.over = False
        self.selector = selectors.DefaultSelector()
        request = (f"GET /api/v1/live{'?after=' + after if after else ''} HTTP/1.1\r\n"
                   f"Host: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {token}\r\n\r\n")
        for number in range(count):
            stream = socket.create_connection(("127.0.0.1", server.port))
            stream.sendall(request.encode())
            self.selector.register(stream, selectors.EVENT_READ, [number, b""])
        self.thread = threading.Thread(target=self.read, daemon=True)

    def __enter__(self):
        self.thread.start()
        time.sleep(0.5)  # Until all have said hello.
        return self

    def __exit__(self, *_):
        self.over = True
        self.thread.join()
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()

    def read(self):
        while not self.over:
            for key, _ in self.selector.select(0.1):
                data = key.fileobj.recv(262144)
                now = time.monotonic()
                if not data:
                    self.ended += 1
                    self.selector.unregister(key.fileobj)
                    continue
                if self.heedless:
                    key.data[1] = b""
                    continue
                text = key.data[1] + data
                end = text.rfind(b"\n\n") + 2 if b"\n\n" in text else 0
                key.data[1] = text[end:]
                for row in ROW.finditer(text, 0, end):
                    self.heard.setdefault((int(row[1]), int(row[2])), []).append(now)

    def wait_for(self, ticket, version, seconds=30, streams=1):
        """When the first stream was told of it; waits until so many of them were."""
        start = time.monotonic()
        while len(self.heard.get((ticket, version), [])) < streams:
            if time.monotonic() - start > seconds:
                raise RuntimeError(f"no stream was told of ticket {ticket} in {seconds} s; "
                                   f"{self.ended} were ended by the server")
            time.sleep(0.001)
        return self.heard[(ticket, version)][0]
