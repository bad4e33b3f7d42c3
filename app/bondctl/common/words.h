// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace bondwright::cli
{

/// tr() in the one context that translators see for all of bondctl.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(bondctl)
};

} // namespace bondwright::cli
