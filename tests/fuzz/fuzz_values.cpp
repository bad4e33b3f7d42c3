// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/inventory.h"
#include "rollout/nicrule.h"
#include "rollout/values.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace bondwright::rollout;

// What a spreadsheet saved as a table of values for hosts, and a rule by which they choose NICs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto values = valuesFromCsv(text)) {
        if (values->names.isEmpty() || values->hosts.size() > maxInventoryHosts)
            std::abort();
        for (auto host = values->hosts.cbegin(); host != values->hosts.cend(); ++host) {
            if (host.key().isEmpty() || host->size() != values->names.size()
                || (host.key() + host->join(u' ')).contains(QStringLiteral("{{")))
                std::abort();
        }
        (void)checkVariables(*values);
        (void)addressesOf(*values);
    }
    if (const auto rule = nicRuleFromJson(text)) {
        if (nicRuleFromJson(QJsonDocument(toJson(*rule)).toJson()) != *rule)
            std::abort();
        (void)nicRuleText(*rule);
    }
    return 0;
}
