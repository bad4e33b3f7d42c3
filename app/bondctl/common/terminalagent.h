// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace bondwright::cli
{

/// Asks for passwords on the terminal where no graphical agent does: runs pkttyagent for this process
/// for as long as the object lives. Does nothing without a terminal or as root.
class TerminalAgent
{
public:
    TerminalAgent();
    ~TerminalAgent();
    Q_DISABLE_COPY_MOVE(TerminalAgent)

private:
    QProcess m_process;
};

} // namespace bondwright::cli
