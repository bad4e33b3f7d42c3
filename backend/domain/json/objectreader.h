// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>

namespace bondwright::json
{

/// What reading one document found: the first error ends the reading, unknown members do not.
struct ReadLog {
    std::optional<Error> error;
    QStringList unknownMembers;
};

/// Reads one JSON object member by member. After the first error in the log every answer is a default,
/// so that the code which uses it reads as a list of members. finish() reports members that were not read.
class ObjectReader final
{
public:
    /// @param path of this object, "" for the document itself
    ObjectReader(const QJsonObject &object, QString path, ReadLog &log);

    QString requiredText(const QString &name);
    QString text(const QString &name);
    bool flag(const QString &name, bool fallback);
    std::optional<qint64> number(const QString &name, qint64 minimum, qint64 maximum);
    QStringList texts(const QString &name, qsizetype maxEntries);
    /// Members with text or whole-number values: both become text.
    QMap<QString, QString> textMap(const QString &name, qsizetype maxEntries);
    void object(const QString &name, const std::function<void(ObjectReader &)> &read);
    void objects(const QString &name, qsizetype maxEntries, const std::function<void(ObjectReader &)> &read);
    /// For values whose meaning only the caller can judge.
    void failAt(const QString &name, const QString &code, const QString &expected);
    void finish();

    bool failed() const { return m_log.error.has_value(); }

private:
    std::optional<QJsonValue> take(const QString &name);
    QString pathTo(const QString &name) const;
    QString checkedText(const QString &path, const QJsonValue &value);
    void report(const QString &path, const QString &code, const QString &expected);
    bool tooMany(const QString &path, qsizetype count, qsizetype maximum);

    const QJsonObject m_object;
    const QString m_path;
    ReadLog &m_log;
    QStringList m_asked;
};

} // namespace bondwright::json
