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

from ansible.errors import AnsibleError
from ansible_collections.bondwright.bond.plugins.plugin_utils.onhost import TaskFailed

FOLDER = "${BONDWRIGHT_ROOT}/var/lib/bondwright-bundle"
# The network service of such a host may wait for DHCP on each NIC.
PATIENCE = 300


class Bundle(object):
    def __init__(self, action):
        self.action, self.given, self.check_mode = action, action.given, action._task.check_mode
        self.plan = dict({"version": 1}, **self.given["plan"])
        if not re.match(r"^[A-Za-z0-9_.-]{1,15}$", "%s" % self.plan["name"]):
            raise TaskFailed("The name of the bond is none: %s" % self.plan["name"])
        self.path = "%s/%s.sh" % (FOLDER, self.plan["name"])
        self.output = "%s/%s.out" % (FOLDER, self.plan["name"])

    def run(self, result):
        script = self._make(self.given["bundle_made_by"])
        self._send(script)
        status, seen, said = self._shell("sh \"%s\" show" % self.path)
        if status != 0:
            raise TaskFailed(said or seen)
        result.update(changed=bool(seen.strip()), transaction={}, diff=[{"prepared": seen}] if seen.strip() else [])
        if result["changed"] and not self.check_mode:
            self._apply()
            result["transaction"] = self._confirm()
        if self.given["verdicts"] and not self.check_mode:
            self._gate(result)
        return result

    def _gate(self, result):
        """The kernel's own page tells whether the bond and each slave has its link."""
        deadline = time.time() + self.given["verdict_within"]
        while True:
            _status, page, said = self._shell("cat \"${BONDWRIGHT_ROOT}/proc/net/bonding/%s\"" % self.plan["name"])
            if "MII Status: up" in page and "MII Status: down" not in page:
                return
            if time.time() >= deadline:
                result.update(failed=True, msg="A link of %s is down. %s" % (self.plan["name"], said))
                return
            time.sleep(3)

    def _make(self, bondctl):
        words = [bondctl, "--lang", "en", "bundle", "-", "--rhel", self.given["bundle"],
                 "--confirm-within", "%d" % self.given["confirm_within"]]
        try:
            made = subprocess.Popen(words + (["--ping", self.given["ping"]] if self.given["ping"] else []), stdin=subprocess.PIPE,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        except OSError as error:
            raise TaskFailed("Cannot start %s on the controller: %s." % (bondctl, error.strerror))
        script, said = made.communicate(json.dumps(self.plan).encode("utf-8"))
        if made.returncode != 0:
            raise TaskFailed(said.decode("utf-8", "replace").strip())
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
            raise TaskFailed(said)

    def _apply(self):
        # The connection may go away meanwhile: the script goes on without it.
        status, _seen, said = self._shell("( { sh \"%s\" apply; echo \"status $?\"; } >\"%s\" 2>&1 </dev/null & )" % (
            self.path, self.output))
        if status != 0:
            raise TaskFailed(said)

    def _confirm(self):
        """The transaction once it is kept."""
        deadline, why = time.time() + PATIENCE + self.given["confirm_within"], "no time was left"
        while time.time() < deadline:
            try:
                self.action.connect_anew()
                _status, seen, _said = self._shell("sh \"%s\" status; cat \"%s\"" % (self.path, self.output))
                state = re.search(r"^state: (\S+)", seen, re.M)
                state = state.group(1) if state else ""
                if state == "waiting":
                    self.action.tell("applied")
                    self._shell("sh \"%s\" confirm" % self.path)
                elif state == "confirmed":
                    return {"state": "done", "bond": self.plan["name"]}
                elif state == "rolled-back" or re.search(r"^status [1-9]", seen, re.M):
                    words = " ".join(re.findall(r"^bondwright: (.*)$", seen, re.M))
                    raise TaskFailed("The host reverted the change: %s" % words)
                else:
                    why = "the change is not in force yet"
            except AnsibleError as error:
                why = str(error)
            time.sleep(1)
        raise TaskFailed("The host could not be reached over a new connection (%s). It reverts the change by itself within %d s of "
                         "the change." % (why, self.given["confirm_within"]))

    def _shell(self, command):
        environment = self.action._compute_environment_string()
        done = self.action._low_level_execute_command(("export %s; " % environment if environment else "") + command)
        return done["rc"], done["stdout"], done["stderr"].strip()
