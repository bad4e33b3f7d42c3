// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/host/hostdetection.h"

#include <QList>

namespace bondwright::formats
{

/// A configuration format to choose for a host.
struct FormatChoice {
    FormatId format = FormatId::NetworkManager;
    int rhelMajor = 0; ///< of ifcfg only: 5–9

    friend bool operator==(const FormatChoice &, const FormatChoice &) = default;
};

/// All that are written, each ifcfg release separately. The given host's own comes first.
QList<FormatChoice> formatChoices(const HostConfiguration &host);

} // namespace bondwright::formats
