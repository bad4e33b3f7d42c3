# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `bondctl rehearse --json` says, as a task's result. Pure."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import UNFIT, failure

# Seconds: every cable is pulled once, and LACP takes its time.
PATIENCE = 600


def words(switch="as-planned"):
    return ["rehearse", "-", "--json", "--switch", switch]


def what_fails(report):
    """In one sentence, as the host says it."""
    refusal = report.get("refusal") or {}
    if refusal:
        return "%s: %s" % (refusal.get("field", ""), refusal.get("message", ""))
    for key in ("findings", "differences"):
        for one in report.get(key) or []:
            return one.get("message", "")
    return "the failover test fails"


def judge(status, report, err):
    """The result, why it fails ("": it does not), and why it was not possible ("": it was)."""
    try:
        return _judge(status, report, err)
    except UNFIT:
        return {"outcome": "not-possible", "rehearsal": {}}, failure("rehearse", status, report, err), ""


def _judge(status, report, err):
    outcome = report["outcome"]
    result = {"outcome": outcome, "failover_ms": report.get("failoverMs"), "rehearsal": report}
    if outcome == "not-possible":
        error = report.get("error") or {}
        return result, "", ("Not rehearsed: %s %s" % (error.get("message", ""), error.get("hint", ""))).strip()
    if outcome != "passed":
        return result, "Rehearsed in this host's kernel: fails. %s" % what_fails(report), ""
    if status != 0:
        return dict(result, outcome="failed"), "bondctl rehearse failed: %s" % (err or "it ended with %d" % status), ""
    return result, "", ""
