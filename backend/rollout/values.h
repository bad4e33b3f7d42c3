// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace bondwright::rollout
{

/// What differs from host to host: variables, as a table.
struct HostValues {
    QStringList names; ///< of the variables, in the order of the table
    QMap<QString, QStringList> hosts; ///< as many values for each as there are names

    friend bool operator==(const HostValues &, const HostValues &) = default;
};

constexpr qsizetype maxValuesBytes = 4 * 1024 * 1024;

/// A table as spreadsheets write it: first a line of names, then one for each host, named in the first column.
/// Commas, semicolons or tabs; UTF-8 with or without byte order mark; any ends of lines; quotes as in RFC 4180.
/// Error "rollout.values" says in which line it is wrong. A value holds no template of Ansible's.
Result<HostValues> valuesFromCsv(const QByteArray &text);
/// Reads a file. Errors "rollout.values", "values.read".
Result<HostValues> readValues(const QString &path);
/// Whether Ansible takes the names as variables. Error "rollout.values"
Result<void> checkVariables(const HostValues &values);
/// The addresses in it by host: of the column "address" or "bond_address", else of the only one. Error "rollout.values"
Result<QMap<QString, QString>> addressesOf(const HostValues &values);

} // namespace bondwright::rollout
