# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The client's end of `bondctl serve --stdio` (docs/serve.md), on Python's standard library alone."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json
import os
import select
import subprocess
import tempfile
import time

VERSION = 1
ALIVE = 5
# Seconds that bondctl has to end once nobody talks to it any more, and again when it is asked to.
LEAVE = 3
# Bytes of what it said on the error stream, from the end.
LONGEST = 500
FINAL_STATES = ("done", "rolled-back", "failed", "none")


def _no_number(text):
    raise ValueError("%s is no number" % text)


def _finite(kind):
    return lambda text: kind(text) if abs(float(text)) != float("inf") else _no_number(text[:20])


def read(text):
    """What a host tells in JSON. ValueError where it is none, or none that every reader takes: NaN and numbers without end."""
    try:
        return json.loads(text, parse_constant=_no_number, parse_float=_finite(float), parse_int=_finite(int))
    except RuntimeError:
        raise ValueError("it is nested too deeply")


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
            # A file takes what nobody reads meanwhile; a pipe would be full, and hold bondctl up.
            self.errors = tempfile.TemporaryFile()
            self.process = subprocess.Popen([bondctl, "--lang", "en", "serve", "--stdio"], stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, stderr=self.errors)
        except OSError as error:
            raise ServeError("serve.none", "Cannot start %s: %s." % (bondctl, error.strerror),
                             "Install Bondwright on the host.")
        try:
            self._send({"type": "hello", "version": VERSION, "program": "ansible", "language": "en"})
            self.hello = self._next(lambda line: line.get("type") == "hello", time.time() + timeout)
        except ServeError:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.close()
        self.errors.close()

    def close(self):
        """Whatever state bondctl is in: neither its end nor its hanging may take the place of what it said, or hold the whole play."""
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()
            except (IOError, OSError):
                pass  # what was not sent yet finds no reader
        for end in (self.process.terminate, self.process.kill, None):
            deadline = time.time() + LEAVE
            while self.process.poll() is None and time.time() < deadline:
                time.sleep(0.02)
            if self.process.poll() is not None or end is None:
                return
            end()

    def request(self, method, **arguments):
        self.last_id += 1
        number = self.last_id
        self._send({"type": "request", "id": number, "method": method, "arguments": arguments})
        reply = self._next(lambda line: line.get("type") == "reply" and line.get("id") == number,
                           time.time() + self.timeout)
        if "error" in reply:
            error = reply["error"]
            raise ServeError(error.get("code", ""), error.get("message", ""), error.get("hint", ""))
        result = reply.get("result", {})
        if not isinstance(result, dict):
            raise ServeError("serve.ended", "bondctl answers %s with what is no answer to it." % method)
        return result

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
                line = self._line(text)
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

    def _line(self, text):
        try:
            line = read(text.decode("utf-8"))
        except ValueError:
            line = None
        if not isinstance(line, dict):
            raise ServeError("serve.ended", "bondctl says what is no answer: %s" % text[:LONGEST].decode("utf-8", "replace"))
        return line

    def _ended(self):
        self.close()
        self.errors.seek(0, os.SEEK_END)
        self.errors.seek(max(0, self.errors.tell() - LONGEST))
        said = self.errors.read().decode("utf-8", "replace").strip()
        return ServeError("serve.ended", "bondctl ended: %s" % (said or "it gave no reason"))
