// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "singleinstance.h"

#include <QDataStream>
#include <QLocalSocket>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright
{

namespace
{

constexpr int maxMessageBytes = 16 * 1024;
constexpr int patienceMs = 300; // a first one that hangs must not keep the second from starting

} // namespace

SingleInstance::SingleInstance(QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeConnection);
}

QString SingleInstance::socketName()
{
    QString display = qEnvironmentVariable("WAYLAND_DISPLAY", qEnvironmentVariable("DISPLAY", u"none"_s));
    for (QChar &letter : display) {
        if (!letter.isLetterOrNumber())
            letter = u'-';
    }
    const QString name = u"bondwright-%1-%2"_s.arg(getuid()).arg(display);
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return folder.isEmpty() ? name : folder + u'/' + name;
}

bool SingleInstance::handOver(const QStringList &arguments)
{
    QLocalSocket socket;
    socket.connectToServer(socketName());
    if (!socket.waitForConnected(patienceMs))
        return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream << arguments;
    socket.write(message);
    // Answered with one byte, so that arguments given to a dying program are not lost.
    return socket.waitForBytesWritten(patienceMs) && socket.waitForReadyRead(patienceMs);
}

void SingleInstance::listen()
{
    // What a crashed one left behind; handOver() has found nobody listening.
    QLocalServer::removeServer(socketName());
    m_server.listen(socketName());
}

void SingleInstance::takeConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            QDataStream stream(socket);
            stream.startTransaction();
            QStringList arguments;
            stream >> arguments;
            if (!stream.commitTransaction()) {
                if (socket->bytesAvailable() > maxMessageBytes)
                    socket->abort();
                return;
            }
            socket->write("1");
            socket->disconnectFromServer();
            Q_EMIT startedAgain(arguments);
        });
    }
}

} // namespace bondwright
