# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which NICs of a host a rule means. Pure."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type

import fnmatch

from ansible_collections.bondwright.bond.plugins.module_utils.bondctl import UNFIT

RULE = {
    "names": {"type": "list", "elements": "str"},
    "macs": {"type": "list", "elements": "str"},
    "slots": {"type": "list", "elements": "str"},
    "driver": {"type": "str"},
    "speed": {"type": "int"},
    "link": {"type": "bool"},
    "free": {"type": "bool", "default": True},
    "same_switch": {"type": "bool", "default": False},
    "count": {"type": "int"},
}


def matches(patterns, value):
    return any(fnmatch.fnmatchcase((value or "").lower(), pattern.lower()) for pattern in patterns)


def fits(nic, rule, bond):
    """Whether a NIC, as `bondctl nics --json` tells it, fits. Slaves of that bond count as free: the second run finds them."""
    if nic.get("kind") not in ("physical", "veth"):
        return False
    mac = nic.get("permanent_mac") or nic.get("mac")
    for key, value in (("names", nic.get("name")), ("macs", mac), ("slots", nic.get("bus"))):
        if rule.get(key) is not None and not matches(rule[key], value):
            return False
    if rule.get("driver") is not None and nic.get("driver") != rule["driver"]:
        return False
    if rule.get("speed") is not None and (nic.get("speed") or 0) < rule["speed"]:
        return False
    if rule.get("link") is not None and bool(nic.get("carrier")) != rule["link"]:
        return False
    own = bool(bond) and nic.get("master") == bond
    return own or not rule.get("free", True) or nic.get("use") == "free"


def on_one_switch(nics):
    """Those that LLDP has at the switch that most of them end at, and why there are none."""
    at = {}
    for nic in nics:
        if nic.get("switch"):
            at.setdefault(nic["switch"].get("chassis") or nic["switch"].get("system"), []).append(nic)
    most = sorted(at.values(), key=len, reverse=True)
    if not most:
        return [], "No NIC that fits is known to end at a switch (LLDP)."
    if len(most) > 1 and len(most[1]) == len(most[0]):
        return [], "As many NICs that fit end at one switch as at another: %s." % ", ".join(
            "%s (%s)" % (nic["name"], nic["switch"].get("system") or nic["switch"].get("chassis")) for group in most for nic in group)
    return most[0], ""


def choose(nics, rule, bond):
    """The names of the NICs, in the host's order, and why they are not enough or too many ("": they are right)."""
    try:
        return _choose(nics, rule, bond)
    except UNFIT:
        return [], "bondctl nics failed: its answer is not made as it should be"


def _choose(nics, rule, bond):
    fitting = [nic for nic in nics if fits(nic, rule, bond)]
    if rule.get("same_switch"):
        fitting, why = on_one_switch(fitting)
        if why:
            return [], why
    chosen = [nic["name"] for nic in fitting]
    wanted = rule.get("count")
    if wanted is None and not chosen:
        return chosen, "No NIC fits the rule."
    if wanted is not None and len(chosen) != wanted:
        fit = "1 NIC fits" if len(chosen) == 1 else "%d NICs fit" % len(chosen)
        return chosen, "%s the rule, not %d: %s." % (fit, wanted, ", ".join(chosen) or "none")
    return chosen, ""
