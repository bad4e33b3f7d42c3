# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Applies on the host, then confirms over a new connection: what cannot be reached any more must not stay.

What comes before (choice of NICs, rehearsal) and after (gate, failover test) is in the same task: each task of its own would cost every
batch of a roll-out its time."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import ipaddress
import json
import re
import time

from ansible import constants
from ansible.errors import AnsibleConnectionFailure, AnsibleError
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.module_utils.errors import UnsupportedError
from ansible.plugins.action import ActionBase
from ansible.utils.display import Display
from ansible_collections.bondwright.bond.plugins.module_utils import failover, rehearsal
from ansible_collections.bondwright.bond.plugins.module_utils.arguments import BOND, REQUIRED, why_not
from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import LONGEST, number
from ansible_collections.bondwright.bond.plugins.module_utils.choose import choose
from ansible_collections.bondwright.bond.plugins.plugin_utils.bundle import Bundle
from ansible_collections.bondwright.bond.plugins.plugin_utils.onhost import OnHost, TaskFailed

FOLLOWED_BY = "bondwright.bond.lines"
MODULE = "bondwright.bond.bond"
# Seconds between two looks at a bond that has not its verdict yet.
PAUSE = 3
# How long the module may wait for the change itself.
PATIENCE = 180
# A host that its change has cut off comes back some seconds after its deadline, and tells then what it did.
AFTERWARDS = 30
# Two clocks that count the same seconds.
SLACK = 2
# How the shell ends that finds no Python to run the module with.
NO_PYTHON = (126, 127)
OUT_OF_REACH, REACHED = "could not be reached over a new connection", "was reached, and did not keep the change"
SHOWN_HOSTS = 5
MAC = re.compile(r"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$")


def held(bond):
    """Why the gate does not open, as the host says it."""
    words = (bond.get("name"), "is %s." % bond.get("verdict"), bond.get("cause") or "", bond.get("next_step") or "")
    return " ".join(("%s" % word)[:LONGEST] for word in words if word)


def plain(value):
    """An address in the one spelling that all of it have, without its prefix; any other value as it is. Of the MAC address of a NIC,
    which is another one on each host, nothing."""
    text = ("%s" % (value or "")).strip()
    if text.startswith("permanent:"):
        return ""
    if MAC.match(text):
        return text.lower()
    address = text.split("/")[0]
    try:
        return "%s" % ipaddress.ip_address(address if ":" in address else re.sub(r"\b0+(?=\d)", "", address))
    except ValueError:
        return text


def may_have_begun(answer):
    """Of a module that has failed. What it says of itself may be missing, where it was killed or its answer was lost."""
    state = (answer.get("transaction") or {}).get("state")
    return not answer.get("untouched") and answer.get("rc") not in NO_PYTHON and state not in ("done", "rolled-back", "failed")


def why_failed(answer):
    status = answer.get("rc", 0)
    if status < 0:
        # To Ansible that is a module without an answer.
        return "ssh here was ended by signal %d" % -status
    return ("%s" % (answer.get("module_stderr") or answer.get("msg") or "no answer")).strip()[-LONGEST:]


class ActionModule(ActionBase):
    TRANSFERS_FILES = False

    def run(self, tmp=None, task_vars=None):
        result = super(ActionModule, self).run(tmp, task_vars)
        self.task_vars = task_vars or {}
        try:
            self.given = self._arguments()
            self._see_that_hosts_differ()
            self.host = OnHost(self, self.given["bondctl"])
            if self.given["bundle"]:
                self.host.run("true")
                return Bundle(self).run(result)
            self._prepare(result)
            self._change(result)
            self._gate(result)
            self._test_failover(result)
        except TaskFailed as error:
            result.update(error.result, failed=True, msg="%s" % error)
        except AnsibleConnectionFailure as error:
            # Failed as well: Ansible begins the next batch where a host of this one is only out of reach, with max_fail_percentage and
            # with any_errors_fatal.
            result.update(failed=True, unreachable=True, msg="%s" % error)
        return result

    def _arguments(self):
        checked = ArgumentSpecValidator(BOND, required_if=REQUIRED).validate(self._task.args)
        given = checked.validated_parameters
        why = " ".join(("Unsupported parameters: " if isinstance(error, UnsupportedError) else "") + error.msg for error in checked.errors)
        why = why or why_not(given)
        if why:
            raise TaskFailed(why)
        return given

    def _see_that_hosts_differ(self):
        """Before anything is done: a second host with the address of another cuts off both."""
        hosts, left, batch = [self.task_vars.get("ansible_play_" + which) or [] for which in ("hosts_all", "hosts", "batch")]
        # Once is enough, as it costs each host the variables of all. Where the play has an order of its own, the lists do not tell which
        # batch is the first.
        if batch[:1] != left[:1] and self._task.play.order in (None, "inventory"):
            return
        # In check mode all hosts are one batch, and nothing happens to the others meanwhile: the first one looks.
        lookers = left[:1] if self._task.check_mode else batch
        if self.task_vars.get("inventory_hostname") not in lookers or not self.given["unique"]:
            return
        known = self.task_vars["hostvars"]
        shared = []
        for name in self.given["unique"]:
            having = {}
            for host in hosts:
                having.setdefault(plain(known[host].get(name, "")), []).append(host)
            shared += ["%s %s (%s)" % (name, value, ", ".join(them[:SHOWN_HOSTS] + ["..."] * (len(them) > SHOWN_HOSTS)))
                       for value, them in having.items() if value and len(them) > 1]
        if shared:
            raise TaskFailed("More than one host has %s." % "; ".join(shared))

    def _prepare(self, result):
        """What is found out without changing anything. Who is out of reach here, or is not let in by sudo, has not begun anything."""
        self.args = dict(self._task.args)
        if self.given["state"] == "present":
            plan = self.given["plan"]
            if self.given["choose"] is not None:
                plan = self._chosen(plan, result)
            if self.given["rehearse"]:
                self._rehearse(plan, result)
            self.args["plan"] = plan
        if not self.host.is_admitted:
            self.host.run("true")
        if self._connection._shell.tmpdir is None and not self._is_pipelining_enabled("new"):
            # A full disk is found out here too. Ansible calls it a lost connection.
            self._make_tmp_path()

    def _chosen(self, plan, result):
        status, nics, err = self.host.ask(["nics", "--json"])
        if status != 0 or not isinstance(nics, list):
            raise TaskFailed("bondctl nics failed: %s" % (err or "it did not answer in JSON"))
        result["chosen"], why = choose(nics, self.given["choose"], plan["name"])
        if why:
            raise TaskFailed(why, chosen=result["chosen"])
        return dict(plan, slaves=[{"name": name} for name in result["chosen"]])

    def _rehearse(self, plan, result):
        seen, fails, impossible = rehearsal.judge(*self.host.ask(rehearsal.words(), plan, rehearsal.PATIENCE))
        if fails or (impossible and self.given["rehearse_required"]):
            raise TaskFailed(fails or impossible, **seen)
        result.update(seen)
        if impossible:
            result.setdefault("warnings", []).append(impossible)
        self.tell("rehearsed", **dict((name, value) for name, value in seen.items() if name != "rehearsal"))

    def _module(self, args):
        return self._execute_module(module_name=MODULE, module_args=args, task_vars=self.task_vars)

    def _change(self, result):
        self.began = time.time()
        longest = self.began + PATIENCE + self.given["confirm_within"]
        try:
            answer = self._module(self.args)
        except AnsibleError as error:
            # Not only that the connection is lost: sudo may take long on a host whose network has just changed.
            if self._task.check_mode:
                raise
            return self._settle(result, {}, longest, "%s" % error)
        if answer.get("failed") and not self._task.check_mode and may_have_begun(answer):
            return self._settle(result, {}, longest, why_failed(answer))
        result.update(answer, warnings=result.get("warnings", []) + answer.get("warnings", []))
        transaction = result.get("transaction") or {}
        # In check mode it is another one's that waits: the module has told that it would be kept.
        if result.get("failed") or self._task.check_mode or transaction.get("state") != "awaiting-confirm":
            return None
        self.tell("applied")
        # The host's own deadline counts from its answer on.
        left = min(number(transaction.get("seconds-left"), self.given["confirm_within"]), self.given["confirm_within"])
        return self._settle(result, transaction, time.time() + left, "no time was left")

    def tell(self, state, **more):
        """Says so to a program that follows the play: no callback is called in the middle of a task."""
        if constants.config.get_config_value("DEFAULT_STDOUT_CALLBACK") == FOLLOWED_BY:
            Display().display(json.dumps({"type": "state", "host": self.task_vars.get("inventory_hostname", ""), "state": state,
                                          "result": more}))

    def _gate(self, result):
        """Waits until the bond is as it should be. The module has looked once, when it was done."""
        wanted = self.given["verdicts"]
        if result.get("failed") or self._task.check_mode or not wanted or self.given["state"] != "present":
            return
        deadline, is_told = time.time() + self.given["verdict_within"], False
        while [bond.get("verdict") in wanted for bond in result.get("bonds", [])] != [True]:
            if time.time() >= deadline:
                why = result.get("unseen") or " ".join(held(bond) for bond in result.get("bonds", []))
                raise TaskFailed(why or "The bond is not there.")
            if not is_told and result.get("changed"):
                self.tell("confirmed")
                is_told = True
            time.sleep(PAUSE)
            result.update(self._look())

    def _look(self):
        try:
            status, seen, err = self.host.ask(["bonds", "--json"])
        except (AnsibleError, TaskFailed) as error:
            status, seen, err = 1, None, "%s" % error
        if status != 0 or not isinstance(seen, list):
            return {"bonds": [], "unseen": "The bond could not be looked at: %s" % (err or "no answer")[:LONGEST]}
        return {"bonds": [bond for bond in seen if isinstance(bond, dict) and bond.get("name") == self._name()], "unseen": ""}

    def _test_failover(self, result):
        limit, name = self.given["failover_limit"], self._name()
        if limit is None or result.get("failed") or self._task.check_mode or not result.get("changed") or self.given["state"] != "present":
            return
        try:
            answer = self.host.ask(failover.words(name, [self.given["ping"]], limit=limit), patience=failover.PATIENCE)
        except AnsibleError as error:
            raise TaskFailed("The change is kept. Its failover test could not be followed: %s" % error)
        seen, fails = failover.judge(name, *answer)
        if fails:
            raise TaskFailed(fails, **seen)
        result.update(seen)

    def _name(self):
        return self.given["name"] or (self.given["plan"] or {}).get("name")

    def _settle(self, result, transaction, deadline, why):
        """Keeps the change over a new connection. Otherwise says what has become of it, as far as that can be known.

        transaction is empty where the connection was lost before the host answered: then it may not have begun."""
        how = OUT_OF_REACH
        while time.time() < deadline + AFTERWARDS:
            try:
                answer = self._confirm()
                now = answer.get("transaction") or {}
                state = now.get("state")
                # The confirmation itself may have come to its end when its answer was lost.
                is_known = bool(transaction) and now.get("id") == transaction.get("id")
                age = number(answer.get("age"), time.time())
                is_own = is_known or answer.get("changed") or age <= time.time() - self.began + SLACK
                if is_own and state == "done":
                    result.update(changed=True, transaction=now, bonds=answer.get("bonds", []), unseen=answer.get("unseen", ""))
                    return
                if is_own and state in ("rolled-back", "failed"):
                    has = "has reverted the change by itself" if state == "rolled-back" else "could not revert the change"
                    raise TaskFailed("The host %s (%s). It %s in time: %s" % (
                        has, ("%s" % (now.get("reason") or "")).rstrip("."), how, why), transaction=now)
                if state in ("none", "done", "rolled-back", "failed"):
                    raise TaskFailed(answer.get("msg") or "The host has begun no change (%s)." % why,
                                     transaction=now if answer.get("msg") else {})
                why = why_failed(answer) if answer.get("failed") else "the change is not in force yet"
                how = REACHED if answer.get("rc", 0) >= 0 else OUT_OF_REACH
            except AnsibleError as error:
                why, how = "%s" % error, OUT_OF_REACH
                if not isinstance(error, AnsibleConnectionFailure):
                    # The folder for temporary files may be what is wrong.
                    self._connection._shell.tmpdir = None
            time.sleep(1)
        raise TaskFailed(
            "The host %s (%s). Its deadline has passed: as far as can be known from here, it has reverted by itself what it had changed, "
            "unless a confirmation arrived of which it could not tell any more." % (how, why),
            unreachable=how != REACHED, transaction=transaction or {"state": "awaiting-confirm"})

    def connect_anew(self):
        if hasattr(self._connection, "reset"):
            self._connection.reset()

    def cleanup(self, force=False):
        try:
            super(ActionModule, self).cleanup(force)
        except AnsibleError as error:
            # What has become of the change stays told.
            Display().warning("The folder for temporary files could not be removed: %s" % error)

    def _confirm(self):
        self.connect_anew()
        return self._module({"bondctl": self.given["bondctl"], "state": "confirmed", "name": self._name(), "verdicts": self.given["verdicts"]})
