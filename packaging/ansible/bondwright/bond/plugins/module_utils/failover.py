# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `bondctl test --auto --json` says, as a task's result. Pure."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

# Seconds: 64 slaves, each with the time to come back.
PATIENCE = 3600


def words(name, ping, slaves=(), limit=None):
    given = ["test", name, "--auto", "--json"]
    for address in ping:
        given += ["--ping", address]
    for slave in slaves:
        given += ["--slave", slave]
    return given + (["--limit", "%s" % limit] if limit is not None else [])


def worst_outage(test):
    outages = [target.get("outageMs", 0) for step in test.get("steps", []) for target in step.get("targets", [])]
    return max(outages or [0])


def judge(name, status, test, err):
    """The result, and why it fails ("": it does not)."""
    if not isinstance(test, dict):
        return {}, "bondctl test failed: %s" % (err or "it ended with %d and said nothing" % status)
    result = {"test": test, "outage_ms": worst_outage(test)}
    if status == 0:
        return result, ""
    bad = ["%s: %s" % (step.get("slave", ""), step.get("outcome", "")) for step in test.get("steps", [])
           if step.get("outcome") != "passed"]
    return result, "The failover test of %s failed, longest outage %.0f ms. %s %s" % (name, result["outage_ms"], "; ".join(bad), err)
