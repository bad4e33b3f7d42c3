// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A monitor window's exports, recording and settings.

#include "monitor/monitorwindow.h"

#include "chart/bondfeed.h"
#include "chart/livechart.h"
#include "common/savedialog.h"
#include "common/settings.h"
#include "diagnosis/healthkeeper.h"
#include "kernel/kernelsource.h"
#include "monitor/chartbar.h"
#include "monitor/chartexport.h"
#include "monitor/eventpanel.h"
#include "monitor/pingpanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSplitter>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

void MonitorWindow::buildExportMenu()
{
    QMenu *menu = m_bar->exportMenu();
    menu->clear();
    const auto add
        = [&](const QString &text, const QString &suffix, std::function<Result<void>(const QString &)> write) {
              connect(menu->addAction(text), &QAction::triggered, this,
                      [this, suffix, write = std::move(write)] { exportTo(suffix, write); });
          };
    //: @action:inmenu
    add(tr("Chart as PNG…"), u"png"_s,
        [this](const QString &path) { return exportPng(*m_chart, path, m_chart->size(), 2); });
    //: @action:inmenu
    add(tr("Chart as SVG…"), u"svg"_s,
        [this](const QString &path) { return exportSvg(*m_chart, path, m_chart->size()); });
    //: @action:inmenu
    add(tr("Samples as CSV…"), u"csv"_s,
        [this](const QString &path) { return exportText(path, samplesCsv(*m_feed->data())); });
    //: @action:inmenu
    add(tr("Events as CSV…"), u"csv"_s,
        [this](const QString &path) { return exportText(path, eventsCsv(m_events->events())); });
    menu->addSeparator();
    //: @action:inmenu
    QAction *record = menu->addAction(m_recorder.isRecording() ? tr("Stop recording")
                                                               //: @action:inmenu
                                                               : tr("Record everything…"));
    record->setObjectName(u"record"_s);
    connect(record, &QAction::triggered, this, &MonitorWindow::toggleRecording);
    //: @action:inmenu
    connect(menu->addAction(tr("Copy support summary")), &QAction::triggered, this, &MonitorWindow::copySummary);
}

void MonitorWindow::exportTo(const QString &suffix, const std::function<Result<void>(const QString &)> &write)
{
    const QString name = m_bond + QDateTime::currentDateTime().toString(u"-yyyyMMdd-HHmmss."_s) + suffix;
    askWhereToSave(this, m_bar->exportAction()->text(), name, [this, write](const QString &path) {
        const auto written = write(path);
        const bool isRecording = written && m_recorder.isRecording() && path == m_recordingTo;
        say(isRecording ? recordingText() : savedText(path, written));
    });
}

void MonitorWindow::toggleRecording()
{
    if (m_recorder.isRecording()) {
        m_recorder.stop();
        say({});
        buildExportMenu();
        return;
    }
    exportTo(u"bwrec"_s, [this](const QString &path) {
        m_recordingTo = path;
        m_closeAsked = false;
        const Result<void> started = m_recorder.start(path);
        buildExportMenu();
        return started;
    });
}

QString MonitorWindow::recordingText() const
{
    //: @info:status %1 is a path
    return tr("Recording into %1 until “Stop recording”.").arg(m_recordingTo);
}

void MonitorWindow::copySummary()
{
    const kernel::Snapshot &snapshot = m_services.source->snapshot();
    const auto *keeper = diagnosis::HealthKeeper::of(m_services.source);
    const kernel::BondState *bond = snapshot.bondByName(m_bond);
    QGuiApplication::clipboard()->setText(supportSummary(
        snapshot, m_bond, bond ? keeper->judge(*bond) : diagnosis::Diagnosis(), keeper->ports(), m_events->events()));
    //: @info:status
    say(tr("The support summary is in the clipboard."));
}

QString MonitorWindow::settingsKey(const QString &name) const
{
    // A bond's name may hold a slash's cousins; hex keeps QSettings' groups out of it.
    return u"monitor/"_s + QString::fromLatin1(m_bond.toUtf8().toHex()) + u'/' + name;
}

void MonitorWindow::restoreState()
{
    const QSettings saved;
    settings::rememberGeometry(this, u"monitor"_s);
    m_columns->restoreState(saved.value(u"monitor/columns"_s).toByteArray());
    m_rows->restoreState(saved.value(u"monitor/rows"_s).toByteArray());
    const int span = saved.value(settingsKey(u"span"_s), 120).toInt();
    m_chart->setSpan(std::chrono::seconds(span));
    const QStringList usual = settings::ratesInBits() ? QStringList() : QStringList{u"bytes"_s};
    m_bar->choose(saved.value(u"monitor/view"_s, usual).toStringList());
    m_pings->setInterval(std::chrono::milliseconds(saved.value(settingsKey(u"pingInterval"_s), 100).toInt()));
    if (!m_services.isRecording() && saved.contains(settingsKey(u"pings"_s))) {
        m_hasPinged = true;
        for (const QString &target : saved.value(settingsKey(u"pings"_s)).toStringList())
            m_pings->addTarget(target);
    }
}

void MonitorWindow::saveState()
{
    QSettings settings;
    settings.setValue(u"monitor/columns"_s, m_columns->saveState());
    settings.setValue(u"monitor/rows"_s, m_rows->saveState());
    settings.setValue(u"monitor/view"_s, m_bar->choices());
    settings.setValue(settingsKey(u"span"_s), qlonglong(m_chart->span().count()));
    settings.setValue(settingsKey(u"pingInterval"_s), qlonglong(m_pings->interval().count()));
    if (!m_services.isRecording() && (m_hasPinged || !m_pings->targets().isEmpty()))
        settings.setValue(settingsKey(u"pings"_s), m_pings->targets());
}

} // namespace bondwright::ui
