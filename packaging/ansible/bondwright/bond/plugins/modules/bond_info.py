#!/usr/bin/python
# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# GNU General Public License v3.0+ (see https://www.gnu.org/licenses/gpl-3.0.txt)
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
module: bond_info
short_description: Bonds, NICs and the pending change of a host
description:
  - Asks Bondwright on the managed host. Changes nothing.
  - With O(choose) it names the NICs that a rule means on this host, so that one plan fits hosts whose NICs have other names.
options:
  bond:
    description:
      - The bond that the NICs are chosen for.
    type: str
    default: ""
  gather:
    description:
      - What is asked for. Each takes the host a fraction of a second.
    type: list
    elements: str
    choices: [bonds, nics, status]
    default: [bonds, nics, status]
extends_documentation_fragment:
  - bondwright.bond.bondctl
  - bondwright.bond.bondctl.choose
  - bondwright.bond.bondctl.looks
"""

EXAMPLES = r"""
- name: Look at the bonds
  bondwright.bond.bond_info:
    gather: [bonds]
  register: look

- name: Stop at a bond that is not healthy
  ansible.builtin.assert:
    that: look.bonds | rejectattr('verdict', 'equalto', 'healthy') | list | length == 0

- name: Both ports of the 10 Gbit/s adapter
  bondwright.bond.bond_info:
    bond: bond0
    choose:
      driver: ixgbe
      link: true
      speed: 10000
      count: 2
  register: look
"""

RETURN = r"""
bonds:
  description: As C(bondctl bonds --json) tells them, with verdict, cause and next step.
  returned: if O(gather) has it
  type: list
  elements: dict
nics:
  description: As C(bondctl nics --json) tells them.
  returned: if O(gather) has it, and with O(choose)
  type: list
  elements: dict
status:
  description: As C(bondctl status --json) tells it; empty where the helper does not answer.
  returned: if O(gather) has it
  type: dict
chosen:
  description: Names of the NICs that fit the rule, in the host's order.
  returned: with O(choose)
  type: list
  elements: str
slaves:
  description: The same as a plan has them.
  returned: with O(choose)
  type: list
  elements: dict
  sample: [{name: eth0}, {name: eth1}]
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import ARGUMENT, ask
from ansible_collections.bondwright.bond.plugins.module_utils.choose import RULE, choose


def main():
    module = AnsibleModule(argument_spec=dict(
        ARGUMENT, choose={"type": "dict", "options": RULE}, bond={"type": "str", "default": ""},
        gather={"type": "list", "elements": "str", "choices": ["bonds", "nics", "status"], "default": ["bonds", "nics", "status"]}),
        supports_check_mode=True)
    wanted = set(module.params["gather"] + (["nics"] if module.params["choose"] is not None else []))
    result = dict((name, ask(module, [name, "--json"], optional=name == "status")) for name in sorted(wanted))
    result["changed"] = False
    if module.params["choose"] is not None:
        result["chosen"], why = choose(result["nics"], module.params["choose"], module.params["bond"])
        result["slaves"] = [{"name": name} for name in result["chosen"]]
        if why:
            module.fail_json(msg=why, **result)
    module.exit_json(**result)


if __name__ == "__main__":
    main()
