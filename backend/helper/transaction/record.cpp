// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/record.h"

#include "domain/errorcode.h"
#include "helperclient/wire.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

QJsonArray plansToJson(const QList<BondPlan> &plans)
{
    QJsonArray array;
    for (const BondPlan &plan : plans)
        array.append(QJsonDocument::fromJson(planToJson(plan)).object());
    return array;
}

QList<BondPlan> plansFromJson(const QJsonArray &array)
{
    QList<BondPlan> plans;
    for (const QJsonValue &value : array) {
        if (const auto parsed = planFromJson(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)))
            plans.append(parsed->plan);
    }
    return plans;
}

QStringList textsFromJson(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts.append(text.toString());
    return texts;
}

} // namespace

QStringList newLinksOf(const Record &record)
{
    QStringList names;
    for (const BondPlan &plan : record.after) {
        names.append(plan.name);
        for (const VlanPlan &vlan : plan.vlans)
            names.append(vlan.interfaceName(plan.name));
    }
    names.removeIf([&record](const QString &name) { return record.runtime.links.contains(name); });
    return names;
}

QByteArray recordToJson(const Record &record)
{
    const QJsonObject object{
        {u"version"_s, Record::currentVersion},
        {u"transaction"_s, QJsonObject::fromVariantMap(wire::toMap(record.transaction))},
        {u"token"_s, record.token},
        {u"backend"_s, backendName(record.backend)},
        {u"files"_s, QString::fromLatin1(formats::manifestToJson(record.files))},
        {u"before"_s, plansToJson(record.before)},
        {u"after"_s, plansToJson(record.after)},
        {u"paths"_s, QJsonArray::fromStringList(record.paths)},
        {u"runtime"_s, runtime::toJson(record.runtime)},
        {u"running"_s, plansToJson(record.running)},
        {u"activator"_s, record.activatorMemo},
        {u"boot-id"_s, record.bootId},
        {u"started-boot-ms"_s, record.startedBootMs},
        {u"confirm-within-ms"_s, record.confirmWithinMs},
    };
    return QJsonDocument(object).toJson();
}

static tl::unexpected<Error> unusable(const QString &code)
{
    return fail(code,
                QCoreApplication::translate("helper",
                                            "The record of an unfinished change is damaged or was written by "
                                            "another release."),
                QCoreApplication::translate("helper", "It was left as it is; see %1.").arg(u"/var/lib/bondwright"_s));
}

Result<Record> recordFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Record record;
    const auto backend = backendFromName(object.value(u"backend"_s).toString());
    if (object.value(u"version"_s).toInt(Record::currentVersion) > Record::currentVersion)
        return unusable(errorcode::recordVersion);
    const auto files = formats::manifestFromJson(object.value(u"files"_s).toString().toLatin1());
    if (object.value(u"version"_s).toInt() != Record::currentVersion || !backend || !files)
        return unusable(u"helper.record"_s);
    wire::fromMap(object.value(u"transaction"_s).toObject().toVariantMap(), record.transaction);
    // JSON has no string lists of its own: they come back as lists of variants, which Qt converts.
    record.token = object.value(u"token"_s).toString();
    record.backend = *backend;
    record.files = *files;
    record.before = plansFromJson(object.value(u"before"_s).toArray());
    record.after = plansFromJson(object.value(u"after"_s).toArray());
    record.paths = textsFromJson(object.value(u"paths"_s));
    record.runtime = runtime::stateFromJson(object.value(u"runtime"_s).toObject());
    record.running = plansFromJson(object.value(u"running"_s).toArray());
    record.activatorMemo = object.value(u"activator"_s).toObject();
    record.bootId = object.value(u"boot-id"_s).toString();
    record.startedBootMs = object.value(u"started-boot-ms"_s).toInteger();
    record.confirmWithinMs = object.value(u"confirm-within-ms"_s).toInteger();
    return record;
}

QByteArray progressToJson(const Record &record, qsizetype maxBytes)
{
    Transaction transaction = record.transaction;
    while (true) {
        const QJsonObject object{
            {u"id"_s, transaction.id},
            {u"generation"_s, qint64(record.generation)},
            {u"state"_s, transactionStateName(transaction.state)},
            {u"reason"_s, transaction.reason},
            {u"differences"_s, QJsonArray::fromStringList(transaction.differences)},
            {u"manual-steps"_s, QJsonArray::fromStringList(transaction.manualSteps)},
            {u"extended"_s, transaction.extended},
            {u"deadline-boot-ms"_s, record.deadlineBootMs},
            {u"starts"_s, qint64(record.starts)},
        };
        QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
        if (json.size() <= maxBytes)
            return json;
        QStringList &longest = transaction.differences.size() > transaction.manualSteps.size()
            ? transaction.differences
            : transaction.manualSteps;
        if (longest.isEmpty())
            transaction.reason.truncate(transaction.reason.size() / 2);
        else
            longest.removeLast();
    }
}

bool takeProgress(const QByteArray &json, Record *record)
{
    const QJsonObject object = QJsonDocument::fromJson(json.trimmed()).object();
    const auto state = transactionStateFromName(object.value(u"state"_s).toString());
    if (!state || object.value(u"id"_s).toString() != record->transaction.id)
        return false;
    record->generation = quint64(object.value(u"generation"_s).toInteger());
    record->transaction.state = *state;
    record->transaction.reason = object.value(u"reason"_s).toString();
    record->transaction.differences = textsFromJson(object.value(u"differences"_s));
    record->transaction.manualSteps = textsFromJson(object.value(u"manual-steps"_s));
    record->transaction.extended = object.value(u"extended"_s).toBool();
    record->deadlineBootMs = object.value(u"deadline-boot-ms"_s).toInteger();
    record->starts = quint32(object.value(u"starts"_s).toInteger(1));
    return true;
}

} // namespace bondwright::helper
