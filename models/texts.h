// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hostfacts.h"
#include "domain/mode.h"
#include "helperclient/types.h"
#include "kernel/snapshot.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace bondwright::models
{

/// Short translated words and figures that several models and windows show the same way.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(bondwright::models::Texts)
public:
    static QString speed(std::optional<quint32> mbps); ///< "10 Gbit/s", "100 Mbit/s", "unknown"
    static QString duplex(Duplex duplex);
    /// "link up", "link down", "switched off".
    static QString link(const kernel::NicState &nic);
    static QString mii(kernel::MiiStatus status);
    /// Bits of a LACP port state in words: "active, fast, in sync, collecting, distributing".
    static QString lacpState(quint16 portState);
    /// "1.25 Gbit/s" from bytes a second; three significant figures, decimal prefixes.
    static QString bitRate(double bytesPerSecond);
    static QString byteRate(double bytesPerSecond); ///< "156 MB/s"
    /// One of the two, as the user has chosen; bits until setRatesInBits() says otherwise.
    static QString rate(double bytesPerSecond);
    static void setRatesInBits(bool bits);
    /// "340 ms", "2.5 s", "3 min 5 s".
    static QString duration(std::chrono::milliseconds duration);
    /// "2026-11-28 03:23:54", local time: the same in every window, language and file.
    static QString dateTime(const QDateTime &time);
    /// Words one after another, as the language separates them: "active, in sync".
    static QString list(const QStringList &words);
    /// "before applying bond0"; what is no ChangeReason stays as it is.
    static QString changeReason(const QString &text);
    /// Who reads the files of a backend, as a sentence names it.
    static QString serviceOf(helper::Backend backend);
};

} // namespace bondwright::models
