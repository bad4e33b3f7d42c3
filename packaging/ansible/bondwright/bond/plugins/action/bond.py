# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Applies on the host, then confirms over a new connection: what cannot be reached any more must not stay."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import time

from ansible.errors import AnsibleConnectionFailure
from ansible.plugins.action import ActionBase
from ansible_collections.bondwright.bond.plugins.plugin_utils.bundle import Bundle, BundleError

MODULE = "bondwright.bond.bond"


class ActionModule(ActionBase):
    TRANSFERS_FILES = False

    def run(self, tmp=None, task_vars=None):
        result = super(ActionModule, self).run(tmp, task_vars)
        if self._task.args.get("bundle"):
            try:
                return Bundle(self, task_vars, self._task.check_mode).run(result)
            except BundleError as error:
                result.update(failed=True, msg=str(error))
                return result
        result.update(self._execute_module(module_name=MODULE, module_args=self._task.args, task_vars=task_vars))
        transaction = result.get("transaction") or {}
        if result.get("failed") or transaction.get("state") != "awaiting-confirm":
            return result
        # The host's own deadline counts from its answer on; a margin for the confirmation itself.
        deadline = time.time() + max(1, transaction.get("seconds-left", 0) - 2)
        confirmed, why = self._confirm(deadline, task_vars)
        if confirmed is None:
            result.update(failed=True, unreachable=False, transaction=transaction, msg=(
                "The host could not be reached over a new connection (%s). It reverts the change by itself "
                "within %d s of the change." % (why, transaction.get("seconds-left", 0))))
        else:
            result["transaction"] = confirmed
        return result

    def _confirm(self, deadline, task_vars):
        """The transaction once it is kept, or None and the reason."""
        why = "no time was left"
        args = {"state": "confirmed"}
        if "bondctl" in self._task.args:
            args["bondctl"] = self._task.args["bondctl"]
        while time.time() < deadline:
            try:
                if hasattr(self._connection, "reset"):
                    self._connection.reset()
                # The folder for temporary files was the old connection's.
                self._connection._shell.tmpdir = None
                answer = self._execute_module(module_name=MODULE, module_args=args, task_vars=task_vars)
                if not answer.get("failed") and (answer.get("transaction") or {}).get("state") == "done":
                    return answer["transaction"], ""
                why = answer.get("msg") or answer.get("module_stderr") or "the change is not pending any more"
                if answer.get("transaction"):
                    break
            except AnsibleConnectionFailure as error:
                why = str(error)
            time.sleep(1)
        return None, why
