// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperclient/helperclient.h"

namespace bondwright::helper
{

HelperClient::~HelperClient() = default;

} // namespace bondwright::helper
