#!/usr/bin/python
# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# GNU General Public License v3.0+ (see https://www.gnu.org/licenses/gpl-3.0.txt)
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = r"""
module: bond_test
short_description: Test the failover of a bond
description:
  - Runs C(bondctl test --auto) on the managed host. The helper there takes the link of each slave down and up in turn while a target is
    pinged, and gives it back by itself if the test is cut off.
  - The task fails if a failover fails or takes longer than O(limit).
options:
  name:
    description:
      - The bond.
    type: str
    required: true
  ping:
    description:
      - Addresses that are pinged during the test; the worst one counts.
    type: list
    elements: str
    required: true
  slaves:
    description:
      - Test only these. All slaves if left out.
    type: list
    elements: str
  limit:
    description:
      - The longest outage that passes, in ms. Left out, it follows from the bond's monitoring.
    type: int
attributes:
  check_mode:
    support: full
    description: The test is skipped, for it takes links down.
extends_documentation_fragment:
  - bondwright.bond.bondctl
  - bondwright.bond.bondctl.no_diff
"""

EXAMPLES = r"""
- name: No failover may take longer than half a second
  become: true
  bondwright.bond.bond_test:
    name: bond0
    ping: [192.0.2.254]
    limit: 500
"""

RETURN = r"""
test:
  description: As C(bondctl test --json) tells it.
  returned: when not in check mode
  type: dict
outage_ms:
  description: The longest outage of all slaves and targets.
  returned: when not in check mode
  type: float
"""

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.bondwright.bond.plugins.module_utils import failover
from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import ARGUMENT, answer


def main():
    module = AnsibleModule(argument_spec=dict(
        ARGUMENT, name={"type": "str", "required": True}, ping={"type": "list", "elements": "str", "required": True},
        slaves={"type": "list", "elements": "str"}, limit={"type": "int"}), supports_check_mode=True)
    if module.check_mode:
        module.exit_json(changed=False, skipped=True)
    given = module.params
    said = answer(module, failover.words(given["name"], given["ping"], given["slaves"] or [], given["limit"]), patience=failover.PATIENCE)
    result, fails = failover.judge(given["name"], *said)
    if fails:
        module.fail_json(msg=fails, changed=False, **result)
    module.exit_json(changed=False, **result)


if __name__ == "__main__":
    main()
