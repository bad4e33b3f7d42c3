# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The module's work on a host that has neither bondctl nor a Python for modules: by the script of `bondctl bundle`, which is made
on the controller and needs a shell alone. Its watchdog takes the change back unless it is confirmed, over a new connection."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json
import os
import re
import subprocess
import tempfile
import time

from ansible.errors import AnsibleConnectionFailure

FOLDER = "${BONDWRIGHT_ROOT}/var/lib/bondwright-bundle"
# The network service of such a host may wait for DHCP on each NIC.
PATIENCE = 300


class BundleError(Exception):
    """A sentence for the task's message."""


class Bundle(object):
    def __init__(self, action, task_vars, check_mode):
        self.action, self.task_vars, self.check_mode = action, task_vars, check_mode
        args = action._task.args
        self.plan = dict({"version": 1}, **(args.get("plan") or {}))
        self.release, self.ping = str(args["bundle"]), args.get("ping", "")
        self.confirm_within = int(args.get("confirm_within", 60))
        if args.get("state", "present") != "present" or not re.match(r"^[A-Za-z0-9_.-]{1,15}$", str(self.plan.get("name", ""))):
            raise BundleError("By the bundle a bond with a plan can be made or changed, and nothing else.")
        self.path = "%s/%s.sh" % (FOLDER, self.plan["name"])
        self.output = "%s/%s.out" % (FOLDER, self.plan["name"])

    def run(self, result):
        script = self._make(self.action._task.args.get("bundle_made_by", "bondctl"))
        self._send(script)
        status, seen, said = self._shell("sh \"%s\" show" % self.path)
        if status != 0:
            raise BundleError(said or seen)
        result.update(changed=bool(seen.strip()), transaction={}, diff=[{"prepared": seen}] if seen.strip() else [])
        if result["changed"] and not self.check_mode:
            self._apply()
            result["transaction"] = self._confirm()
        if self.action.verdicts and not self.check_mode:
            self._gate(result)
        return result

    def _gate(self, result):
        """The kernel's own page tells whether the bond and each slave has its link."""
        deadline = time.time() + int(self.action._task.args.get("verdict_within", 60))
        while True:
            _status, page, said = self._shell("cat \"${BONDWRIGHT_ROOT}/proc/net/bonding/%s\"" % self.plan["name"])
            if "MII Status: up" in page and "MII Status: down" not in page:
                return
            if time.time() >= deadline:
                result.update(failed=True, msg="A link of %s is down. %s" % (self.plan["name"], said))
                return
            time.sleep(3)

    def _make(self, bondctl):
        words = [bondctl, "--lang", "en", "bundle", "-", "--rhel", self.release, "--confirm-within", str(self.confirm_within)]
        try:
            made = subprocess.Popen(words + (["--ping", self.ping] if self.ping else []), stdin=subprocess.PIPE,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        except OSError as error:
            raise BundleError("Cannot start %s on the controller: %s." % (bondctl, error.strerror))
        script, said = made.communicate(json.dumps(self.plan).encode("utf-8"))
        if made.returncode != 0:
            raise BundleError(said.decode("utf-8", "replace").strip())
        return script

    def _send(self, script):
        handle, path = tempfile.mkstemp()
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(script)
            # sftp or scp put it where the login may write; it becomes root's own before it is run.
            sent = self.action._connection._shell.join_path(self.action._make_tmp_path(), "bundle.sh")
            self.action._transfer_file(path, sent)
        finally:
            os.remove(path)
        status, _seen, said = self._shell("umask 077; mkdir -p \"%s\" && cat '%s' >\"%s.new\" && mv -f \"%s.new\" \"%s\"" % (
            FOLDER, sent, self.path, self.path, self.path))
        self.action._remove_tmp_path(self.action._connection._shell.tmpdir)
        if status != 0:
            raise BundleError(said)

    def _apply(self):
        # The connection may go away meanwhile: the script goes on without it.
        status, _seen, said = self._shell("( { sh \"%s\" apply; echo \"status $?\"; } >\"%s\" 2>&1 </dev/null & )" % (
            self.path, self.output))
        if status != 0:
            raise BundleError(said)

    def _confirm(self):
        """The transaction once it is kept."""
        deadline, why = time.time() + PATIENCE + self.confirm_within, "no time was left"
        while time.time() < deadline:
            try:
                self._anew()
                _status, seen, _said = self._shell("sh \"%s\" status; cat \"%s\"" % (self.path, self.output))
                state = re.search(r"^state: (\S+)", seen, re.M)
                state = state.group(1) if state else ""
                if state == "waiting":
                    self.action.tell("applied", self.task_vars)
                    self._shell("sh \"%s\" confirm" % self.path)
                elif state == "confirmed":
                    return {"state": "done", "bond": self.plan["name"]}
                elif state == "rolled-back" or re.search(r"^status [1-9]", seen, re.M):
                    words = " ".join(re.findall(r"^bondwright: (.*)$", seen, re.M))
                    raise BundleError("The host reverted the change: %s" % words)
                else:
                    why = "the change is not in force yet"
            except AnsibleConnectionFailure as error:
                why = str(error)
            time.sleep(1)
        raise BundleError("The host could not be reached over a new connection (%s). It reverts the change by itself within %d s of "
                          "the change." % (why, self.confirm_within))

    def _anew(self):
        connection = self.action._connection
        if hasattr(connection, "reset"):
            connection.reset()
        connection._shell.tmpdir = None  # it was the old connection's

    def _shell(self, command):
        environment = self.action._compute_environment_string()
        done = self.action._low_level_execute_command(("export %s; " % environment if environment else "") + command)
        return done["rc"], done["stdout"], done["stderr"].strip()
