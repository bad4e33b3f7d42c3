// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace bondwright::host
{

/// How far a host can be reached.
enum class Reach : quint8 {
    Connecting,
    Served, ///< by its bondctl, or it is this computer
    Watched, ///< without bondctl: polled twice a second, and not changed
    Offline, ///< will be tried again
    Refused, ///< a person has to do something first
};

/// What is shown of it is up to date.
constexpr bool isReached(Reach reach)
{
    return reach == Reach::Served || reach == Reach::Watched;
}

} // namespace bondwright::host
