// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "host/practice/cables.h"
#include "host/remote/remotehost.h"

#include <functional>
#include <memory>

namespace bondwright::ui
{

/// Another host and what windows about it work on; made by the composition root.
struct OtherHost {
    std::unique_ptr<host::PracticeMachine> machine; ///< null: not the practice host
    std::unique_ptr<host::Cables> cables; ///< of the machine
    std::unique_ptr<host::RemoteHost> remote;
    Services services;
};
/// @param name for ssh: host::isHostName()
using MakeHost = std::function<std::unique_ptr<OtherHost>(const QString &name)>;
/// The practice host, not started yet.
using MakePracticeHost = std::function<std::unique_ptr<OtherHost>()>;

} // namespace bondwright::ui
