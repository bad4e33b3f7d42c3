// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helperclient/types.h"

#include <QJsonObject>

namespace bondwright::cli
{

/// The objects of docs/json.md about changes.
QJsonObject transactionToJson(const helper::Transaction &change);
QJsonObject fileToJson(const helper::FileDiff &file);
QJsonObject previewToJson(const helper::Preview &preview);

/// As "bondctl backups" prints another host's: its helper does not tell which files existed before.
QJsonObject backupToJson(const helper::BackupInfo &backup);

} // namespace bondwright::cli
