// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hosts/installdialog.h"

#include "common/labels.h"
#include "common/retranslate.h"
#include "host/transport/ssh.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

constexpr qsizetype longestLine = 4096;
constexpr qsizetype mostLines = 100;

/// Words of ID and ID_LIKE (os-release(5)).
QStringList familyOf(const QStringList &osRelease)
{
    QStringList words;
    for (const QString &line : osRelease) {
        if (line.startsWith(u"ID=") || line.startsWith(u"ID_LIKE="))
            words += line.section(u'=', 1).remove(u'"').remove(u'\'').split(u' ');
    }
    return words;
}

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
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 16);
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
    show({});
    const auto command = host::sshCommand(host, {u"cat"_s, u"/etc/os-release"_s});
    if (!command)
        return;
    m_channel = std::make_unique<host::CommandChannel>(*command, longestLine);
    auto lines = std::make_shared<QStringList>();
    connect(m_channel.get(), &host::LineChannel::lineReceived, this, [lines](const QByteArray &line) {
        if (lines->size() < mostLines)
            lines->append(QString::fromUtf8(line));
    });
    connect(m_channel.get(), &host::LineChannel::closed, this, [this, lines] { show(*lines); });
}

void InstallDialog::show(const QStringList &osRelease)
{
    m_commands->setPlainText(commandsFor(m_host, osRelease));
}

QString InstallDialog::commandsFor(const QString &host, const QStringList &osRelease)
{
    const QStringList family = familyOf(osRelease);
    const QString debian
        = u"scp bondwright_*.deb %1:/tmp/\nssh -t %1 'sudo apt install /tmp/bondwright_*.deb'\n"_s.arg(host);
    const QString redHat
        = u"scp bondwright-*.rpm %1:/tmp/\nssh -t %1 'sudo dnf install /tmp/bondwright-*.rpm'\n"_s.arg(host);
    const auto is = [&family](std::initializer_list<QLatin1StringView> names) {
        return std::ranges::any_of(names, [&family](QLatin1StringView name) { return family.contains(name); });
    };
    if (is({"debian"_L1, "ubuntu"_L1, "uos"_L1, "deepin"_L1}))
        return debian;
    if (is({"rhel"_L1, "fedora"_L1, "centos"_L1, "openEuler"_L1, "anolis"_L1, "kylin"_L1}))
        return redHat;
    //: @info above command lines; keep the names
    return u"# "_s + tr("Debian, Ubuntu, UOS:") + u'\n' + debian + u"\n# "_s + tr("RHEL, Fedora, openEuler, Kylin:")
        + u'\n' + redHat;
}

} // namespace bondwright::ui
