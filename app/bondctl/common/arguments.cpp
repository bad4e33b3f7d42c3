// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/arguments.h"

using namespace Qt::StringLiterals;

namespace bondwright::cli
{

namespace
{

bool isIn(std::initializer_list<const char *> names, const QString &name)
{
    return std::any_of(names.begin(), names.end(), [&](const char *known) { return name == QLatin1StringView(known); });
}

} // namespace

Arguments::Arguments(const QStringList &arguments, std::initializer_list<const char *> flags,
                     std::initializer_list<const char *> options)
{
    bool onlyPositional = false;
    for (qsizetype i = 0; i < arguments.size() && m_problem.isEmpty(); ++i) {
        const QString &argument = arguments.at(i);
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = equals < 0 ? argument : argument.first(equals);
        if (onlyPositional || !argument.startsWith(u"--")) {
            m_positional.append(argument);
        } else if (argument == u"--") {
            onlyPositional = true;
        } else if (isIn(flags, argument)) {
            m_flags.append(argument);
        } else if (!isIn(options, name)) {
            m_problem = QCoreApplication::translate("bondctl", "There is no option “%1”.").arg(argument);
        } else if (equals >= 0) {
            m_values.insert(name, argument.sliced(equals + 1));
        } else if (i + 1 < arguments.size()) {
            m_values.insert(name, arguments.at(++i));
        } else {
            m_problem = QCoreApplication::translate("bondctl", "The option “%1” needs a value.").arg(argument);
        }
    }
}

} // namespace bondwright::cli
