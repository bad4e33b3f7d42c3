// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <array>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::helper::test
{

namespace
{

const QString socketPath = u"/run/systemd/journal/socket"_s;

/// "NAME=value" of a datagram of sd_journal_send; values with line breaks come in another form and are passed over.
QByteArray fieldOf(const QByteArray &datagram, const QByteArray &name)
{
    for (const QByteArray &line : datagram.split('\n')) {
        if (line.startsWith(name + '='))
            return line.mid(name.size() + 1);
    }
    return {};
}

} // namespace

Journal::Journal(const QString &path)
{
    m_time.start();
    if (path.isEmpty())
        return;
    m_file = std::fopen(QFile::encodeName(path).constData(), "w");
    QDir().mkpath(u"/run/systemd/journal"_s);
    QFile::remove(socketPath);
    m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, QFile::encodeName(socketPath).constData(), sizeof(address.sun_path) - 1);
    if (m_file && ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0)
        m_thread = std::thread([this] { serve(); });
}

Journal::~Journal()
{
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
    if (m_thread.joinable())
        m_thread.join();
    if (m_socket >= 0)
        ::close(m_socket);
    if (m_file)
        std::fclose(m_file);
}

void Journal::write(const QByteArray &text)
{
    const std::lock_guard lock(m_mutex);
    if (!m_file)
        return;
    std::fprintf(m_file, "%9.3f %s\n", double(m_time.elapsed()) / 1000, text.constData());
    std::fflush(m_file);
}

void Journal::serve()
{
    std::array<char, 65536> buffer{};
    while (true) {
        const ssize_t size = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (size <= 0)
            return;
        const QByteArray datagram(buffer.data(), size);
        const QByteArray message = fieldOf(datagram, "MESSAGE");
        const QByteArray who = fieldOf(datagram, "SYSLOG_IDENTIFIER");
        if (!message.isEmpty())
            write(who + ": " + message);
    }
}

} // namespace bondwright::helper::test
