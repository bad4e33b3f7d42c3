// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/surveynow.h"

#include <QEventLoop>
#include <QTimer>

namespace bondwright::cli
{

namespace
{

/// Whoever is asked has less; should one never answer, the command goes on without.
constexpr std::chrono::seconds patience{8};

} // namespace

watch::Surveyed surveyNow(const kernel::Snapshot &snapshot)
{
    watch::Survey survey;
    QEventLoop loop;
    QObject::connect(&survey, &watch::Survey::done, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    survey.begin(snapshot);
    loop.exec();
    return survey.surveyed();
}

} // namespace bondwright::cli
