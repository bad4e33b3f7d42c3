// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace bondwright::helper::runtime
{

/// For a way that goes on after an error: keeps the first.
class FirstError final
{
public:
    void operator()(const Result<void> &result)
    {
        if (!result && m_result)
            m_result = result;
    }
    const Result<void> &result() const { return m_result; }

private:
    Result<void> m_result;
};

} // namespace bondwright::helper::runtime
