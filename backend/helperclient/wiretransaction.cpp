// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/wire.h"

#include <QCoreApplication>

#include <algorithm>

namespace bondwright::helper::wire
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int maxSteps = 64; ///< of one change

} // namespace

QVariantMap toMap(const Transaction &value)
{
    return {{u"id"_s, value.id},
            {u"request"_s, value.requestId},
            {u"state"_s, transactionStateName(value.state)},
            {u"action"_s, value.action ? changeActionName(*value.action) : QString()},
            {u"bond"_s, value.bond},
            {u"owner-uid"_s, value.ownerUid},
            {u"owner-name"_s, value.ownerName},
            {u"started-at"_s, value.startedAt.isValid() ? value.startedAt.toMSecsSinceEpoch() : qint64(0)},
            {u"seconds-left"_s, value.secondsLeft},
            {u"extended"_s, value.extended},
            {u"reason"_s, value.reason},
            {u"differences"_s, value.differences},
            {u"manual-steps"_s, value.manualSteps},
            {u"backup"_s, value.backupId},
            {u"lasting"_s, value.lasting},
            {u"files"_s, value.files},
            {u"rehearsed"_s, value.rehearsed ? rehearsalOutcomeName(*value.rehearsed) : QString()}};
}

void fromMap(const QVariantMap &map, Transaction &value)
{
    value.id = map.value(u"id"_s).toString();
    value.requestId = map.value(u"request"_s).toString();
    value.state = transactionStateFromName(map.value(u"state"_s).toString()).value_or(TransactionState::None);
    value.action = changeActionFromName(map.value(u"action"_s).toString());
    value.bond = map.value(u"bond"_s).toString();
    value.ownerUid = map.value(u"owner-uid"_s).toUInt();
    value.ownerName = map.value(u"owner-name"_s).toString();
    if (const qint64 startedAt = map.value(u"started-at"_s).toLongLong(); startedAt > 0)
        value.startedAt = QDateTime::fromMSecsSinceEpoch(startedAt);
    value.secondsLeft = map.value(u"seconds-left"_s).toUInt();
    value.extended = map.value(u"extended"_s).toBool();
    value.reason = map.value(u"reason"_s).toString();
    value.differences = map.value(u"differences"_s).toStringList();
    value.manualSteps = map.value(u"manual-steps"_s).toStringList();
    value.backupId = map.value(u"backup"_s).toString();
    value.lasting = map.value(u"lasting"_s).toString();
    value.files = map.value(u"files"_s).toStringList();
    value.rehearsed = rehearsalOutcomeFromName(map.value(u"rehearsed"_s).toString());
}

QVariantMap toMap(const StepProgress &value)
{
    return {{u"transaction"_s, value.transactionId},
            {u"step"_s, value.step},
            {u"text"_s, value.text},
            {u"index"_s, value.index},
            {u"count"_s, value.count},
            {u"finished"_s, value.finished},
            {u"elapsed-ms"_s, value.elapsedMs}};
}

void fromMap(const QVariantMap &map, StepProgress &value)
{
    value.transactionId = map.value(u"transaction"_s).toString();
    value.step = map.value(u"step"_s).toString();
    value.text = map.value(u"text"_s).toString();
    // They place rows, also where another host sends them.
    value.index = std::clamp(map.value(u"index"_s).toInt(), 0, maxSteps - 1);
    value.count = std::clamp(map.value(u"count"_s).toInt(), 0, maxSteps);
    value.finished = map.value(u"finished"_s).toBool();
    value.elapsedMs = map.value(u"elapsed-ms"_s).toLongLong();
}

QVariantMap toMap(const ApplyOptions &value)
{
    QVariantMap map{{u"backend"_s, backendName(value.backend)},
                    {u"confirm-within"_s, quint32(value.confirmWithin.count())},
                    {u"confirm-now"_s, value.confirmNow},
                    {u"ping-target"_s, value.pingTarget},
                    {u"digest"_s, value.digest}};
    // A helper of an earlier release does not know it.
    if (value.rehearsed)
        map.insert(u"rehearsed"_s, rehearsalOutcomeName(*value.rehearsed));
    return map;
}

namespace
{

tl::unexpected<Error> badOption(const QString &name)
{
    return fail(u"helper.invalid"_s,
                QCoreApplication::translate("helper", "The request's option “%1” is not understood.").arg(name));
}

} // namespace

Result<ApplyOptions> applyOptionsFrom(const QVariantMap &map)
{
    ApplyOptions options;
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        const QVariant &value = it.value();
        const bool isText = value.typeId() == QMetaType::QString && value.toString().size() <= maxOptionText;
        if (it.key() == u"backend" && isText) {
            const auto backend = backendFromName(value.toString());
            if (!backend)
                return badOption(it.key());
            options.backend = *backend;
        } else if (it.key() == u"confirm-within" && value.typeId() == QMetaType::UInt) {
            options.confirmWithin = std::chrono::seconds(value.toUInt());
        } else if (it.key() == u"confirm-now" && value.typeId() == QMetaType::Bool) {
            options.confirmNow = value.toBool();
        } else if (it.key() == u"ping-target" && isText) {
            options.pingTarget = value.toString();
        } else if (it.key() == u"digest" && isText) {
            options.digest = value.toString();
        } else if (it.key() == u"rehearsed" && isText) {
            options.rehearsed = rehearsalOutcomeFromName(value.toString());
            if (!options.rehearsed)
                return badOption(it.key());
        } else {
            return badOption(it.key().left(maxOptionName));
        }
    }
    return options;
}

} // namespace bondwright::helper::wire
