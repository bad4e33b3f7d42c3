// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <utility>

namespace bondwright::tests
{

/// The bonding driver of the running kernel through sysfs. Nothing here knows the option table.
class BondingDriver final
{
public:
    /// 0, or the errno of the write.
    static int create(const QString &bond);
    static int remove(const QString &bond);
    static int write(const QString &bond, const QString &option, const QString &value);
    /// "name N" is cut to the name; empty where the driver prints nothing.
    static QString read(const QString &bond, const QString &option);
    static QStringList options(const QString &bond);
    /// Interface up or down, through SIOCSIFFLAGS; 0 or an errno.
    static int setUp(const QString &interface, bool up);
    /// Major and minor number of the running kernel.
    static std::pair<int, int> kernel();
};

} // namespace bondwright::tests
