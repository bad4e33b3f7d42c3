// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "failovertest/testresult.h"

namespace bondwright::failover
{

/// Results of earlier tests, one JSON file each in a folder; the oldest go when there are too many.
class TestHistory
{
public:
    static constexpr qsizetype maxResults = 200;
    static constexpr qint64 maxFileBytes = 4 * 1024 * 1024;

    /// @param folder is made when first needed
    explicit TestHistory(const QString &folder);
    /// The user's data folder: …/bondwright/tests.
    static QString defaultFolder();

    /// Atomic; @return the file's path
    Result<QString> save(const TestResult &result);
    /// Newest first; what cannot be read is left out. Reads files until it has `most` of this bond.
    QList<TestResult> results(const QString &host, const QString &bond, qsizetype most = maxResults) const;

private:
    QStringList files() const; ///< by name, and so by time
    QString m_folder;
};

} // namespace bondwright::failover
