// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/formatid.h"

#include "domain/nametable.h"

#include <array>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

constexpr std::array formatNames{
    Named{FormatId::NetworkManager, "nm"_L1},   Named{FormatId::Ifcfg, "ifcfg"_L1},
    Named{FormatId::Networkd, "networkd"_L1},   Named{FormatId::Ifupdown, "ifupdown"_L1},
    Named{FormatId::Netplan, "netplan"_L1},     Named{FormatId::Nmstate, "nmstate"_L1},
    Named{FormatId::CloudInit, "cloudinit"_L1}, Named{FormatId::Wicked, "wicked"_L1},
    Named{FormatId::Dracut, "dracut"_L1},       Named{FormatId::Kickstart, "kickstart"_L1},
};

} // namespace

QString formatName(FormatId format)
{
    return nameIn(formatNames, format);
}

std::optional<FormatId> formatFromName(QStringView name)
{
    return valueIn(formatNames, name);
}

} // namespace bondwright
