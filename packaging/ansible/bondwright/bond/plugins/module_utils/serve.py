# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The client's end of `bondctl serve --stdio` (docs/serve.md), on Python's standard library alone."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json
import os
import select
import subprocess
import time

VERSION = 1
ALIVE = 5
FINAL_STATES = ("done", "rolled-back", "failed", "none")


class ServeError(Exception):
    """An error that the host answered with, or the end of the conversation."""

    def __init__(self, code, message, hint=""):
        super(ServeError, self).__init__(message)
        self.code, self.message, self.hint = code, message, hint

    def text(self):
        return self.message + (" " + self.hint if self.hint else "")


class Serve(object):
    """One conversation with bondctl on this host. A context manager: the process ends with it."""

    def __init__(self, bondctl="bondctl", timeout=30):
        self.timeout = timeout
        self.last_id = 0
        self.rest = b""
        self.transaction = {}
        try:
            self.process = subprocess.Popen([bondctl, "--lang", "en", "serve", "--stdio"], stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        except OSError as error:
            raise ServeError("serve.none", "Cannot start %s: %s." % (bondctl, error.strerror),
                             "Install Bondwright on the host.")
        self._send({"type": "hello", "version": VERSION, "program": "ansible", "language": "en"})
        self.hello = self._next(lambda line: line.get("type") == "hello", time.time() + timeout)

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.stderr.close()
        self.process.wait()

    def request(self, method, **arguments):
        self.last_id += 1
        number = self.last_id
        self._send({"type": "request", "id": number, "method": method, "arguments": arguments})
        reply = self._next(lambda line: line.get("type") == "reply" and line.get("id") == number,
                           time.time() + self.timeout)
        if "error" in reply:
            error = reply["error"]
            raise ServeError(error.get("code", ""), error.get("message", ""), error.get("hint", ""))
        return reply.get("result", {})

    def wait_for_transaction(self, number, states, seconds):
        """The transaction once it is in one of the states, or over."""
        deadline = time.time() + seconds
        while True:
            now = self.request("transaction")
            if now.get("id") == number and (now.get("state") in states or now.get("state") in FINAL_STATES):
                return now
            if time.time() > deadline:
                raise ServeError("serve.timeout", "The change of %s takes longer than %d s." % (now.get("bond", ""), seconds))
            time.sleep(0.3)

    def _send(self, line):
        self.said = time.time()
        try:
            self.process.stdin.write(json.dumps(line).encode("utf-8") + b"\n")
            self.process.stdin.flush()
        except (IOError, OSError):
            raise self._ended()

    def _next(self, wanted, deadline):
        while True:
            while b"\n" in self.rest:
                text, self.rest = self.rest.split(b"\n", 1)
                line = json.loads(text.decode("utf-8"))
                if line.get("type") == "notice" and line.get("about") == "transaction":
                    self.transaction = line.get("content", {})
                if wanted(line):
                    return line
            left = deadline - time.time()
            if left <= 0:
                raise ServeError("serve.timeout", "bondctl does not answer.")
            # It leaves who says nothing for half a minute, also one to whom it has much to say.
            if time.time() - self.said >= ALIVE:
                self._send({"type": "alive"})
            if not select.select([self.process.stdout], [], [], max(0, min(left, self.said + ALIVE - time.time())))[0]:
                continue
            some = os.read(self.process.stdout.fileno(), 65536)
            if not some:
                raise self._ended()
            self.rest += some

    def _ended(self):
        said = self.process.stderr.read().decode("utf-8", "replace").strip()
        return ServeError("serve.ended", "bondctl ended: %s" % (said or "it gave no reason"))
