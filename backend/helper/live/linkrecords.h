// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "helper/environment.h"

#include <QList>
#include <QString>

#include <optional>

namespace bondwright::helper
{

/// A link that was taken down for a test.
struct LinkRecord {
    QString slave;
    QString token; ///< of this one test
    QString client; ///< unique bus name of who asked for it
    qint64 deadlineBootMs = 0; ///< CLOCK_BOOTTIME
    QString bootId;
};

/// The links that are down for a test, on the disk. Several processes may want to restore one (the helper, its
/// successor, the small process that it leaves behind): each sets the link up first and removes the record afterwards.
/// A link without a record is left alone.
class LinkRecords final
{
public:
    explicit LinkRecords(Environment environment);

    Result<void> add(const LinkRecord &record) const;
    QList<LinkRecord> all() const; ///< damaged ones are left out
    bool contains(const LinkRecord &record) const;
    /// Only once the link is up again, or another record protects it.
    void remove(const LinkRecord &record) const;

private:
    QString folder() const;

    Environment m_environment;
};

} // namespace bondwright::helper
