# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# GNU General Public License v3.0+ (see https://www.gnu.org/licenses/gpl-3.0.txt)
"""What the modules of the collection have in common."""
from __future__ import absolute_import, division, print_function

__metaclass__ = type


class ModuleDocFragment(object):
    # The option, and what has to be on the host.
    DOCUMENTATION = r"""
options:
  bondctl:
    description:
      - The program on the managed host.
    type: str
    default: bondctl
requirements:
  - Bondwright on the managed host
author:
  - The Bondwright authors (@bondwright)
"""

    # For modules that let a rule name NICs (module_utils.choose).
    CHOOSE = r"""
options:
  choose:
    description:
      - A rule that names NICs on the host. A NIC has to fit all that is given.
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
        description: Only NICs that nothing uses, and the slaves that the bond has already.
        type: bool
        default: true
      same_switch:
        description: Only NICs whose cables end at the same switch, as LLDP tells it; of several, the one where most of them end.
        type: bool
        default: false
      count:
        description: How many have to fit; otherwise the task fails and names those that do. Without it any number above 0.
        type: int
"""

    # For modules with nothing to show as a difference.
    NO_DIFF = r"""
attributes:
  diff_mode:
    support: none
    description: There is nothing to compare.
"""

    # For modules that only look.
    LOOKS = r"""
attributes:
  check_mode:
    support: full
    description: Nothing is changed in any mode.
  diff_mode:
    support: none
    description: There is nothing to compare.
"""
