// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <sys/types.h>

namespace bondwright::cli::test
{

/// A program on a terminal of its own (80 columns), as a person would run it.
class Terminal final
{
public:
    /// @param uid of the user it runs as
    Terminal(const QStringList &command, uid_t uid);
    ~Terminal();
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    /// Reads until the text appears after what was waited for before. @return false after the limit
    bool waitFor(const QString &text, int seconds = 120);
    void type(const QString &text);
    int exitStatus(int seconds = 120); ///< waits for the end; -1: killed by a signal or still there
    QString transcript() const { return QString::fromUtf8(m_output).remove(QChar(u'\r')); }
    const QByteArray &raw() const { return m_output; }

private:
    void readSome(int ms);

    pid_t m_process = -1;
    int m_master = -1;
    QByteArray m_output;
    qsizetype m_position = 0;
    bool m_isOver = false;
};

} // namespace bondwright::cli::test
