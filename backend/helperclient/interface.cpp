// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/interface.h"

#include "domain/plan.h"

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int maxName = 64; // an interface name has 15; room for a clear error about a longer one
constexpr int maxId = 128;
constexpr int maxOptions = 16;

const Argument texts{"texts"_L1, "s"_L1, 16};
const Argument plan{"plan"_L1, "s"_L1, int(maxPlanBytes)};
const Argument backend{"backend"_L1, "s"_L1, maxName};
const Argument bond{"bond"_L1, "s"_L1, maxName};
const Argument slave{"slave"_L1, "s"_L1, maxName};
const Argument nic{"nic"_L1, "s"_L1, maxName};
const Argument request{"request"_L1, "s"_L1, maxId};
const Argument backup{"backup"_L1, "s"_L1, maxId};
const Argument id{"id"_L1, "s"_L1, maxId};
const Argument token{"token"_L1, "s"_L1, maxId};
const Argument up{"up"_L1, "b"_L1};
const Argument undoAfter{"undo_after"_L1, "u"_L1};
const Argument seconds{"seconds"_L1, "u"_L1};
const Argument options{"options"_L1, "a{sv}"_L1, maxOptions};
const Argument switchKind{"switch"_L1, "s"_L1, maxName};
const Argument observeOnly{"observe_only"_L1, "b"_L1};
const Argument pulls{"pulls"_L1, "s"_L1, 1024};
const Argument language{"language"_L1, "s"_L1, maxName};
const Argument lines{"lines"_L1, "s"_L1};
const Argument map{"result"_L1, "a{sv}"_L1};
const Argument maps{"result"_L1, "aa{sv}"_L1};

const QList<Method> &table()
{
    static const QList<Method> rows{
        {Verb::GetCapabilities, "GetCapabilities"_L1, {texts}, {map}},
        {Verb::GetConfiguration, "GetConfiguration"_L1, {texts}, {map}},
        {Verb::ListBackups, "ListBackups"_L1, {texts}, {maps}},
        {Verb::GetBackupDiff, "GetBackupDiff"_L1, {backup, texts}, {maps}},
        {Verb::GetTransaction, "GetTransaction"_L1, {texts}, {map}},
        {Verb::Preview, "Preview"_L1, {plan, backend, texts}, {map}},
        {Verb::PreviewRemove, "PreviewRemove"_L1, {bond, backend, texts}, {map}},
        {Verb::Apply, "Apply"_L1, {request, plan, options}, {id, token}},
        {Verb::Remove, "Remove"_L1, {request, bond, options}, {id, token}},
        {Verb::Restore, "Restore"_L1, {request, backup, options}, {id, token}},
        {Verb::Confirm, "Confirm"_L1, {id, token}, {}},
        {Verb::Rollback, "Rollback"_L1, {id, token}, {}},
        {Verb::Extend, "Extend"_L1, {id, token}, {}},
        {Verb::ActivateSlave, "ActivateSlave"_L1, {bond, slave}, {}},
        {Verb::SetSlaveLink, "SetSlaveLink"_L1, {bond, slave, up, undoAfter}, {}},
        {Verb::Identify, "Identify"_L1, {nic, seconds}, {}},
        {Verb::Rehearse, "Rehearse"_L1, {plan, switchKind, observeOnly, pulls, language}, {lines}},
        {Verb::Listen, "Listen"_L1, {seconds}, {maps}},
        {Verb::CountFlows, "CountFlows"_L1, {bond, seconds}, {lines}},
    };
    return rows;
}

} // namespace

QString Method::signature() const
{
    QString text;
    for (const Argument &argument : in)
        text += argument.type;
    return text;
}

std::span<const Method> interfaceMethods()
{
    return {table().constData(), size_t(table().size())};
}

const Method &method(Verb verb)
{
    return table().at(qsizetype(verb)); // in the order of the enum, which tst_helperparts checks
}

} // namespace bondwright::helper
