# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A command of bondctl on the managed host, without a module: over an open connection it costs a fraction of one."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json
import shlex

from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import LONGEST, PATIENCE, TOO_LATE, bounded, understood

# What follows it on the output is the command's: a login script may have said something before. Behind the other one stands what the
# command said of errors: ssh gives a command a terminal if Ansible does not use pipelining, and there is one stream for both.
ADMITTED, ENDED = "bondwright: admitted", "bondwright: ended"
# A kernel takes 128 KiB as one word (MAX_ARG_STRLEN), and each shell on the way quotes it once more.
LONGEST_LINE = 90000
# Bytes of an answer. Ansible keeps what a host says several times over.
LARGEST = 8 * 1024 * 1024


class TaskFailed(Exception):
    """A sentence for the task's message, and what else its result tells."""

    def __init__(self, message, **result):
        super(TaskFailed, self).__init__(message)
        self.result = result


class OnHost(object):
    def __init__(self, action, bondctl):
        self.action, self.bondctl, self.is_admitted = action, bondctl, False

    def run(self, command):
        """Exit status, output and errors of a command as whom the task becomes."""
        done = self.action._low_level_execute_command(
            "echo '%s'; { said=$( { %s; } 2>&1 >&3 ); } 3>&1; status=$?; echo; echo '%s'; printf %%.%ds \"$said\"; ( exit $status )" % (
                ADMITTED, command, ENDED, 4 * LONGEST))
        before, mark, out = done["stdout"].replace("\r\n", "\n").partition(ADMITTED + "\n")
        if not mark:
            # What sudo says, in whatever language; Ansible knows its English words only.
            said = ("%s %s" % (done["stderr"], before)).strip()[:LONGEST]
            raise TaskFailed(said or "The host runs no commands: it ended with %d and said nothing." % done["rc"], refused=True)
        if not self.is_admitted:
            self.is_admitted = True
            self.action.tell("admitted")
        out, _mark, said = out.rpartition("\n" + ENDED + "\n")
        return done["rc"], out, said.strip()[:LONGEST]

    def ask(self, words, plan=None, patience=PATIENCE):
        """Exit status of bondctl, what it answered (None: no JSON) and what it said on the error stream."""
        environment = self.action._compute_environment_string()
        line = " ".join(shlex.quote(word) for word in bounded(self.bondctl, words, patience))
        line = ("%s %s" % (environment, line)).strip()
        if plan is None:
            line += " </dev/null"
        else:
            # In the command: what Ansible gives to a command's input is lost where sudo asks for a password on a terminal.
            line = "printf %%s %s | %s" % (shlex.quote(json.dumps(dict({"version": 1}, **plan))), line)
        # Of the answer a bounded part, and the exit status of bondctl: run() has its own output as the third stream.
        line = "status=$( { { %s; echo $? >&4; } | head -c %d >&3; } 4>&1 ); ( exit $status )" % (line, LARGEST)
        if len(line) > LONGEST_LINE:
            raise TaskFailed("The plan is too long: %d bytes." % len(line))
        status, out, err = self.run(line)
        if status in (126, 127) and not out:
            why = err.rsplit(": ", 1)[-1]  # behind what timeout(1) or the shell call it
            raise TaskFailed("Cannot start %s: %s. Install Bondwright on the host." % (self.bondctl, why.rstrip(".")))
        if status == TOO_LATE:
            err = "it has not answered within %d s" % patience
        if len(out) >= LARGEST:
            err = "it says more than %d MB" % (LARGEST // 1024 ** 2)
        return (status,) + understood(out, err)
