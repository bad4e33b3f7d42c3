// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rehearsinguser.h"

#include "lab/guest.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <grp.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bondwright::rehearsal
{

namespace
{

constexpr uid_t nobody = 65534;

void becomeNobody()
{
    if (::setgroups(0, nullptr) != 0 || ::setresgid(nobody, nobody, nobody) != 0
        || ::setresuid(nobody, nobody, nobody) != 0)
        ::_exit(99);
}

} // namespace

BondPlan planOf(Mode mode)
{
    BondPlan plan = usualPlan(mode);
    plan.ipv4 = {IpMethod::Manual, {u"192.0.2.1/24"_s}, u"192.0.2.254"_s, {}, {}, {}, {}};
    return plan;
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), qPrintable(path));
}

QStringList host()
{
    QStringList found = QDir(u"/sys/class/net"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QByteArray &line : [] {
             QFile modules(u"/proc/modules"_s);
             return modules.open(QIODevice::ReadOnly) ? modules.readAll().split('\n') : QByteArrayList();
         }())
        found.append(u"module "_s + QString::fromLatin1(line.left(line.indexOf(' '))));
    for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const QString space = QFile::symLinkTarget(u"/proc/%1/ns/net"_s.arg(pid)).section(u'/', -1);
        if (!space.isEmpty() && !found.contains(space))
            found.append(space);
    }
    found.sort();
    return found;
}

QByteArray problemsOf(const Report &report)
{
    QByteArray words;
    for (const failover::StepResult &step : report.test ? report.test->steps : QList<failover::StepResult>()) {
        for (const failover::Problem &problem : step.problems)
            words += step.slave.toLatin1() + ' ' + failover::problemName(problem.kind).toLatin1() + ' '
                + problem.slave.toLatin1() + ' ' + problem.detail.toUtf8() + ' '
                + QByteArray::number(qint64(step.outage().count())) + " us; ";
    }
    return words + QJsonDocument(toJson(report)).toJson(QJsonDocument::Compact);
}

void RehearsingUser::prepare()
{
    QVERIFY2(lab::isGuest(), "runs in the lab's guest");
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777)));
    m_planFile = m_folder.filePath(u"plan.json"_s);
}

std::unique_ptr<QProcess> RehearsingUser::startAsNobody(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setChildProcessModifier(becomeNobody);
    process->setWorkingDirectory(m_folder.path());
    process->start(QStringLiteral(BONDCTL), arguments);
    return process;
}

std::optional<Report> RehearsingUser::rehearse(const BondPlan &plan, const QStringList &more)
{
    write(m_planFile, planToJson(plan));
    const auto process = startAsNobody(QStringList{u"rehearse"_s, m_planFile, u"--json"_s} + more);
    m_exitCode = lab::endOf(*process);
    m_output = process->readAllStandardOutput();
    m_complaint = process->readAllStandardError();
    if (!m_complaint.isEmpty())
        qInfo("%s", m_complaint.constData());
    return reportFromJson(QJsonDocument::fromJson(m_output).object());
}

} // namespace bondwright::rehearsal
