#!/usr/bin/python
# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# GNU General Public License v3.0+ (see https://www.gnu.org/licenses/gpl-3.0.txt)
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
module: bond_rehearse
short_description: Try a plan in the host's own kernel, without touching the host
description:
  - Runs C(bondctl rehearse) on the managed host. The bond is made in network namespaces of its own, with virtual NICs and a virtual
    switch, and every cable is pulled once. Nothing is configured outside of them, in any mode.
  - The task fails if the plan does not work in this kernel.
options:
  plan:
    description:
      - As M(bondwright.bond.bond) takes it.
    type: dict
    required: true
  switch:
    description:
      - What the cables lead to. V(as-planned) is what the mode needs.
    type: str
    choices: [as-planned, none, static, lacp, two]
    default: as-planned
  required:
    description:
      - Whether a host that cannot rehearse fails as well (no user namespaces, driver not loaded). Otherwise it is a warning.
    type: bool
    default: false
extends_documentation_fragment:
  - bondwright.bond.bondctl
  - bondwright.bond.bondctl.looks
"""

EXAMPLES = r"""
- name: Rehearse the plan
  bondwright.bond.bond_rehearse:
    plan:
      name: bond0
      mode: 802.3ad
      options: {miimon: "100"}
      slaves: [{name: eth0}, {name: eth1}]
  register: rehearsal
"""

RETURN = r"""
rehearsal:
  description: As C(bondctl rehearse --json) tells it.
  returned: always
  type: dict
failover_ms:
  description: The longest outage while a cable was pulled, or nothing if none was.
  returned: when it was rehearsed
  type: float
outcome:
  description: V(passed), V(failed) or V(not-possible).
  returned: always
  type: str
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.bondwright.bond.plugins.module_utils import rehearsal
from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import ARGUMENT, answer


def main():
    module = AnsibleModule(argument_spec=dict(
        ARGUMENT, plan={"type": "dict", "required": True}, required={"type": "bool", "default": False},
        switch={"type": "str", "choices": ["as-planned", "none", "static", "lacp", "two"], "default": "as-planned"}),
        supports_check_mode=True)
    said = answer(module, rehearsal.words(module.params["switch"]), module.params["plan"], rehearsal.PATIENCE)
    result, fails, impossible = rehearsal.judge(*said)
    result["changed"] = False
    if fails or (impossible and module.params["required"]):
        module.fail_json(msg=fails or impossible, **result)
    if impossible:
        module.warn(impossible)
    module.exit_json(**result)


if __name__ == "__main__":
    main()
