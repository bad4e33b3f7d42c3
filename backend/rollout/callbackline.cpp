// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/callbackline.h"

#include "domain/nametable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

constexpr qsizetype maxNics = 64;
constexpr qsizetype maxFiles = 64;
constexpr qsizetype maxBonds = 256;
constexpr qsizetype maxFileText = 256 * 1024;

constexpr std::array outcomeNames{
    Named{TaskOutcome::Ok, "ok"_L1},           Named{TaskOutcome::Failed, "failed"_L1},
    Named{TaskOutcome::Ignored, "ignored"_L1}, Named{TaskOutcome::Unreachable, "unreachable"_L1},
    Named{TaskOutcome::Skipped, "skipped"_L1},
};

constexpr std::array changeStateNames{
    Named{ChangeState::Admitted, "admitted"_L1},
    Named{ChangeState::Rehearsed, "rehearsed"_L1},
    Named{ChangeState::Applied, "applied"_L1},
    Named{ChangeState::Confirmed, "confirmed"_L1},
};

QString text(const QJsonValue &value)
{
    return value.toString().left(maxCallbackText);
}

QStringList texts(const QJsonValue &value, qsizetype most)
{
    QStringList all;
    for (const QJsonValue &one : value.toArray()) {
        if (all.size() >= most)
            break;
        all.append(text(one));
    }
    return all;
}

std::optional<double> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QList<FileChange> filesOf(const QJsonArray &all)
{
    QList<FileChange> files;
    for (const QJsonValue &one : all) {
        if (files.size() >= maxFiles)
            break;
        files.append({text(one[u"after_header"_s]), one[u"before"_s].toString().left(maxFileText),
                      one[u"after"_s].toString().left(maxFileText)});
    }
    return files;
}

QList<BondHealth> bondsOf(const QJsonArray &all)
{
    QList<BondHealth> bonds;
    for (const QJsonValue &bond : all) {
        if (bonds.size() >= maxBonds)
            break;
        bonds.append({text(bond[u"name"_s]), diagnosis::verdictFromName(bond[u"verdict"_s].toString()),
                      text(bond[u"cause"_s]), text(bond[u"next_step"_s])});
    }
    return bonds;
}

TaskResult resultFrom(const QJsonObject &object)
{
    TaskResult result;
    result.isChanged = object[u"changed"_s].toBool();
    result.isRefused = object[u"refused"_s].toBool();
    result.message = text(object[u"msg"_s]);
    result.transaction = helper::transactionStateFromName(object[u"transaction"_s][u"state"_s].toString());
    result.rehearsal = rehearsalOutcomeFromName(object[u"outcome"_s].toString());
    result.rehearsedFailoverMs = number(object[u"failover_ms"_s]);
    result.testedOutageMs = number(object[u"outage_ms"_s]);
    if (object.contains(u"chosen"_s))
        result.chosenNics = texts(object[u"chosen"_s], maxNics);
    result.files = filesOf(object[u"diff"_s].toArray());
    result.bonds = bondsOf(object[u"bonds"_s].toArray());
    return result;
}

} // namespace

CallbackLine callbackLineFrom(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString type = object[u"type"_s].toString();
    if (type == u"play")
        return PlayLine{object[u"check"_s].toBool(), texts(object[u"hosts"_s], maxCallbackHosts),
                        texts(object[u"batch"_s], maxCallbackHosts)};
    if (type == u"stats")
        return EndLine{};
    if (type == u"state") {
        const auto state = valueIn(changeStateNames, object[u"state"_s].toString());
        return state
            ? CallbackLine(StateLine{text(object[u"host"_s]), *state, resultFrom(object[u"result"_s].toObject())})
            : CallbackLine();
    }
    if (type != u"result")
        return {};
    return ResultLine{text(object[u"host"_s]), object[u"action"_s].toString() == "bondwright.bond.bond"_L1,
                      valueIn(outcomeNames, object[u"outcome"_s].toString()).value_or(TaskOutcome::Failed),
                      resultFrom(object[u"result"_s].toObject())};
}

} // namespace bondwright::rollout
