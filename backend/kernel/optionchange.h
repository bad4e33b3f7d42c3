// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/bondoptions.h"

#include <QList>
#include <QMap>
#include <QString>

namespace bondwright::kernel
{

/// What has to be sent to a running bond so that its options become those wanted; each map is one message, sent
/// in this order. Options that are as wanted already are left out, except the delays that the driver keeps as
/// multiples of a miimon that changes.
/// @param running as the kernel reports them, by the table's own names
/// @param wanted likewise, see BondOptions::canonical(); others stay as they are
QList<QMap<QString, QString>> optionMessages(const BondOptions &running, const BondOptions &wanted);

/// Whether two texts are one value of this option to the driver: the order of targets carries no meaning.
bool isSameOptionValue(const QString &option, const QString &one, const QString &other);

} // namespace bondwright::kernel
