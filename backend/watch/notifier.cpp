// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/notifier.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace bondwright::watch
{

namespace
{

constexpr std::chrono::seconds patience{30};

QProcessEnvironment environmentOf(const QString &bond, const diagnosis::Diagnosis &diagnosis)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("BONDWRIGHT_BOND"), bond);
    environment.insert(QStringLiteral("BONDWRIGHT_VERDICT"), verdictName(diagnosis.verdict));
    environment.insert(QStringLiteral("BONDWRIGHT_RULE"), ruleName(diagnosis.rule));
    environment.insert(QStringLiteral("BONDWRIGHT_CAUSE"), diagnosis.cause);
    environment.insert(QStringLiteral("BONDWRIGHT_EVIDENCE"), diagnosis.evidence);
    environment.insert(QStringLiteral("BONDWRIGHT_NEXT_STEP"), diagnosis.nextStep);
    return environment;
}

} // namespace

Notifier::Notifier(const QString &command, QObject *parent, std::chrono::milliseconds pause)
    : QObject(parent)
    , m_command(command)
    , m_pause(pause)
{
}

void Notifier::tell(const QString &bond, const diagnosis::Diagnosis &diagnosis)
{
    if (m_command.isEmpty())
        return;
    Told &told = m_told[bond];
    told.waiting = diagnosis;
    if (!told.pause) {
        told.pause = new QTimer(this);
        told.pause->setSingleShot(true);
        connect(told.pause, &QTimer::timeout, this, [this, bond] { run(bond); });
    }
    if (!told.pause->isActive())
        run(bond);
}

void Notifier::run(const QString &bond)
{
    Told &told = m_told[bond];
    if (!told.waiting || told.last == told.waiting->verdict)
        return;
    auto *process = new QProcess(this);
    process->setProcessEnvironment(environmentOf(bond, *told.waiting));
    process->setStandardInputFile(QProcess::nullDevice());
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        Q_EMIT failed(process->errorString());
        process->deleteLater();
    });
    QTimer::singleShot(patience, process, &QProcess::kill);
    told.last = told.waiting->verdict;
    told.waiting.reset();
    told.pause->start(m_pause);
    process->start(m_command, QStringList());
}

} // namespace bondwright::watch
