#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds: tst_atspi.py BONDWRIGHT, in an X server and a session bus of its own.

Only through AT-SPI, as Orca does it; nothing here knows the program from within."""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

try:
    import pyatspi
except ImportError:
    print("python3-pyatspi and at-spi2-core are needed (.ci/packages lab)")
    sys.exit(77)

PROGRAM = None
PATIENCE = 60  # seconds; a busy machine


def recording(path):
    """A bond whose traffic has moved, as `bondctl record` writes it."""
    def nic(index, name, master):
        return {"ifindex": index, "name": name, "kind": "bond" if master == 0 else "physical", "hardwareType": 1,
                "mac": "02:00:00:00:00:%02x" % index, "master": master, "mtu": 1500, "carrier": True, "up": True,
                "duplex": "full", "speedMbps": 10000}
    slaves = [{"ifindex": index, "name": "eth%d" % (index - 2), "mii": 0, "active": index == 2, "linkFailures": 0}
              for index in (2, 3)]
    state = {"type": "state", "t": 1000000000, "bondingDriver": True, "kernel": "6.1.0",
             "bonds": [{"ifindex": 10, "name": "bond0", "mode": 1, "miiUp": True, "activeSlave": 2,
                        "options": {"mode": "active-backup", "miimon": "100"}, "slaves": slaves}],
             "nics": [nic(2, "eth0", 10), nic(3, "eth1", 10), nic(10, "bond0", 0)]}
    with open(path, "w", encoding="utf-8") as out:
        header = {"format": "bondwright-recording", "program": "0.1.0", "version": 1, "wall": "2026-11-22T10:00:00.000Z"}
        for line in [header, state]:
            out.write(json.dumps(line) + "\n")
        for tick in range(1, 600):
            counters = [[index, tick * 100000, tick * 100000, tick * 100, tick * 100, 0, 0, 0, 0] for index in (2, 3, 10)]
            out.write(json.dumps({"type": "sample", "t": 1000000000 + tick * 500000000, "interfaces": counters}) + "\n")


def children(node):
    try:
        return [child for child in (node.getChildAtIndex(i) for i in range(node.childCount)) if child is not None]
    except Exception:  # it has gone meanwhile
        return []


def walk(node, depth=0):
    yield node
    if depth < 40:
        for child in children(node):
            yield from walk(child, depth + 1)


def is_shown(node):
    try:
        return node.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:
        return False


class Program:
    """The window, and what AT-SPI has of it."""

    def __init__(self, *arguments):
        home = tempfile.mkdtemp(prefix="atspi-")
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8",
                           HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_RUNTIME_DIR=home)
        self.process = subprocess.Popen([PROGRAM, "--lang", "en", *arguments], env=environment)
        self.root = self.until(self.application, "the program in the desktop's tree")

    def application(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for program in children(desktop):
            if program.get_process_id() == self.process.pid:
                return program
        return None

    def until(self, look, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found = look()
            except Exception:  # the tree changes while it is walked
                found = None
            if found:
                return found
            if self.process.poll() is not None:
                raise AssertionError("the program has ended with %d" % self.process.returncode)
            time.sleep(0.2)
        raise AssertionError("not found: " + what)

    def all(self, role, name=lambda text: True):
        return [node for node in walk(self.root) if node.getRole() == role and is_shown(node) and name(node.name)]

    def one(self, role, name, what=None):
        return self.until(lambda: self.all(role, name), what or "%s" % role)[0]

    def close(self):
        self.process.terminate()
        self.process.wait(20)


def press(node):
    action = node.queryAction()
    names = [action.getName(i).lower() for i in range(action.nActions)]
    for wanted in ("press", "click", "toggle", "check"):
        if wanted in names:
            return action.doAction(names.index(wanted))
    raise AssertionError("%s offers %s" % (node.name, names))


class Wizard(unittest.TestCase):
    def setUp(self):
        self.program = Program("--wizard")

    def tearDown(self):
        self.program.close()

    def test_modes_are_radio_buttons(self):
        modes = ["balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb"]
        radios = self.program.until(
            lambda: {mode: found for mode in modes for found in self.program.all(
                pyatspi.ROLE_RADIO_BUTTON, lambda text, mode=mode: mode in text)}, "the modes")
        self.assertEqual(sorted(radios), sorted(modes))
        for mode, radio in radios.items():
            self.assertTrue(radio.description, mode + " has no description")
        press(radios["802.3ad"])
        self.program.until(lambda: radios["802.3ad"].getState().contains(pyatspi.STATE_CHECKED), "802.3ad chosen")
        self.assertFalse(radios["active-backup"].getState().contains(pyatspi.STATE_CHECKED))

    def test_apply_has_a_name(self):
        # The list of steps leads to any page; Next does it as a person would.
        for _ in range(5):
            press(self.program.one(pyatspi.ROLE_PUSH_BUTTON, lambda text: text.startswith("Next"), "Next"))
            time.sleep(0.3)
        button = self.program.one(pyatspi.ROLE_PUSH_BUTTON, lambda text: text.startswith("Apply"), "Apply")
        self.assertIn(os.uname().nodename, button.name)
        self.assertTrue(button.description)


class Monitor(unittest.TestCase):
    def test_chart_is_a_table(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "bond0.jsonl")
            recording(path)
            program = Program("--replay", path, "--speed", "4", "--monitor", "bond0")
            try:
                chart = program.one(pyatspi.ROLE_TABLE, lambda text: text.startswith("Chart"), "the chart")
                table = program.until(lambda: chart.queryTable() if chart.queryTable().nRows >= 2 else None, "rows")
                self.assertEqual(table.nColumns, 4)

                def rows():
                    return {table.getAccessibleAt(row, 0).name: [table.getAccessibleAt(row, column).name
                                                                 for column in range(1, 4)] for row in range(table.nRows)}
                self.assertIn("eth1", rows())
                program.until(lambda: all(rows().get("eth0", [""])), "rates of eth0")
            finally:
                program.close()


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
