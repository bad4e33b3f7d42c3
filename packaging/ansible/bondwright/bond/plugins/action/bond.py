# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Applies on the host, then confirms over a new connection: what cannot be reached any more must not stay."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import json
import time

from ansible import constants
from ansible.errors import AnsibleConnectionFailure
from ansible.plugins.action import ActionBase
from ansible.utils.display import Display
from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import LONGEST, VERDICTS
from ansible_collections.bondwright.bond.plugins.plugin_utils.bundle import Bundle, BundleError

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
# bondctl on the host has ended or hangs: what it has begun goes on without it.
LEFT_ALONE = ("serve.ended", "serve.timeout")


def held(bond):
    """Why the gate does not open, as the host says it."""
    words = (bond.get("name"), "is %s." % bond.get("verdict"), bond.get("cause") or "", bond.get("next_step") or "")
    return " ".join(("%s" % word)[:LONGEST] for word in words if word)


class ActionModule(ActionBase):
    TRANSFERS_FILES = False

    def run(self, tmp=None, task_vars=None):
        result = super(ActionModule, self).run(tmp, task_vars)
        self.verdicts, why = self._wanted_verdicts()
        if why:
            result.update(failed=True, msg=why)
            return result
        if self._task.args.get("bundle"):
            try:
                return Bundle(self, task_vars, self._task.check_mode).run(result)
            except BundleError as error:
                result.update(failed=True, msg=str(error))
                return result
        return self._gate(self._change(result, task_vars), task_vars)

    def _wanted_verdicts(self):
        """And why they cannot be: before anything is changed."""
        given = self._task.args.get("verdicts") or []
        wanted = [word.strip() for word in given.split(",")] if isinstance(given, str) else given
        if not isinstance(wanted, list) or [word for word in wanted if word not in VERDICTS]:
            return [], "verdicts is a list of these words: %s. It is: %s" % (", ".join(VERDICTS), ("%s" % (given,))[:LONGEST])
        return wanted, ""

    def _change(self, result, task_vars):
        # Who is out of reach here has not begun anything; from now on he may have.
        self._low_level_execute_command("true", sudoable=False)
        self.began = time.time()
        within = int(self._task.args.get("confirm_within", 60))
        longest = self.began + PATIENCE + within
        try:
            answer = self._execute_module(module_name=MODULE, module_args=self._task.args, task_vars=task_vars)
        except AnsibleConnectionFailure as error:
            if self._task.check_mode:
                raise
            return self._settle(result, {}, longest, "%s" % error, task_vars)
        if answer.get("failed") and not self._task.check_mode:
            if answer.get("rc", 0) < 0:
                # To Ansible that is a module without an answer.
                return self._settle(result, {}, longest, "ssh here was ended by signal %d" % -answer["rc"], task_vars)
            if answer.get("code") in LEFT_ALONE:
                return self._settle(result, {}, longest, answer.get("msg", ""), task_vars)
        result.update(answer)
        transaction = result.get("transaction") or {}
        if result.get("failed") or transaction.get("state") != "awaiting-confirm":
            return result
        self.tell("applied", task_vars)
        # The host's own deadline counts from its answer on.
        return self._settle(result, transaction, time.time() + transaction.get("seconds-left", 0), "no time was left", task_vars)

    def tell(self, state, task_vars):
        """Says so to a program that follows the play: no callback is called in the middle of a task."""
        if constants.config.get_config_value("DEFAULT_STDOUT_CALLBACK") == FOLLOWED_BY:
            Display().display(json.dumps({"type": "state", "host": (task_vars or {}).get("inventory_hostname", ""), "state": state}))

    def _gate(self, result, task_vars):
        """Waits until the bond is as it should be. The module has looked once, when it was done."""
        if result.get("failed") or self._task.check_mode or not self.verdicts or self._task.args.get("state", "present") != "present":
            return result
        deadline, is_told = time.time() + int(self._task.args.get("verdict_within", 60)), False
        while [bond.get("verdict") in self.verdicts for bond in result.get("bonds", [])] != [True]:
            if time.time() >= deadline:
                why = result.get("unseen") or " ".join(held(bond) for bond in result.get("bonds", []))
                result.update(failed=True, msg=why or "The bond is not there.")
                break
            if not is_told and result.get("changed"):
                self.tell("confirmed", task_vars)
                is_told = True
            time.sleep(PAUSE)
            result.update(self._look(task_vars))
        return result

    def _look(self, task_vars):
        try:
            seen = self._execute_module(module_name="bondwright.bond.bond_info", module_args=dict(self._bondctl(), gather=["bonds"]),
                                        task_vars=task_vars)
        except AnsibleConnectionFailure as error:
            seen = {"failed": True, "msg": "%s" % error}
        if seen.get("failed") or not isinstance(seen.get("bonds"), list):
            why = "%s" % (seen.get("msg") or seen.get("module_stderr") or "no answer")
            return {"bonds": [], "unseen": "The bond could not be looked at: %s" % why[:LONGEST]}
        return {"bonds": [bond for bond in seen["bonds"] if isinstance(bond, dict) and bond.get("name") == self._name()], "unseen": ""}

    def _bondctl(self):
        return dict((name, value) for name, value in self._task.args.items() if name == "bondctl")

    def _name(self):
        plan = self._task.args.get("plan")
        return self._task.args.get("name") or (plan.get("name") if isinstance(plan, dict) else None)

    def _settle(self, result, transaction, deadline, why, task_vars):
        """Keeps the change over a new connection. Otherwise says what has become of it, as far as that can be known.

        transaction is empty where the connection was lost before the host answered: then it may not have begun."""
        while time.time() < deadline + AFTERWARDS:
            try:
                answer = self._confirm(task_vars)
                now = answer.get("transaction") or {}
                state = now.get("state")
                # The confirmation itself may have come to its end when its answer was lost.
                is_known = bool(transaction) and now.get("id") == transaction.get("id")
                is_own = is_known or answer.get("changed") or answer.get("age", time.time()) <= time.time() - self.began + SLACK
                if is_own and state == "done":
                    result.update(changed=True, transaction=now, bonds=answer.get("bonds", []), unseen=answer.get("unseen", ""))
                    return result
                if is_own and state in ("rolled-back", "failed"):
                    has = "has reverted the change by itself" if state == "rolled-back" else "could not revert the change"
                    result.update(failed=True, transaction=now, msg=(
                        "The host %s (%s). It could not be reached over a new connection in time: %s" % (
                            has, now.get("reason", "").rstrip("."), why)))
                    return result
                if state in ("none", "done", "rolled-back", "failed"):
                    result.update(failed=True, transaction=now if answer.get("msg") else {}, msg=(
                        answer.get("msg") or "The host has begun no change: the connection was lost before (%s)." % why))
                    return result
                why = answer.get("msg") or answer.get("module_stderr") or "no answer"
            except AnsibleConnectionFailure as error:
                why = "%s" % error
            time.sleep(1)
        result.update(failed=True, unreachable=False, transaction=transaction or {"state": "awaiting-confirm"}, msg=(
            "The host could not be reached over a new connection (%s). Its deadline has passed: as far as can be known from here, it has "
            "reverted by itself what it had changed, unless a confirmation arrived of which it could not tell any more." % why))
        return result

    def _confirm(self, task_vars):
        args = dict(self._bondctl(), state="confirmed", verdicts=self.verdicts)
        if self._name():
            args["name"] = self._name()
        if hasattr(self._connection, "reset"):
            self._connection.reset()
        # The folder for temporary files was the old connection's.
        self._connection._shell.tmpdir = None
        return self._execute_module(module_name=MODULE, module_args=args, task_vars=task_vars)
