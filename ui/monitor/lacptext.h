// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace bondwright::ui
{

/// The bits of an LACP port state in words: "active, fast, in sync, collecting, distributing". Translated.
/// nullopt (not mode 4, or not told by the kernel) gives an empty text.
QString lacpStateText(std::optional<quint16> state);

/// What is wrong with a port, or that it works, from both ends' states.
QString lacpVerdict(std::optional<quint16> actor, std::optional<quint16> partner);

} // namespace bondwright::ui
