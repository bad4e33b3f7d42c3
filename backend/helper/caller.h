// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bondwright::helper
{

/// Who calls. The uid is the bus daemon's word, used for the record, to share the queue among users, and to
/// recognise the owner of a transaction together with its token; authorisation is polkit's alone.
struct Caller {
    QString busName;
    quint32 uid = 0;
};

} // namespace bondwright::helper
