// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/yaml/foreignroutes.h"

namespace bondwright::formats::yaml
{

QString routeText(const Node &route, QStringView first)
{
    QStringList words{route.at(first).scalar};
    for (const Entry &entry : route.entries) {
        if (entry.key != first)
            words += {entry.key, entry.value.scalar};
    }
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace bondwright::formats::yaml
