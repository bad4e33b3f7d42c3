// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <tl/expected.hpp>

namespace bondwright::helper
{

/// A program that takes one request over a socket, answers and ends. systemd starts a unit of it for each connection,
/// with few rights; where systemd does not run it is a child with all of the helper's.
class SocketProgram final : public QObject
{
    Q_OBJECT
public:
    struct Place {
        QByteArray socket; ///< of the unit, e.g. "/run/bondwright-listener"
        QString program; ///< for the child
        QStringList arguments = {};
    };
    using Done = std::function<void(const QByteArray &output)>;

    /// @param maxOutput bytes of one answer; one that is longer is given up there
    SocketProgram(Place place, qsizetype maxOutput, QObject *parent = nullptr);

    /// @param request fits the socket's buffer (usually 208 KiB)
    /// @return the system's words if the program cannot be started; else @p done follows
    tl::expected<void, QString> ask(const QByteArray &request, Done done);
    int running() const { return m_running; }

private:
    tl::expected<int, QString> startChild();
    void read(int descriptor, Done done);

    Place m_place;
    qsizetype m_maxOutput;
    int m_running = 0;
};

} // namespace bondwright::helper
