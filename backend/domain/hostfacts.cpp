// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/hostfacts.h"

#include <algorithm>

namespace bondwright
{

const NicFacts *HostFacts::nic(QStringView name) const
{
    const auto it = std::find_if(nics.cbegin(), nics.cend(), [name](const NicFacts &nic) { return nic.name == name; });
    return it == nics.cend() ? nullptr : &*it;
}

} // namespace bondwright
