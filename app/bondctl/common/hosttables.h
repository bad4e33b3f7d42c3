// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kernel/snapshot.h"
#include "watch/survey.h"

#include <QJsonArray>
#include <QTextStream>

/// What bonds, nics and list print.
namespace bondwright::cli
{

void printBonds(QTextStream &out, const kernel::Snapshot &snapshot, const watch::Surveyed &surveyed);
void printNics(QTextStream &out, const kernel::Snapshot &snapshot, const watch::Surveyed &surveyed);
QJsonArray bondsToJson(const kernel::Snapshot &snapshot, const watch::Surveyed &surveyed);
QJsonArray nicsToJson(const kernel::Snapshot &snapshot, const watch::Surveyed &surveyed);

} // namespace bondwright::cli
