// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/playbook.h"
#include "rollout/progress.h"
#include "rollout/report.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;

// What Ansible's callback prints, and plans with variables.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    rollout::Progress progress;
    for (const QByteArray &line : text.split('\n')) {
        for (const QString &host : progress.take(line)) {
            if (host.isEmpty())
                std::abort();
        }
    }
    if (progress.hosts().size() > rollout::maxCallbackHosts)
        std::abort();
    for (const rollout::HostProgress &host : progress.hosts())
        (void)rollout::detailsOf(host);
    (void)rollout::summary(progress);
    if (const auto plan = rollout::planTemplateFromJson(text)) {
        rollout::Settings settings;
        settings.plan = plan->plan;
        (void)rollout::playbook(settings);
    }
    return 0;
}
