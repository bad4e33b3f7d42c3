// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/request.h"

namespace bondwright::helper
{

/// An answer's value with its sentences in the form that the client asked for.
QVariant inForm(const QVariant &value, Texts texts);

} // namespace bondwright::helper
