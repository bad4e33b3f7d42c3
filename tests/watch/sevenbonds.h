// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QProcess>
#include <QStringList>

#include <memory>
#include <vector>

namespace lab
{

/// A healthy bond of each mode at once, "mode0" to "mode6", over NICs of their own ("mode0a", "mode0b"), each cabled to
/// the switch that its mode needs: a bridge, a static group, or LACP. They are gone with this.
class SevenBonds
{
public:
    SevenBonds();
    ~SevenBonds();
    SevenBonds(const SevenBonds &) = delete;
    SevenBonds &operator=(const SevenBonds &) = delete;

    static QString name(int mode) { return QStringLiteral("mode%1").arg(mode); }
    /// False if one could not be made, or has no carrier after a while; LACP has negotiated.
    bool make();
    /// A ping a second through each, or none any more.
    void setTraffic(bool on);
    /// Some hundred large frames through each.
    void burst();

private:
    std::vector<std::unique_ptr<QProcess>> m_pings;
};

/// Replaces journald in a guest that has none: keeps what is sent to the journal.
class JournalEar
{
public:
    JournalEar();
    ~JournalEar();
    JournalEar(const JournalEar &) = delete;
    JournalEar &operator=(const JournalEar &) = delete;

    bool isOpen() const { return m_socket >= 0; }
    /// The entries about a bond since the last time.
    QByteArrayList take();

private:
    int m_socket = -1;
};

} // namespace lab
