// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/interface.h"
#include "helperclient/types.h"

#include <QVariantList>

namespace bondwright::helper
{

/// In which form an answer's sentences travel.
enum class Texts : quint8 {
    Plain, ///< in English, ready to read
    Recorded, ///< as i18n::SentenceRecorder leaves them, for i18n::rendered()
};

/// One call of the interface as values: what a client fills in and the helper carries out. Which members count
/// depends on the verb. Read by the helper, texts keep to the bounds of the interface's table; whether they
/// are good names is not judged yet.
struct Request {
    Verb verb = Verb::GetCapabilities;
    // {}: only members that have an initializer may be left out of a designated one without a warning.
    QString bond{};
    QString slave{};
    QString nic{};
    QString backupId{};
    QByteArray plan{}; ///< JSON
    QString requestId{};
    Ticket ticket{}; ///< Confirm, Rollback, Extend
    ApplyOptions options{}; ///< Preview: its backend only
    RehearsalOptions rehearsal{};
    bool up = false;
    std::chrono::seconds duration{0}; ///< undo_after, seconds
    std::optional<Texts> texts{}; ///< what was not said is as in the client's calls before, and else plain
};

QVariantList toArguments(const Request &request);
/// The other way. Expects arguments of the types of method(verb). Error: "helper.invalid".
Result<Request> requestFrom(Verb verb, const QVariantList &arguments);

} // namespace bondwright::helper
