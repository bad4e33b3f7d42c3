// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/linkwriter.h"
#include "kernel/netlink/socket.h"

#include <QList>
#include <QStringList>

/// A network of this process alone, with as many interfaces as a measurement needs.
class BenchNet
{
public:
    /// Enters a new user and network namespace, unless this already is root of a machine of its own.
    static bool enter(bool isLab);

    BenchNet();
    /// Adds cables (two interfaces each) until there are so many interfaces.
    bool growTo(int interfaces);
    /// Bonds of mode 1 with two slaves each out of the cables.
    bool addBonds(int count);
    const QList<int> &indexes() const { return m_indexes; }
    const QStringList &names() const { return m_names; }
    bondwright::kernel::LinkWriter &writer() { return *m_writer; }

private:
    bool addCable(int number);

    std::optional<bondwright::kernel::netlink::Socket> m_socket;
    std::optional<bondwright::kernel::LinkWriter> m_writer;
    QList<int> m_indexes;
    QStringList m_names;
};
