// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names of ~/.ssh/config are offered, and given to ssh: none may be an option or hold what separates arguments.
#include "host/transport/ssh.h"
#include "host/transport/sshconfig.h"

#include <QStringList>

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const QString &name : bondwright::host::hostNamesIn(text)) {
        if (!bondwright::host::isHostName(name) || name.startsWith(u'-') || name.contains(u'*') || name.contains(u'\n'))
            std::abort();
    }
    return 0;
}
