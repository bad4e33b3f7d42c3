// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <array>
#include <compare>
#include <cstddef>

namespace bondwright
{

/// The address of a link: six octets for Ethernet, up to 32 for others (20 for InfiniBand), or none at all.
class MacAddress final
{
public:
    static constexpr std::size_t maxOctets = 32; ///< MAX_ADDR_LEN

    MacAddress() = default; ///< none
    /// Six octets "aa:bb:cc:dd:ee:ff" in either case; single digits and '-' are refused, as the bonding driver
    /// refuses them (mac_pton). None for any other text.
    static MacAddress fromString(QStringView text);
    /// What the kernel printed of any kind of link: octets as above, as many as there are. None for any other text.
    static MacAddress fromKernelText(QStringView text);
    /// None for no octet or more than maxOctets.
    static MacAddress fromOctets(QByteArrayView octets);

    bool isEmpty() const { return m_size == 0; }
    bool isEthernet() const { return m_size == 6; }
    /// All octets are zero, as of LACP's partner before there is one.
    bool isZero() const;
    /// The group bit; such an address can never be a NIC's own.
    bool isMulticast() const { return (m_octets[0] & 1U) != 0; }
    /// Zero behind the last one.
    const std::array<quint8, maxOctets> &octets() const { return m_octets; }
    QByteArrayView bytes() const { return {m_octets.data(), qsizetype(m_size)}; }
    /// The kernel's form, lower case; empty for none.
    QString toString() const;

    // clang-tidy 14 takes the zero of a rewritten comparison for a pointer.
    friend auto operator<=>(const MacAddress &, const MacAddress &) = default; // NOLINT(modernize-use-nullptr)

private:
    std::array<quint8, maxOctets> m_octets{};
    quint8 m_size = 0;
};

} // namespace bondwright
