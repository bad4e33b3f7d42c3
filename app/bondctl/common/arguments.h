// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

#include <QMap>
#include <QStringList>

#include <initializer_list>

namespace bondwright::cli
{

/// The arguments of one command, taken apart: switches, options with a value, and the rest in order.
class Arguments final
{
public:
    /// @param flags switches such as "--json"
    /// @param options names that take a value, as "--mode M" or "--mode=M"
    Arguments(const QStringList &arguments, std::initializer_list<const char *> flags,
              std::initializer_list<const char *> options = {});

    /// What is wrong with them, translated; empty if nothing is.
    QString problem() const { return m_problem; }
    bool has(const QString &flag) const { return m_flags.contains(flag); }
    QString value(const QString &option) const { return m_values.value(option); }
    bool hasValue(const QString &option) const { return m_values.contains(option); }
    const QStringList &positional() const { return m_positional; }

private:
    QStringList m_flags;
    QMap<QString, QString> m_values;
    QStringList m_positional;
    QString m_problem;
};

} // namespace bondwright::cli
