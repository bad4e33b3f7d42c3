# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bondctl as a command that answers in JSON."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json

from ansible_collections.bondwright.bond.plugins.module_utils.serve import read

ARGUMENT = {"bondctl": {"type": "str", "default": "bondctl"}}
# What bondctl calls the state of a bond, as in docs/json.md.
VERDICTS = ["healthy", "degraded", "single-point-of-failure", "lacp-not-negotiated", "down", "unknown"]
LONGEST = 500
# Seconds that bondctl may take to look at the host; a rehearsal or a test says how long itself.
PATIENCE = 60
TOO_LATE = 124  # the exit status of timeout(1)
# What taking an answer apart ends with that is not made as docs/json.md says.
UNFIT = (AttributeError, KeyError, TypeError, ValueError)


def number(value, otherwise):
    """Of what a host tells as a number, and may be anything else."""
    try:
        return float(value) if abs(float(value)) < 1e15 else otherwise
    except (TypeError, ValueError, OverflowError):
        return otherwise


def bounded(bondctl, words, patience):
    """The command line that gives up after so many seconds: who waits for ever holds the whole play."""
    return ["timeout", "%d" % patience, bondctl, "--lang", "en"] + words


def answer(module, words, plan=None, patience=PATIENCE):
    """Its exit status, what it answered (None: no JSON) and what it said on the error stream."""
    text = None
    if plan is not None:
        text = json.dumps(dict({"version": 1}, **plan))
    status, out, err = module.run_command(bounded(module.params["bondctl"], words, patience), data=text)
    if status == TOO_LATE:
        err = "it has not answered within %d s" % patience
    return (status,) + understood(out, err)


def understood(out, err):
    """What it answered (None: no JSON), and what it said on the error stream or what is wrong with its answer."""
    try:
        return read(out), err.strip()
    except ValueError:
        return None, err.strip() or ("it did not answer in JSON" if out.strip() else "")


def failure(command, status, said, err):
    return "bondctl %s failed: %s" % (command, err or ("it ended with %d and said nothing" % status if said is None else
                                                       "its answer is not made as it should be"))


def look(module, name):
    """The bond as a list of at most one, and why it could not be looked at. Never fails: what was done before stays told."""
    status, said, err = answer(module, ["bonds", "--json"])
    if status != 0 or not isinstance(said, list):
        return [], "bondctl bonds failed: %s" % (err[:LONGEST] or "it did not answer in JSON")
    return [bond for bond in said if isinstance(bond, dict) and bond.get("name") == name], ""


def ask(module, words, optional=False):
    """The answer of a command that has to succeed."""
    status, said, err = answer(module, words)
    if status != 0 or said is None:
        if optional:
            return {}
        module.fail_json(msg="bondctl %s failed: %s" % (words[0], err or "it did not answer in JSON"))
    return said
