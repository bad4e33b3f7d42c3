// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/installdialog.h"

#include "common/fonts.h"
#include "common/labels.h"
#include "common/retranslate.h"
#include "host/bundle/installcommands.h"
#include "host/transport/ssh.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

constexpr qsizetype longestLine = 4096;
constexpr qsizetype longestText = 64 * 1024;

} // namespace

InstallDialog::InstallDialog(const QString &host, QWidget *parent)
    : QDialog(parent)
    , m_host(host)
    , m_text(textLabel(this))
    , m_commands(new QPlainTextEdit(this))
{
    m_commands->setObjectName(u"commands"_s);
    m_commands->setReadOnly(true);
    m_commands->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_commands->setFont(fixedFont(font()));
    auto *copy = new QPushButton(this);
    auto *close = new QPushButton(this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(copy);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_commands, 1);
    layout->addLayout(buttons);
    resize(characterWidth(fontMetrics()) * 90, fontMetrics().height() * 16);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_commands->toPlainText()); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    retranslateWith(this, [this, copy, close] {
        //: @title:window %1 a host
        setWindowTitle(tr("Install Bondwright — %1").arg(m_host));
        m_text->setText(tr("Run these in a terminal, in the folder that holds the packages. Then the host can be "
                           "changed from here."));
        describe(m_commands, tr("Commands"));
        //: @action:button
        copy->setText(tr("&Copy"));
        //: @action:button
        close->setText(tr("Close"));
    });
    fill({});
    const auto command = host::sshCommand(host, {u"cat"_s, u"/etc/os-release"_s});
    if (!command)
        return;
    m_channel = std::make_unique<host::CommandChannel>(*command, longestLine);
    auto text = std::make_shared<QByteArray>();
    connect(m_channel.get(), &host::LineChannel::lineReceived, this, [text](const QByteArray &line) {
        if (text->size() < longestText)
            text->append(line + '\n');
    });
    connect(m_channel.get(), &host::LineChannel::closed, this, [this, text] { fill(*text); });
}

void InstallDialog::fill(const QByteArray &osRelease)
{
    m_commands->setPlainText(host::installCommands(m_host, host::packagesOf(osRelease, {})));
}

} // namespace bondwright::ui
