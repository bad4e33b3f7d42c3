# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `bondctl test --auto --json` says, as a task's result. Pure."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import UNFIT, failure, number

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
    outages = [number(target.get("outageMs"), 0) for step in test.get("steps", []) for target in step.get("targets", [])]
    return max(outages or [0])


def judge(name, status, test, err):
    """The result, and why it fails ("": it does not)."""
    try:
        return _judge(name, status, test, err)
    except UNFIT:
        return {}, failure("test", status, test, err)


def _judge(name, status, test, err):
    result = {"test": test, "outage_ms": worst_outage(test)}
    if status == 0:
        return result, ""
    bad = [" ".join(["%s: %s" % (step.get("slave", ""), step.get("outcome", ""))] + problems(step)) for step in test.get("steps", [])
           if step.get("outcome") != "passed"]
    return result, "The failover test of %s failed, longest outage %.0f ms. %s %s" % (
        name, result["outage_ms"], "; ".join(problems(test) + bad), err)


def problems(one):
    """Of a step, or of the whole test."""
    return ["(%s)" % " ".join("%s" % problem[key] for key in ("kind", "slave", "detail") if problem.get(key))
            for problem in one.get("problems", [])]
