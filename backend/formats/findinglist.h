// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/findings.h"

namespace bondwright::formats
{

inline Finding finding(Severity severity, QString code, QString field, QString message, QString advice = {})
{
    return {severity, FindingScope::Host, std::move(code), std::move(field), std::move(message), std::move(advice)};
}

} // namespace bondwright::formats
