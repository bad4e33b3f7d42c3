// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

namespace bondwright::formats
{

/// One line, continued ones together, cut into words. Double quotes around a value are gone, as in the kernel's
/// next_arg(); a remark has no words.
struct ModprobeLine {
    int number = 0; ///< of its first line in the file
    QByteArrayList words;

    QByteArray directive() const { return words.value(0); }
    QByteArray name() const { return words.value(1); }
};

/// A modprobe configuration (/etc/modprobe.conf, /etc/modprobe.d/*.conf; modprobe.d(5)): reads the lines
/// that concern bonds and changes them; everything else stays byte for byte.
/// Only "alias BOND bonding" is ever written: never install, remove, blacklist or softdep.
class ModprobeFile final
{
public:
    explicit ModprobeFile(const QByteArray &text = {});

    QList<ModprobeLine> lines() const; ///< without remarks and blank ones
    bool hasCrlf() const; ///< modprobe takes the CR for a part of the last word
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
