// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What ansible-inventory prints comes from files and scripts of anybody's; its names go to ssh.
#include "rollout/inventory.h"

#include <QStringList>

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto hosts = bondwright::rollout::inventoryFromJson(text);
    if (!hosts)
        return 0;
    for (const bondwright::rollout::InventoryHost &host : *hosts) {
        if (host.sshName.isEmpty() || host.sshName.startsWith(u'-') || host.sshName.contains(u' ')
            || host.sshName.contains(u'\n'))
            std::abort();
    }
    return 0;
}
