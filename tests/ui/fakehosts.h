// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/protocol/message.h"
#include "hosts/otherhost.h"
#include "kernel/recording/record.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace bondwright::ui
{

/// Hosts for a test, behind an "ssh" that is a program of the test: what a host answers is a piece of shell, of the
/// host's name. The folder is the first of PATH, and the home.
class FakeHosts
{
public:
    FakeHosts()
    {
        program(QStringLiteral("ssh"), R"(#!/bin/sh
dir=${0%/*}
while [ "$1" != -- ]; do shift; done
host=$2
shift 2
echo "$host $*" >> "$dir/calls"
. "$dir/$host"
)");
        static const QByteArray path = qgetenv("PATH");
        qputenv("PATH", m_folder.path().toLocal8Bit() + ':' + path);
        qputenv("HOME", m_folder.path().toLocal8Bit());
    }

    /// Speaks the protocol until the file gone-HOST is there.
    static constexpr auto serving = R"(
cat "$dir/lines-$host"
while [ ! -e "$dir/gone-$host" ]; do sleep 0.05; done
echo "Connection to $host closed by remote host." >&2
exit 255
)";

    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// A file of the folder: what a host answers, or any other.
    void answer(const QString &name, const QByteArray &text)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void program(const QString &name, const QByteArray &text)
    {
        answer(name, text);
        QVERIFY(QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    void serve(const QString &host, const kernel::Snapshot &state, const QByteArray &more = {})
    {
        namespace recording = kernel::recording;
        answer(QStringLiteral("lines-") + host,
               host::toLine(host::Hello{1, QStringLiteral(BONDWRIGHT_VERSION), host, {}, {}, 1000}) + '\n'
                   + host::toLine(host::Notice{QStringLiteral("helper"), {{QStringLiteral("reachable"), true}}}) + '\n'
                   + host::toLine(recording::Record{2000, recording::wholeOf(state)}) + '\n' + more);
        answer(host, serving);
    }
    static std::unique_ptr<OtherHost> make(const QString &name)
    {
        auto host = std::make_unique<OtherHost>();
        host->remote = std::make_unique<host::RemoteHost>(name);
        host->services.source = &host->remote->source();
        host->services.helper = &host->remote->helper();
        host->services.host = name;
        return host;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace bondwright::ui
