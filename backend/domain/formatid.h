// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright
{

/// The formats in which hosts keep their bonds in files. Not all are in every build: see formats/formatlist.h.
enum class FormatId : quint8 {
    NetworkManager, ///< keyfiles
    Ifcfg,
    Networkd,
    Ifupdown,
    Netplan,
    Nmstate,
    CloudInit,
    Wicked,
    Dracut,
    Kickstart, ///< only written, by kickstartLines()
};
/// "nm", "ifcfg", …, as bondctl and the helper spell them.
QString formatName(FormatId format);
std::optional<FormatId> formatFromName(QStringView name);

} // namespace bondwright
