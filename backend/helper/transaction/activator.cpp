// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/transaction/activator.h"

namespace bondwright::helper
{

Activator::~Activator() = default;

} // namespace bondwright::helper
