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
  choose:
    description:
      - The rule. A NIC has to fit all that is given.
    type: dict
    suboptions:
      names:
        description: Names or patterns such as V(enp*).
        type: list
        elements: str
      macs:
        description: Permanent addresses or patterns such as V(b4:96:91:*).
        type: list
        elements: str
      slots:
        description: Bus addresses or patterns such as V(0000:3b:*).
        type: list
        elements: str
      driver:
        description: The driver, such as V(ixgbe).
        type: str
      speed:
        description: The least speed in Mbit/s. A NIC without a link has none.
        type: int
      link:
        description: Whether there is a link.
        type: bool
      free:
        description: Only NICs that nothing uses, and the slaves that O(bond) has already.
        type: bool
        default: true
      same_switch:
        description: Only NICs whose cables end at the same switch, as LLDP tells it; of several, the one where most of them end.
        type: bool
        default: false
      count:
        description: How many have to fit; otherwise the task fails and names those that do. Without it any number above 0.
        type: int
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
