// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/methods.h"

#include <algorithm>

namespace bondwright::helper
{

using namespace Qt::StringLiterals;

namespace
{

MethodSpec withAccess(const Method &method)
{
    switch (method.verb) {
    case Verb::GetCapabilities:
    case Verb::GetConfiguration:
    case Verb::ListBackups:
    case Verb::GetBackupDiff:
    case Verb::GetTransaction:
    case Verb::Preview:
    case Verb::PreviewRemove:
        return {method, Action::View, false, false};
    case Verb::Apply:
    case Verb::Remove:
        return {method, Action::Change, false, true};
    case Verb::Restore:
        return {method, Action::Restore, false, true};
    case Verb::Confirm:
    case Verb::Rollback:
    case Verb::Extend:
        return {method, Action::ConfirmOther, true, true};
    case Verb::Rehearse:
        return {method, Action::Rehearse, false, true};
    case Verb::Listen:
        return {method, Action::Listen, false, true};
    case Verb::CountFlows:
        return {method, Action::CountFlows, false, true};
    case Verb::ActivateSlave:
    case Verb::SetSlaveLink:
    case Verb::Identify:
        break;
    }
    return {method, Action::Test, false, true};
}

const QList<MethodSpec> &table()
{
    static const QList<MethodSpec> rows = [] {
        QList<MethodSpec> all;
        for (const Method &method : interfaceMethods())
            all.append(withAccess(method));
        return all;
    }();
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

constexpr QLatin1StringView standardXml{R"(  <interface name="org.freedesktop.DBus.Introspectable">
    <method name="Introspect">
      <arg name="data" type="s" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.DBus.Peer">
    <method name="Ping"/>
    <method name="GetMachineId">
      <arg name="id" type="s" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.DBus.Properties">
    <method name="Get">
      <arg name="interface" type="s" direction="in"/>
      <arg name="property" type="s" direction="in"/>
      <arg name="value" type="v" direction="out"/>
    </method>
    <method name="GetAll">
      <arg name="interface" type="s" direction="in"/>
      <arg name="properties" type="a{sv}" direction="out"/>
    </method>
  </interface>
)"};

} // namespace

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
    QString xml = u"<!DOCTYPE node PUBLIC \"-//freedesktop//DTD D-BUS Object Introspection 1.0//EN\"\n"
                  " \"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd\">\n<node>\n"_s;
    xml += standardXml;
    xml += u"  <interface name=\"%1\">\n"_s.arg(QLatin1StringView(interfaceName));
    xml += u"    <property name=\"Version\" type=\"u\" access=\"read\"/>\n"_s;
    for (const MethodSpec &method : allMethods()) {
        xml += u"    <method name=\"%1\">\n"_s.arg(method.name);
        for (const Argument &argument : method.in)
            xml += argumentXml(argument, "in"_L1);
        for (const Argument &argument : method.out)
            xml += argumentXml(argument, "out"_L1);
        xml += u"    </method>\n"_s;
    }
    xml += signalXml(transactionChangedSignal, "transaction"_L1);
    xml += signalXml(stepProgressedSignal, "step"_L1);
    return xml + u"  </interface>\n</node>\n"_s;
}

} // namespace bondwright::helper
