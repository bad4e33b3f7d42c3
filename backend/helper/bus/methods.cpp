// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/methods.h"

#include "domain/plan.h"
#include "helperclient/types.h"

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int maxName = 64; // an interface name has 15; room for a clear error about a longer one
constexpr int maxId = 128;

const Argument language{"language"_L1, "s"_L1, 16};
const Argument plan{"plan"_L1, "s"_L1, int(maxPlanBytes)};
const Argument bond{"bond"_L1, "s"_L1, maxName};
const Argument slave{"slave"_L1, "s"_L1, maxName};
const Argument request{"request"_L1, "s"_L1, maxId};
const Argument backup{"backup"_L1, "s"_L1, maxId};
const Argument id{"id"_L1, "s"_L1, maxId};
const Argument token{"token"_L1, "s"_L1, maxId};
const Argument options{"options"_L1, "a{sv}"_L1};
const Argument map{"result"_L1, "a{sv}"_L1};
const Argument maps{"result"_L1, "aa{sv}"_L1};

const QList<MethodSpec> &table()
{
    static const QList<MethodSpec> rows{
        {Verb::GetCapabilities, "GetCapabilities"_L1, {language}, {map}, Action::View, false, false},
        {Verb::GetConfiguration, "GetConfiguration"_L1, {language}, {map}, Action::View, false, false},
        {Verb::ListBackups, "ListBackups"_L1, {language}, {maps}, Action::View, false, false},
        {Verb::GetBackupDiff, "GetBackupDiff"_L1, {backup, language}, {maps}, Action::View, false, false},
        {Verb::GetTransaction, "GetTransaction"_L1, {language}, {map}, Action::View, false, false},
        {Verb::Preview,
         "Preview"_L1,
         {plan, {"backend"_L1, "s"_L1, maxName}, language},
         {map},
         Action::View,
         false,
         false},
        {Verb::PreviewRemove, "PreviewRemove"_L1, {bond, language}, {map}, Action::View, false, false},
        {Verb::Apply, "Apply"_L1, {request, plan, options}, {id, token}, Action::Change, false, true},
        {Verb::Remove, "Remove"_L1, {request, bond, options}, {id, token}, Action::Change, false, true},
        {Verb::Restore, "Restore"_L1, {request, backup, options}, {id, token}, Action::Restore, false, true},
        {Verb::Confirm, "Confirm"_L1, {id, token}, {}, Action::ConfirmOther, true, true},
        {Verb::Rollback, "Rollback"_L1, {id, token}, {}, Action::ConfirmOther, true, true},
        {Verb::Extend, "Extend"_L1, {id, token}, {}, Action::ConfirmOther, true, true},
        {Verb::ActivateSlave, "ActivateSlave"_L1, {bond, slave}, {}, Action::Test, false, true},
        {Verb::SetSlaveLink,
         "SetSlaveLink"_L1,
         {bond, slave, {"up"_L1, "b"_L1}, {"undo_after"_L1, "u"_L1}},
         {},
         Action::Test,
         false,
         true},
        {Verb::Identify,
         "Identify"_L1,
         {{"nic"_L1, "s"_L1, maxName}, {"seconds"_L1, "u"_L1}},
         {},
         Action::Test,
         false,
         true},
    };
    return rows;
}

QString argumentXml(const Argument &argument, QLatin1StringView direction)
{
    return u"      <arg name=\"%1\" type=\"%2\" direction=\"%3\"/>\n"_s.arg(argument.name, argument.type, direction);
}

QString signalXml(QLatin1StringView name, QLatin1StringView argument)
{
    return u"    <signal name=\"%1\">\n      <arg name=\"%2\" type=\"a{sv}\"/>\n    </signal>\n"_s.arg(name, argument);
}

} // namespace

QString MethodSpec::signature() const
{
    QString text;
    for (const Argument &argument : in)
        text += argument.type;
    return text;
}

std::span<const MethodSpec> allMethods()
{
    return {table().constData(), size_t(table().size())};
}

const MethodSpec *findMethod(QStringView name)
{
    const auto rows = allMethods();
    const auto it = std::find_if(rows.begin(), rows.end(), [name](const MethodSpec &row) { return name == row.name; });
    return it == rows.end() ? nullptr : &*it;
}

QString introspectionXml()
{
    QString xml = u"  <interface name=\"%1\">\n"_s.arg(QLatin1StringView(interfaceName));
    xml += u"    <property name=\"Version\" type=\"u\" access=\"read\"/>\n"_s;
    for (const MethodSpec &method : allMethods()) {
        xml += u"    <method name=\"%1\">\n"_s.arg(method.name);
        for (const Argument &argument : method.in)
            xml += argumentXml(argument, "in"_L1);
        for (const Argument &argument : method.out)
            xml += argumentXml(argument, "out"_L1);
        xml += u"    </method>\n"_s;
    }
    xml += signalXml("TransactionChanged"_L1, "transaction"_L1);
    xml += signalXml("StepProgressed"_L1, "step"_L1);
    return xml + u"  </interface>\n"_s;
}

} // namespace bondwright::helper
