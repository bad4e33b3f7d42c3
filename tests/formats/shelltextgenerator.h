// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QRandomGenerator>

namespace bondwright::test
{

/// Texts of ifcfg files as people write them, and as they break them: quotes of all kinds, remarks (# and //), blanks
/// around "=", compound commands, and then changes of single bytes. The same seed gives the same texts.
/// No command in them does anything: paths are those of nothing, and loops end.
class ShellTextGenerator
{
public:
    explicit ShellTextGenerator(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray next();
    static QByteArrayList keys(); ///< that may occur

private:
    QByteArray pick(const QByteArrayList &pieces) { return pieces.at(m_random.bounded(pieces.size())); }
    bool isOneIn(int n) { return m_random.bounded(n) == 0; }
    QByteArray value();
    QByteArray assignment() { return pick(keys()) + '=' + value(); }
    QByteArray line();
    QByteArray compound();
    void damage(QByteArray *text);

    QRandomGenerator m_random;
};

} // namespace bondwright::test
