// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace bondwright::formats
{

/// A modprobe configuration (/etc/modprobe.conf, /etc/modprobe.d/*.conf; modprobe.d(5)): reads the lines
/// that concern bonds and changes them; everything else stays byte for byte.
/// Only "alias BOND bonding" is ever written: never install, remove, blacklist or softdep.
class ModprobeFile final
{
public:
    explicit ModprobeFile(const QByteArray &text = {});

    QByteArrayList aliasesOf(const QByteArray &module) const; ///< "alias bond0 bonding" → bond0
    /// Parameters of all "options NAME …" lines together, in order: "miimon=100", "mode=1".
    QByteArrayList options(const QByteArray &name) const;
    /// "install NAME …" or "blacklist NAME": loading does something else than one would think.
    bool isOverridden(const QByteArray &name) const;

    /// @return false: the name is not one for an interface and nothing was written
    bool addAlias(const QByteArray &name, const QByteArray &module);
    void removeAlias(const QByteArray &name);
    void removeOptions(const QByteArray &name);

    QByteArray toBytes() const { return m_lines.join(); }
    /// Nothing but blank lines: the file may go.
    bool isBlank() const;

private:
    void removeLines(const QByteArray &directive, const QByteArray &name);

    QByteArrayList m_lines; ///< logical lines: with their newline and with continued lines
};

} // namespace bondwright::formats
