# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# GNU General Public License v3.0+ (see https://www.gnu.org/licenses/gpl-3.0.txt)
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
name: lines
type: stdout
short_description: One JSON object a line, as it happens
description:
  - For programs that follow a play. Each line has C(type), which is C(result), C(play) or C(stats); or C(state), which the action plugin
    C(bondwright.bond.bond) tells in the middle of its task. There it is C(admitted) by the host, has C(rehearsed), the change is
    C(applied) and not kept yet, or C(confirmed) and the bond has not its verdict yet.
  - Once nobody reads them any more, no further play or batch begins.
  - Members may be added; none is renamed or given another meaning.
author:
  - The Bondwright authors (@bondwright)
"""

import json
import sys

from ansible.plugins.callback import CallbackBase

# What a follower shows of a result; the rest may be large.
KEPT = ("changed", "msg", "transaction", "findings", "interruptions", "diff", "outcome", "failover_ms", "outage_ms", "chosen",
        "refused", "warnings")


class Outlet(object):
    """A stream whose reader may be gone: the thread in which Ansible takes results ends at such an error, and the play then hangs. And
    a reader who wants each line at once: what is told in the middle of a task is only written by Ansible, and not flushed."""

    def __init__(self, stream):
        self.stream, self.is_broken = stream, False

    def write(self, text):
        try:
            self.stream.write(text)
            self.stream.flush()
        except (IOError, OSError):
            self.is_broken = True

    def flush(self):
        try:
            self.stream.flush()
        except (IOError, OSError):
            self.is_broken = True

    def __getattr__(self, name):
        return getattr(self.stream, name)


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "stdout"
    CALLBACK_NAME = "bondwright.bond.lines"

    def __init__(self):
        super(CallbackModule, self).__init__()
        sys.stdout, sys.stderr = Outlet(sys.stdout), Outlet(sys.stderr)
        self.out = sys.stdout

    def _say(self, **line):
        try:
            text = json.dumps(line, sort_keys=True, default=str, allow_nan=False)
        except ValueError:
            # NaN is JSON for Python alone: a follower would miss the whole line.
            text = json.dumps(json.loads(json.dumps(line, default=str), parse_constant=str), sort_keys=True)
        self.out.write(text + "\n")

    def _result(self, outcome, result):
        kept = dict((name, result._result[name]) for name in KEPT if name in result._result)
        if result._task.action == "bondwright.bond.bond" and result._result.get("bonds"):
            # The gate, passed or not: which words a follower has for a verdict is its own affair.
            kept["bonds"] = [dict((name, bond.get(name)) for name in ("name", "verdict", "cause", "next_step"))
                             for bond in result._result["bonds"]]
        self._say(type="result", outcome=outcome, host=result._host.get_name(), task=result._task.get_name(), action=result._task.action,
                  result=kept)

    def v2_playbook_on_play_start(self, play):
        # Once for each batch.
        known = play.get_variable_manager().get_vars(play=play)
        self._say(type="play", name=play.get_name(), check=bool(play.check_mode), hosts=known.get("ansible_play_hosts_all", []),
                  batch=known.get("ansible_play_batch", []))
        if self.out.is_broken:
            # What it began is done; nobody would see what comes of the next batch.
            raise SystemExit("The program that followed this play is gone.")

    def v2_runner_on_ok(self, result):
        self._result("ok", result)

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._result("ignored" if ignore_errors else "unreachable" if result._result.get("unreachable") else "failed", result)

    def v2_runner_on_unreachable(self, result):
        self._result("unreachable", result)

    def v2_runner_on_skipped(self, result):
        self._result("skipped", result)

    def v2_playbook_on_stats(self, stats):
        self._say(type="stats", hosts=dict((host, stats.summarize(host)) for host in sorted(stats.processed)))
