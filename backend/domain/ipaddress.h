// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <array>
#include <initializer_list>
#include <optional>
#include <span>

namespace bondwright
{

/// An IPv4 or IPv6 address. Only the written forms that every tool of the host reads alike are taken:
/// four decimal numbers without leading zeros, or RFC 4291 text without a zone ("%eth0").
class IpAddress final
{
public:
    enum class Family : quint8 { V4, V6 };

    static std::optional<IpAddress> fromString(QStringView text);
    /// Of 4 or 16 bytes in network order; nothing of any other number.
    static std::optional<IpAddress> fromBytes(std::span<const std::byte> bytes);

    Family family() const { return m_family; }
    /// Network order; IPv4 uses the first four.
    const std::array<quint8, 16> &bytes() const { return m_bytes; }
    int bits() const { return m_family == Family::V4 ? 32 : 128; }
    /// Canonical: RFC 5952 for IPv6.
    QString toString() const;
    bool isUnspecified() const;
    bool isLoopback() const;
    bool isMulticast() const;
    bool isBroadcast() const; ///< 255.255.255.255
    bool isLinkLocal() const; ///< 169.254/16, fe80::/10
    /// Whether both addresses agree in their first @p prefix bits; never across families.
    bool sharesPrefix(const IpAddress &other, int prefix) const;
    /// Whether all bits after the prefix are zero (the network itself) or one (its broadcast address).
    bool hostBitsAllZero(int prefix) const;
    bool hostBitsAllOne(int prefix) const;

    friend bool operator==(const IpAddress &, const IpAddress &) = default;

private:
    bool bit(int index) const;

    Family m_family = Family::V4;
    std::array<quint8, 16> m_bytes{}; ///< network order; IPv4 uses the first four
};

/// Canonical; empty where there is no address.
QString textOf(const std::optional<IpAddress> &address);
QStringList textsOf(const QList<IpAddress> &addresses);

/// "192.168.1.11/24": an address and how many leading bits name its network.
struct IpNetwork {
    IpAddress address;
    int prefix = 0; ///< 0–32 or 0–128

    /// The part after the slash must be a decimal number in range; without a slash the address alone
    /// is a network of its full length.
    static std::optional<IpNetwork> fromString(QStringView text);
    /// All addresses of the family: where a default route leads.
    static IpNetwork any(IpAddress::Family family);
    QString toString() const;
    bool isAny() const { return prefix == 0; }
    bool contains(const IpAddress &other) const { return address.sharesPrefix(other, prefix); }

    friend bool operator==(const IpNetwork &, const IpNetwork &) = default;
};

/// The addresses of an interface, in the kernel's order. Texts that are no addresses are left out.
class IpNetworks final : public QList<IpNetwork>
{
public:
    IpNetworks() = default;
    IpNetworks(const QStringList &texts);
    IpNetworks(std::initializer_list<QString> texts)
        : IpNetworks(QStringList(texts))
    {
    }

    QStringList toStrings() const;
    IpNetworks ofFamily(IpAddress::Family family) const;
};

} // namespace bondwright
