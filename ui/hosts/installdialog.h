// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/transport/commandchannel.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace bondwright::ui
{

/// The commands that install Bondwright on a host, for its distribution. Nothing is done by itself.
class InstallDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit InstallDialog(const QString &host, QWidget *parent = nullptr);

private:
    /// @param osRelease /etc/os-release of the host; empty: it is not known
    void fill(const QByteArray &osRelease);

    QString m_host;
    QLabel *m_text;
    QPlainTextEdit *m_commands;
    std::unique_ptr<host::CommandChannel> m_channel;
};

} // namespace bondwright::ui
