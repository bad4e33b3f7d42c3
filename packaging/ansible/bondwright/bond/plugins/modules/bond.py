#!/usr/bin/python
# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# GNU General Public License v3.0+ (see https://www.gnu.org/licenses/gpl-3.0.txt)
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
module: bond
short_description: Create, change or remove a bond, with an automatic rollback
description:
  - Hands a plan to Bondwright on the managed host. The change is verified against the kernel there and is reverted by the host
    itself unless it is confirmed in time.
  - Something is changed where the host would write a file, and where it says of a bond whose files are right already that it does not
    run so (C(config-drift), C(slave-missing) or C(slave-unexpected) in C(bondctl bonds --json)), or that there is none. Addresses of
    the running bond are not compared. Where the backend is C(runtime) there are no files to go by, so each run changes the bond.
  - With O(choose) the NICs that a rule means on the host replace the plan's. Only as a task of a play, and not with O(bundle).
  - As a task of a play, the action plugin of the same name confirms over a new connection. A host that cannot be reached afterwards
    fails the task and has its former configuration back by its deadline, whatever happened to Ansible.
options:
  state:
    description:
      - V(present) makes the bond as the plan says, V(absent) removes it and gives its NICs back what they had before,
        V(confirmed) keeps the change that is pending.
    type: str
    choices: [present, absent, confirmed]
    default: present
  name:
    description:
      - The bond. For O(state=absent); with O(state=present) it stands in the plan. With O(state=confirmed) only a change of this
        bond is kept.
    type: str
  plan:
    description:
      - What the bond shall be, as C(bondctl apply) takes it (docs/plan.schema.json). C(version) may be left out.
    type: dict
  unique:
    description:
      - Names of variables that no two hosts of the play may share, such as the one of their address. It is looked at before the first
        batch.
      - Only as a task of a play.
    type: list
    elements: str
    default: []
  rehearse:
    description:
      - Whether the plan is tried in the host's own kernel before anything is changed, as M(bondwright.bond.bond_rehearse) does. The task
        fails if it does not work there. With O(bundle) it is not.
      - Only as a task of a play.
    type: bool
    default: false
  rehearse_required:
    description:
      - Whether a host that cannot rehearse fails as well (no user namespaces, driver not loaded). Otherwise it is a warning.
    type: bool
    default: false
  backend:
    description:
      - Which service's configuration is written. V(auto) takes the one in charge of the host.
    type: str
    default: auto
  confirm_within:
    description:
      - Seconds until the host reverts a change that was not confirmed, 10 to 600.
    type: int
    default: 60
  ping:
    description:
      - An address that must answer once the change is in force.
    type: str
    default: ""
  verdicts:
    description:
      - The gate. The task fails unless the bond has one of these verdicts (V(healthy), V(degraded), ...) within O(verdict_within), once
        the change is kept or where nothing had to be changed. What was changed stays. Empty is no gate.
      - With O(bundle) the verdicts do not count, as nothing on the host tells one. There every link of the bond has to be up.
      - Only as a task of a play; the action plugin waits.
    type: list
    elements: str
    choices: [healthy, degraded, single-point-of-failure, lacp-not-negotiated, down, unknown]
    default: []
  verdict_within:
    description:
      - Seconds until the gate fails the task. Links, LACP and spanning tree need their time after a change.
    type: int
    default: 60
  failover_limit:
    description:
      - Where given, the failover of a bond that was changed is tested once its gate has opened, with this longest outage in ms, as
        M(bondwright.bond.bond_test) does. Needs O(ping). What was changed stays also where the test fails. With O(bundle) it is not
        tested.
      - Only as a task of a play.
    type: int
  bundle:
    description:
      - The release of RHEL, or of a rebuild of it, of a host that has neither C(bondctl) nor a Python for modules. The change then goes
        by the script of C(bondctl bundle), which is made on the controller and needs a shell alone.
      - Only for O(state=present), and only by the action plugin. O(backend) does not count.
    type: str
    choices: ["5", "6", "7", "8"]
  bundle_made_by:
    description:
      - The program on the controller that makes that script.
    type: str
    default: bondctl
attributes:
  check_mode:
    support: full
    description: Shows what would change, by the same preview that the change itself uses.
  diff_mode:
    support: full
    description: The files before and after.
extends_documentation_fragment:
  - bondwright.bond.bondctl
  - bondwright.bond.bondctl.choose
"""

EXAMPLES = r"""
- name: Bond the two NICs
  become: true
  bondwright.bond.bond:
    plan:
      name: bond0
      mode: active-backup
      options: {miimon: "100"}
      slaves: [{name: eth0}, {name: eth1}]
      ipv4: {method: manual, addresses: ["{{ bond_address }}"], gateway: 192.0.2.254}
    ping: 192.0.2.254

- name: The same on a host of RHEL 6, where nothing is installed
  become: true
  bondwright.bond.bond:
    plan:
      name: bond0
      mode: active-backup
      options: {miimon: "100"}
      slaves: [{name: eth0}, {name: eth1}]
      ipv4: {method: manual, addresses: ["{{ bond_address }}"], gateway: 192.0.2.254}
    ping: 192.0.2.254
    bundle: "6"

- name: Remove it again
  become: true
  bondwright.bond.bond:
    state: absent
    name: bond0
"""

RETURN = r"""
transaction:
  description: The change as the host knows it, or an empty dictionary if nothing had to be changed.
  returned: always
  type: dict
findings:
  description: What the host says about the plan.
  returned: with O(state=present)
  type: list
  elements: dict
bonds:
  description: The bond as M(bondwright.bond.bond_info) tells it.
  returned: with O(verdicts)
  type: list
  elements: dict
chosen:
  description: Names of the NICs that fit the rule, in the host's order.
  returned: with O(choose)
  type: list
  elements: str
rehearsal:
  description: As C(bondctl rehearse --json) tells it.
  returned: with O(rehearse)
  type: dict
outcome:
  description: Of the rehearsal, V(passed), V(failed) or V(not-possible).
  returned: with O(rehearse)
  type: str
failover_ms:
  description: The longest outage while a cable was pulled in the rehearsal, or nothing if none was.
  returned: when it was rehearsed
  type: float
test:
  description: As C(bondctl test --json) tells it.
  returned: with O(failover_limit), when something was changed
  type: dict
outage_ms:
  description: The longest outage of all slaves in the failover test.
  returned: with O(failover_limit), when something was changed
  type: float
refused:
  description: True where the host was reached, and did not let the task become root.
  returned: if it did not
  type: bool
untouched:
  description: True where the task failed before the host was asked to change anything, or where the host refused to.
  returned: if it did
  type: bool
unseen:
  description: Why the bond could not be looked at. It is looked at again until O(verdict_within) is over.
  returned: if it could not
  type: str
age:
  description: Seconds since the last change began, by the host's clock.
  returned: with O(state=confirmed), if no change was pending
  type: float
interruptions:
  description: What is interrupted by the change, and for how long.
  returned: with O(state=present) and O(state=absent)
  type: list
  elements: str
"""

import json
import time
import uuid

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.bondwright.bond.plugins.module_utils.arguments import BOND, REQUIRED
from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import UNFIT, look, number
from ansible_collections.bondwright.bond.plugins.module_utils.serve import Serve, ServeError

# DHCP, LACP at slow rate and spanning tree are waited for on the host: 60 s at most.
PATIENCE = 180
# Errors of a request to change that do not tell whether the helper has taken it up.
UNCERTAIN = ("serve.ended", "serve.timeout", "helper.unreachable")
# What the host says of a bond that is not as its configuration says.
DRIFT = ("config-drift", "slave-missing", "slave-unexpected")
# Of a member of the plan that the host does not know.
IGNORED = "plan.unknown-member"


def diff_of(files):
    return [{"before_header": one["path"], "after_header": one["path"],
             "before": one.get("old-text", "") if one.get("existed") else "",
             "after": "" if one.get("removed") else one.get("new-text", "")} for one in files]


def preview(serve, module):
    if module.params["state"] == "absent":
        configured = serve.request("configuration")
        names = [json.loads(plan).get("name") for plan in configured.get("plans", [])]
        is_configured = module.params["name"] in names
        # Where the backend is the kernel alone, one that no file tells of runs all the same.
        if not is_configured and not look(module, module.params["name"])[0]:
            return None
        try:
            seen = serve.request("preview-remove", bond=module.params["name"], backend=module.params["backend"])
        except ServeError as error:
            if is_configured or error.code in UNCERTAIN:
                raise
            return None
        return seen if is_configured or seen.get("backend") == "runtime" else None
    return serve.request("preview", plan=plan_of(module), backend=module.params["backend"])


def is_due(module, seen):
    """Whether anything is to be done. Where no file is, the host is asked once more: whether its bond runs as its files say."""
    if seen.get("files") or seen.get("backend") == "runtime":
        return True
    if module.params["state"] == "absent":
        return False
    bonds, why = look(module, module.params["plan"].get("name"))
    return not why and (not bonds or any(one.get("rule") in DRIFT for one in bonds[0].get("findings", [])))


def plan_of(module):
    plan = dict(module.params["plan"])
    plan.setdefault("version", 1)
    return json.dumps(plan)


def change(serve, module, known):
    options = {"backend": module.params["backend"], "confirm-within": module.params["confirm_within"],
               "ping-target": module.params["ping"]}
    request = uuid.uuid4().hex
    known.clear()
    try:
        if module.params["state"] == "absent":
            ticket = serve.request("remove", request=request, bond=module.params["name"], options=options)
        else:
            ticket = serve.request("apply", request=request, plan=plan_of(module), options=options)
    except ServeError as error:
        known["untouched"] = error.code not in UNCERTAIN
        raise
    return serve.wait_for_transaction(ticket["id"], ("awaiting-confirm",), PATIENCE)


def gate(module, name):
    """What the gate is about, in the same visit: one of its own would cost each batch seconds."""
    if not module.params["verdicts"]:
        return {}
    bonds, why = look(module, name)
    return dict({"bonds": bonds}, **({"unseen": why} if why else {}))


def confirm(serve, module):
    pending = serve.request("transaction")
    wanted = module.params["name"]
    if wanted and pending.get("bond") and pending["bond"] != wanted:
        module.exit_json(changed=False, transaction={"state": "none"}, msg="The change that is pending is of %s." % pending["bond"])
    if pending.get("state") != "awaiting-confirm":
        # By the clock of the host, which knows when it began.
        age = time.time() - number(pending.get("started-at"), 0) / 1000.0
        seen = gate(module, wanted) if pending.get("state") == "done" else {}
        module.exit_json(changed=False, transaction=pending, age=age, **seen)
    if not module.check_mode:
        # Without the token it is polkit that decides: root may.
        serve.request("confirm", id=pending["id"], token="")
        pending = serve.wait_for_transaction(pending["id"], ("done",), PATIENCE)
        if pending["state"] != "done":
            module.fail_json(msg="The change was not kept: %s" % pending.get("reason", ""), transaction=pending)
    module.exit_json(changed=True, transaction=pending, **gate(module, pending.get("bond")))


def run(module, known):
    """@param known: what a failure tells beside its words, so that the action plugin can tell whether a change may have begun"""
    with Serve(module.params["bondctl"]) as serve:
        if module.params["state"] == "confirmed":
            confirm(serve, module)
        seen = preview(serve, module)
        if seen is None:
            module.exit_json(changed=False, transaction={}, interruptions=[])
        findings = seen.get("findings", [])
        errors = [one["message"] + " " + one.get("advice", "") for one in findings if one.get("severity") == "error"]
        if errors:
            module.fail_json(msg=" ".join(errors), findings=findings, **known)
        for one in findings:
            if one.get("code") == IGNORED:
                module.warn("%s %s" % (one["message"], one.get("advice", "")))
        result = {"changed": is_due(module, seen), "transaction": {}, "findings": findings,
                  "interruptions": seen.get("interruptions", []), "diff": diff_of(seen.get("files", []))}
        if result["changed"] and not module.check_mode:
            result["transaction"] = change(serve, module, known)
            if result["transaction"]["state"] != "awaiting-confirm":
                module.fail_json(msg="The host reverted the change: %s %s" % (
                    result["transaction"].get("reason", ""), " ".join(result["transaction"].get("differences", []))), **result)
        elif not module.check_mode and module.params["state"] == "present":
            result.update(gate(module, module.params["plan"].get("name")))
        module.exit_json(**result)


def main():
    module = AnsibleModule(argument_spec=BOND, required_if=REQUIRED, supports_check_mode=True)
    known = {"untouched": True}
    try:
        run(module, known)
    except ServeError as error:
        module.fail_json(msg=error.text(), code=error.code, **known)
    except UNFIT as error:
        module.fail_json(msg="The answer of bondctl is not made as it should be: %s" % error, **known)


if __name__ == "__main__":
    main()
