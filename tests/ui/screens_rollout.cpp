// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of "Roll out…", behind which an ansible-playbook of the test says what Ansible would.

#include "diagnosis/verdict.h"
#include "hosts/nicruledialog.h"
#include "hosts/questiondialog.h"
#include "hosts/rolloutwindow.h"
#include "screens.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace bondwright::ui
{

namespace
{

const QStringList sampleHosts{u"srv-db-01"_s, u"ops@srv-db-02"_s, u"srv-db-03"_s, u"ssh://srv-db-04:2222"_s,
                              u"srv-db-05.rack7.example.com"_s};

void writeAnsible(const QTemporaryDir &folder, const QByteArray &lines)
{
    QFile said(folder.filePath(u"lines"_s));
    if (!said.open(QIODevice::WriteOnly) || said.write(lines) != lines.size())
        qFatal("no room for Ansible's lines");
    QFile program(folder.filePath(u"ansible-playbook"_s));
    if (!program.open(QIODevice::WriteOnly))
        qFatal("no room for Ansible's stand-in");
    program.write("#!/bin/sh\ncat \"${0%/*}/lines\"\n");
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QByteArray playLine(bool isCheck)
{
    const QByteArray hosts
        = R"(["srv-db-01","ops@srv-db-02","srv-db-03","srv-db-04#2222","srv-db-05.rack7.example.com"])";
    return R"({"type":"play","check":)" + QByteArray(isCheck ? "true" : "false") + R"(,"hosts":)" + hosts
        + R"(,"batch":)" + (isCheck ? hosts : QByteArray(R"(["srv-db-01"])")) + "}\n";
}

QByteArray resultLine(const char *host, const char *outcome, const QByteArray &result)
{
    return QByteArray(R"({"type":"result","host":")") + host + R"(","outcome":")" + outcome
        + R"(","action":"bondwright.bond.bond","result":)" + result + "}\n";
}

/// @param more members of the result
QByteArray changeOf(const QByteArray &address, const QByteArray &more = {})
{
    return R"({"changed":true,"transaction":{"state":"done"},"diff":[{"after_header":)"
           R"("/etc/NetworkManager/system-connections/bond0.nmconnection","before":"",)"
           R"("after":"[connection]\nid=bond0\ntype=bond\n\n[ipv4]\nmethod=manual\naddress1=)"
        + address + R"(\ngateway=192.0.2.254\n"}])" + more + '}';
}

QByteArray checkLines()
{
    QByteArray lines = playLine(true);
    int number = 2;
    for (const char *host : {"srv-db-01", "ops@srv-db-02", "srv-db-03", "srv-db-04#2222"}) {
        lines += resultLine(host, "ok",
                            changeOf("192.0.2." + QByteArray::number(number++) + "/24,192.0.2.254",
                                     R"(,"chosen":["enp59s0f0","enp59s0f1"],"outcome":"passed","failover_ms":104.4)"));
    }
    return lines + resultLine("srv-db-05.rack7.example.com", "ok", R"({"changed":false,"outcome":"not-possible"})")
        + "{\"type\":\"stats\",\"hosts\":{}}\n";
}

QByteArray runLines()
{
    return playLine(false) + resultLine("srv-db-01", "ok", changeOf("192.0.2.2/24", R"(,"outage_ms":90.6)"))
        + resultLine("ops@srv-db-02", "ok",
                     changeOf("192.0.2.3/24", R"(,"bonds":[{"name":"bond0","verdict":"healthy"}])"))
        + resultLine(
               "srv-db-03", "failed",
               R"({"msg":"The host reverted the change: bond0 has no link","transaction":{"state":"rolled-back"}})")
        + resultLine(
               "srv-db-04#2222", "unreachable",
               R"({"msg":"Failed to connect to the host via ssh: connect to host srv-db-04 port 2222: No route to host"})")
        + "{\"type\":\"stats\",\"hosts\":{}}\n";
}

RolloutWindow::Start sampleStart()
{
    RolloutWindow::Start start;
    start.plan.name = u"bond0"_s;
    start.plan.slaves = {{u"eth0"_s, {}, {}, {}}, {u"eth1"_s, {}, {}, {}}};
    start.plan.ipv4.method = IpMethod::Manual;
    start.plan.ipv4.addresses = {u"192.0.2.1/24"_s};
    start.plan.ipv4.gateway = u"192.0.2.254"_s;
    start.from = u"srv1"_s;
    start.hosts = sampleHosts;
    start.verdictOf = [](const QString &) { return diagnosis::verdictWord(diagnosis::Verdict::Healthy); };
    return start;
}

/// A whole hall: in the middle of its roll-out, one of the second batch has reverted.
void shootManyHosts(Camera *camera, const QTemporaryDir &folder)
{
    RolloutWindow::Start start = sampleStart();
    start.hosts.clear();
    QByteArray all;
    for (int i = 1; i <= 200; ++i) {
        start.hosts.append(u"srv%1"_s.arg(i, 3, 10, QChar(u'0')));
        all += (i == 1 ? "[\"" : ",\"") + start.hosts.last().toUtf8() + '"';
    }
    all += ']';
    const auto lines = [&start, &all](bool isCheck, int count) {
        QByteArray said = R"({"type":"play","check":)" + QByteArray(isCheck ? "true" : "false") + R"(,"hosts":)" + all
            + R"(,"batch":)" + all + "}\n";
        for (int i = 0; i < count; ++i)
            said += resultLine(start.hosts.at(i).toUtf8().constData(), "ok",
                               changeOf("192.0.2." + QByteArray::number(i % 250 + 2) + "/24"));
        return said;
    };
    writeAnsible(folder, lines(true, 200) + "{\"type\":\"stats\",\"hosts\":{}}\n");
    RolloutWindow window(start);
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.resize(camera->size());
    window.show();
    const auto button = [&window](const char *name) { return window.findChild<QPushButton *>(QLatin1String(name)); };
    QTest::mouseClick(button("check"), Qt::LeftButton);
    (void)QTest::qWaitFor([&] { return button("go")->isEnabled(); }, 10'000);
    writeAnsible(folder,
                 lines(false, 60)
                     + resultLine("srv061", "failed",
                                  R"({"msg":"The host reverted the change: bond0 has no link",)"
                                  R"("transaction":{"state":"rolled-back"}})")
                     + R"({"type":"state","host":"srv062","state":"applied"})"
                     + "\n{\"type\":\"stats\",\"hosts\":{}}\n");
    QTest::mouseClick(button("go"), Qt::LeftButton);
    (void)QTest::qWaitFor([&] { return button("save-report")->isEnabled(); }, 10'000);
    camera->shoot(&window, u"rollout-5-many"_s);
}

} // namespace

void shootRollout(Camera *camera)
{
    const QTemporaryDir folder;
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", folder.path().toLocal8Bit() + ':' + path);
    RolloutWindow window(sampleStart());
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.resize(camera->size());
    window.show();
    const auto button = [&window](const char *name) { return window.findChild<QPushButton *>(QLatin1String(name)); };
    auto *table = window.findChild<QAbstractItemView *>(u"rollout-hosts"_s);
    camera->shoot(&window, u"rollout-1-choosing"_s);
    window.findChild<QLineEdit *>(u"batches"_s)->setText(u"1, many"_s);
    camera->shoot(&window, u"rollout-1-mistake"_s);
    window.findChild<QLineEdit *>(u"batches"_s)->setText(u"1, 50%"_s);
    writeAnsible(folder, checkLines());
    QTest::mouseClick(button("check"), Qt::LeftButton);
    (void)QTest::qWaitFor([&] { return button("go")->isEnabled(); }, 10'000);
    table->setCurrentIndex(table->model()->index(1, 0));
    camera->shoot(&window, u"rollout-2-checked"_s);
    writeAnsible(folder, runLines());
    QTest::mouseClick(button("go"), Qt::LeftButton);
    (void)QTest::qWaitFor([&] { return button("save-report")->isEnabled(); }, 10'000);
    camera->shoot(&window, u"rollout-3-ended"_s);
    QTest::mouseClick(button("nics"), Qt::LeftButton);
    if (auto *dialog = window.findChild<NicRuleDialog *>()) {
        dialog->findChild<QCheckBox *>(u"by-rule"_s)->click();
        camera->shoot(dialog, u"rollout-nics"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
    }
    writeAnsible(folder, checkLines());
    QTest::mouseClick(button("check"), Qt::LeftButton);
    (void)QTest::qWaitFor([&] { return button("go")->isEnabled(); }, 10'000);
    camera->shoot(&window, u"rollout-4-by-rule"_s);
    window.findChild<QCheckBox *>(u"sudo"_s)->setChecked(true);
    QTest::mouseClick(button("check"), Qt::LeftButton);
    if (auto *dialog = window.findChild<QuestionDialog *>())
        camera->shoot(dialog, u"rollout-sudo"_s);
    shootManyHosts(camera, folder);
    qputenv("PATH", path);
}

} // namespace bondwright::ui
