# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the module bond takes. The action plugin holds a task against it before anything is done, the module again on the host."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import VERDICTS
from ansible_collections.bondwright.bond.plugins.module_utils.choose import RULE

BOND = {
    "state": {"type": "str", "choices": ["present", "absent", "confirmed"], "default": "present"},
    "name": {"type": "str"},
    "plan": {"type": "dict"},
    "unique": {"type": "list", "elements": "str", "default": []},
    "choose": {"type": "dict", "options": RULE},
    "rehearse": {"type": "bool", "default": False},
    "rehearse_required": {"type": "bool", "default": False},
    "backend": {"type": "str", "default": "auto"},
    "confirm_within": {"type": "int", "default": 60},
    "ping": {"type": "str", "default": ""},
    "verdicts": {"type": "list", "elements": "str", "choices": VERDICTS, "default": []},
    "verdict_within": {"type": "int", "default": 60},
    "failover_limit": {"type": "int"},
    "bundle": {"type": "str", "choices": ["5", "6", "7", "8"]},
    "bundle_made_by": {"type": "str", "default": "bondctl"},
    "bondctl": {"type": "str", "default": "bondctl"},
}
REQUIRED = [("state", "present", ["plan"]), ("state", "absent", ["name"])]


def why_not(given):
    """Why arguments that fit BOND make no sense together ("": they do)."""
    plan = given["plan"]
    if plan is not None and not plan.get("name"):
        return "The plan has no name."
    if plan is not None and given["name"] not in (None, plan["name"]):
        return "name is %s, and the plan is of %s." % (given["name"], plan["name"])
    if not 10 <= given["confirm_within"] <= 600:
        return "confirm_within is 10 to 600 seconds."
    if given["failover_limit"] is not None and not 1 <= given["failover_limit"] <= 600000:
        return "failover_limit is 1 to 600000 ms."
    if given["failover_limit"] is not None and not given["ping"]:
        return "failover_limit needs ping: an outage is what a ping notices."
    if given["bundle"] and given["state"] != "present":
        return "By the bundle a bond with a plan can be made or changed, and nothing else."
    if given["bundle"] and given["choose"] is not None:
        return "Only a host with bondctl can choose its NICs; with bundle the plan names them."
    return ""
