// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/macaddress.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace bondwright
{

/// The MAC address that a plan gives its bond: a fixed one, the permanent one of a NIC, or none.
class BondMac final
{
public:
    BondMac() = default; ///< none: that of the first slave
    explicit BondMac(const MacAddress &address)
        : m_address(address)
    {
    }
    static BondMac ofNic(const QString &name);
    /// A MAC address or "permanent:<nic>"; none for any other text.
    static BondMac fromString(QStringView text);

    std::optional<QString> nic() const { return m_nic; }
    const MacAddress &address() const { return m_address; } ///< none for that of a NIC
    QString toString() const;

    friend bool operator==(const BondMac &, const BondMac &) = default;

private:
    std::optional<QString> m_nic;
    MacAddress m_address;
};

} // namespace bondwright
