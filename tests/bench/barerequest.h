// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <sys/socket.h>

#include <vector>

/// The sampler's messages through the same system calls, and nothing done with the answers: what the kernel
/// alone costs. The socket stays in the network namespace that it was made in.
class BareRequest
{
public:
    BareRequest(const QList<int> &indexes, bool byDump);
    ~BareRequest();
    Q_DISABLE_COPY_MOVE(BareRequest)
    void run();

private:
    bool hasEnd(std::size_t got) const;

    int m_expected;
    int m_socket;
    qsizetype m_each = 0;
    QByteArray m_requests;
    std::vector<char> m_buffer;
    std::vector<mmsghdr> m_headers;
    std::vector<iovec> m_vectors;
};
