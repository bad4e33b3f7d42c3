// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ipaddress.h"
#include "domain/macaddress.h"
#include "kernel/netlink/bytes.h"

#include <QString>

#include <linux/netlink.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>

namespace bondwright::kernel::netlink
{

/// One netlink attribute (struct nlattr) without its header.
struct Attribute {
    std::uint16_t type = 0; ///< without NLA_F_NESTED and NLA_F_NET_BYTEORDER
    Bytes payload;

    /// The payload as a number: any of the widths u8, u16, u32, u64; nullopt for any other length.
    std::optional<std::uint64_t> number() const;
    /// As number(), narrowed; nullopt also if it does not fit.
    template <typename T>
    std::optional<T> as() const
    {
        const auto value = number();
        if (!value || *value > std::uint64_t(std::numeric_limits<T>::max()))
            return std::nullopt;
        return T(*value);
    }
    /// Text up to the first NUL. What is not UTF-8 becomes U+FFFD: a name stays showable.
    QString text() const;
    /// Of 1 to 32 bytes (MAX_ADDR_LEN), else none.
    MacAddress hardwareAddress() const;
    /// Of 4 or 16 bytes, else none.
    std::optional<IpAddress> ipAddress() const;
};

/// The attributes in a stretch of bytes, one after the other. Iteration ends at the first header that
/// does not fit into what is left, so that no input makes it read outside or run forever. All inline: a
/// sample of the counters comes through here for each interface, several times a second.
class Attributes
{
public:
    class Iterator
    {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = Attribute;
        using iterator_category = std::input_iterator_tag;

        Iterator() = default;
        explicit Iterator(Bytes rest)
            : m_rest(rest)
        {
            read();
        }
        const Attribute &operator*() const { return m_current; }
        const Attribute *operator->() const { return &m_current; }
        Iterator &operator++()
        {
            // The last attribute need not be padded.
            const std::size_t length = NLA_ALIGN(NLA_HDRLEN + m_current.payload.size());
            m_rest = m_rest.subspan(std::min(length, m_rest.size()));
            read();
            return *this;
        }
        Iterator operator++(int)
        {
            Iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(std::default_sentinel_t) const { return m_atEnd; }

    private:
        void read()
        {
            const auto header = readAs<nlattr>(m_rest);
            m_atEnd = !header || header->nla_len < NLA_HDRLEN || header->nla_len > m_rest.size();
            if (m_atEnd)
                return;
            m_current.type = header->nla_type & NLA_TYPE_MASK;
            m_current.payload = m_rest.subspan(NLA_HDRLEN, header->nla_len - NLA_HDRLEN);
        }
        Bytes m_rest;
        Attribute m_current;
        bool m_atEnd = true;
    };

    explicit Attributes(Bytes bytes)
        : m_bytes(bytes)
    {
    }
    Iterator begin() const { return Iterator(m_bytes); }
    std::default_sentinel_t end() const { return {}; }
    /// The first of this type.
    std::optional<Attribute> find(std::uint16_t type) const
    {
        for (const Attribute &attribute : *this) {
            if (attribute.type == type)
                return attribute;
        }
        return std::nullopt;
    }

private:
    Bytes m_bytes;
};

} // namespace bondwright::kernel::netlink
