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
options:
  bondctl:
    description:
      - The program on the managed host.
    type: str
    default: bondctl
attributes:
  check_mode:
    support: full
    description: Nothing is changed in any mode.
  diff_mode:
    support: none
    description: There is nothing to compare.
requirements:
  - Bondwright on the managed host
author:
  - The Bondwright authors (@bondwright)
"""

EXAMPLES = r"""
- name: Look at the bonds
  bondwright.bond.bond_info:
  register: look

- name: Stop at a bond that is not healthy
  ansible.builtin.assert:
    that: look.bonds | rejectattr('verdict', 'equalto', 'healthy') | list | length == 0
"""

RETURN = r"""
bonds:
  description: As C(bondctl bonds --json) tells them, with verdict, cause and next step.
  returned: always
  type: list
  elements: dict
nics:
  description: As C(bondctl nics --json) tells them.
  returned: always
  type: list
  elements: dict
status:
  description: As C(bondctl status --json) tells it; empty where the helper does not answer.
  returned: always
  type: dict
"""

import json

from ansible.module_utils.basic import AnsibleModule


def ask(module, words, optional=False):
    status, out, err = module.run_command([module.params["bondctl"], "--lang", "en"] + words)
    if status != 0:
        if optional:
            return {}
        module.fail_json(msg="bondctl %s failed: %s" % (words[0], err.strip()))
    try:
        return json.loads(out)
    except ValueError:
        module.fail_json(msg="bondctl %s did not answer in JSON." % words[0])


def main():
    module = AnsibleModule(argument_spec={"bondctl": {"type": "str", "default": "bondctl"}}, supports_check_mode=True)
    module.exit_json(changed=False, bonds=ask(module, ["bonds", "--json"]), nics=ask(module, ["nics", "--json"]),
                     status=ask(module, ["status", "--json"], optional=True))


if __name__ == "__main__":
    main()
