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
import uuid

from ansible.errors import AnsibleError
from ansible_collections.bondwright.bond.plugins.plugin_utils.onhost import TaskFailed

FOLDER = "${BONDWRIGHT_ROOT}/var/lib/bondwright-bundle"
# The network service of such a host may wait for DHCP on each NIC.
PATIENCE = 300
# Looks at a host that has not heard of the change: the order to begin may just be arriving.
MISSES = 5
ENDS = {"rolled-back": "reverted the change", "failed": "could not revert the change"}


def _told(said):
    """What `bondctl bundle` ignores of the plan or cannot do by a script, without its advice: each in one line."""
    items = re.split(r"\n(?! )", said.strip())
    return [" ".join(item.split()) for item in items if item and not item.startswith("bondctl: advice ")]


def _state(seen):
    state = re.search(r"^state: (\S+)", seen, re.M)
    return state.group(1) if state else ""


class Bundle(object):
    def __init__(self, action):
        self.action, self.given, self.check_mode = action, action.given, action._task.check_mode
        self.plan = dict({"version": 1}, **self.given["plan"])
        if not re.match(r"^[A-Za-z0-9_.-]{1,15}$", "%s" % self.plan["name"]):
            raise TaskFailed("The name of the bond is none: %s" % self.plan["name"])
        # The host may hold what is left of other changes, and another one may begin there at any time.
        self.name = "%s" % uuid.uuid4()
        self.path = "%s/%s.sh" % (FOLDER, self.plan["name"])
        self.sent = "%s.%s" % (self.path, self.name)

    def run(self, result):
        script, told = self._make(self.given["bundle_made_by"])
        if told:
            result["warnings"] = result.get("warnings", []) + told
        seen = self._send(script)
        differs = bool(seen.strip())
        result.update(changed=differs and self.check_mode, transaction={}, diff=[{"prepared": seen}] if differs else [])
        if differs and not self.check_mode:
            result["changed"] = self._apply()
            if result["changed"]:
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
        said = said.decode("utf-8", "replace")
        if made.returncode != 0:
            raise TaskFailed(said.strip())
        return script, _told(said)

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
        # Beside the one that is there, which may be at work for another change; and it stays if it is to be applied.
        status, seen, said = self._shell(
            "umask 077; mkdir -p \"%s\" && cat '%s' >\"%s\" && shown=$(sh \"%s\" show); status=$?; "
            "{ [ $status = 0 ] && [ -n \"$shown\" ] && %s; } || rm -f \"%s\"; printf '%%s\\n' \"$shown\"; exit $status" % (
                FOLDER, sent, self.sent, self.sent, "false" if self.check_mode else "true", self.sent))
        self.action._remove_tmp_path(self.action._connection._shell.tmpdir)
        if status != 0:
            raise TaskFailed(said or seen)
        return seen

    def _apply(self):
        """Whether there is a change to confirm. It goes on without the connection."""
        try:
            status, seen, said = self._shell("sh \"%s\" apply %s </dev/null; status=$?; rm -f \"%s\"; exit $status" % (
                self.sent, self.name, self.sent))
        except AnsibleError:
            # Only the host knows whether it has begun.
            return True
        if status != 0:
            raise TaskFailed(said or seen)
        return _state(seen) != "unchanged"

    def _confirm(self):
        """The transaction once it is kept."""
        deadline, why, misses, is_sent = time.time() + PATIENCE + self.given["confirm_within"], "no time was left", 0, False
        while time.time() < deadline:
            try:
                self.action.connect_anew()
                state, words = self._ask("status")
                if state == "waiting":
                    if not is_sent:
                        self.action.tell("applied")
                    is_sent = True
                    state, words = self._ask("confirm status")
                if state == "confirmed":
                    return {"state": "done", "bond": self.plan["name"]}
                if state in ENDS:
                    raise TaskFailed("The host %s: %s" % (ENDS[state], words), transaction={"state": state, "bond": self.plan["name"]})
                misses += state == "none"
                if misses >= MISSES:
                    raise TaskFailed("The host does not know of this change.")
                why = "the change is not in force yet"
            except AnsibleError as error:
                why = "%s" % error
            time.sleep(1)
        raise TaskFailed("The host could not be reached over a new connection (%s). It reverts the change by itself within %d s of "
                         "the change%s." % (why, self.given["confirm_within"],
                                            ", unless a confirmation arrived of which it could not tell any more" if is_sent else ""))

    def _ask(self, verbs):
        """The state of this very change, and what the script has said of it. What is left there of another one does not count."""
        _status, seen, _said = self._shell("[ -f \"%s\" ] || echo 'state: none'; for verb in %s; do sh \"%s\" $verb %s; done" % (
            self.path, verbs, self.path, self.name))
        return _state(seen), " ".join(re.findall(r"^bondwright: (.*?)\r?$", seen, re.M))

    def _shell(self, command):
        environment = self.action._compute_environment_string()
        done = self.action._low_level_execute_command(("export %s; " % environment if environment else "") + command)
        return done["rc"], done["stdout"], done["stderr"].strip()
