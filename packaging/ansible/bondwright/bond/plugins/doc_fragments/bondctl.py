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
