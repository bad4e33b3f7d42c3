// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "watch/survey.h"

namespace bondwright::cli
{

/// Waits for a survey of this host, at most 8 s.
watch::Surveyed surveyNow(const kernel::Snapshot &snapshot);

} // namespace bondwright::cli
