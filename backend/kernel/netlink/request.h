// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/netlink/bytes.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace bondwright::kernel::netlink
{

/// Builds one netlink message: header, fixed structure, attributes.
class Request
{
public:
    /// @param flags NLM_F_*; NLM_F_REQUEST is added
    Request(std::uint16_t type, std::uint16_t flags);

    /// The fixed structure (ifinfomsg, rtmsg, …); once, before any attribute of the message or of a nest that has one.
    template <typename T>
    Request &fixed(const T &structure)
    {
        return append(&structure, sizeof(T));
    }
    Request &add(std::uint16_t type, Bytes payload);
    Request &addU8(std::uint16_t type, std::uint8_t value) { return addValue(type, value); }
    Request &addU16(std::uint16_t type, std::uint16_t value) { return addValue(type, value); }
    Request &addU32(std::uint16_t type, std::uint32_t value) { return addValue(type, value); }
    /// Text with the terminating NUL.
    Request &addText(std::uint16_t type, const QByteArray &text);
    Request &addBytes(std::uint16_t type, const QByteArray &bytes);
    Request &beginNest(std::uint16_t type);
    /// A structure whose first 16 bits are its own length with all that follows it (rtnexthop); endNest() ends it.
    template <typename T>
    Request &beginSized(const T &structure)
    {
        m_nests.push_back(m_bytes.size());
        return fixed(structure);
    }
    Request &endNest();

    void setSequence(std::uint32_t sequence);
    bool isDump() const;
    bool wantsAcknowledgement() const;
    Bytes bytes() const { return m_bytes; }

private:
    template <typename T>
    Request &addValue(std::uint16_t type, T value)
    {
        return add(type, std::as_bytes(std::span(&value, 1)));
    }
    Request &append(const void *data, std::size_t size);
    void finish();

    std::vector<std::byte> m_bytes;
    std::vector<std::size_t> m_nests;
};

} // namespace bondwright::kernel::netlink
