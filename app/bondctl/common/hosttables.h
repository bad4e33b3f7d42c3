// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kernel/snapshot.h"

#include <QJsonArray>
#include <QTextStream>

/// What bonds, nics and list print.
namespace bondwright::cli
{

void printBonds(QTextStream &out, const kernel::Snapshot &snapshot);
void printNics(QTextStream &out, const kernel::Snapshot &snapshot);
QJsonArray bondsToJson(const kernel::Snapshot &snapshot);
QJsonArray nicsToJson(const kernel::Snapshot &snapshot);

} // namespace bondwright::cli
