// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "cuttexts.h"
#include "fakehelperclient.h"
#include "fakekernelsource.h"
#include "mnemonics.h"
#include "samplehost.h"

#include <QCursor>
#include <QTest>
#include <QWidget>

namespace bondwright::ui
{

/// Takes the pictures, and looks for cut texts and overlapping widgets in each.
class Camera
{
public:
    Camera(QString folder, QString tag)
        : m_folder(std::move(folder))
        , m_tag(std::move(tag))
    {
    }

    /// Of the windows that are pictured in it; the dialogs have their own.
    QSize size() const { return m_size; }
    void setSize(QSize size) { m_size = size; }

    void shoot(QWidget *window, const QString &name)
    {
        // Out of the way: a status tip of what lies under the pointer hides the status line.
        QCursor::setPos(window->mapToGlobal(QPoint(window->width() - 2, window->height() - 2)));
        QTest::qWait(60);
        window->ensurePolished();
        // One layout asks for the next, and on a busy machine the time above is over before they have come to rest.
        for (int round = 0; round < 10; ++round)
            QCoreApplication::processEvents();
        const QString file = QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_tag);
        if (!window->grab().save(file))
            m_faults.append(QStringLiteral("%1 cannot be written").arg(file));
        for (const QString &fault : cutTexts(window) + cutNames(window) + duplicateMnemonics(window))
            m_faults.append(QStringLiteral("%1-%2: %3").arg(name, m_tag, fault));
        ++m_count;
    }
    int count() const { return m_count; }
    const QStringList &faults() const { return m_faults; }

private:
    QString m_folder;
    QString m_tag;
    QSize m_size{1024, 700};
    int m_count = 0;
    QStringList m_faults;
};

/// A host in memory behind the windows.
struct Stage {
    FakeKernelSource source;
    FakeHelperClient helper;
    Services services;

    Stage()
    {
        fillHelper(&helper);
        services.source = &source;
        services.helper = &helper;
    }
};

void shootMonitor(Camera *camera);
void shootFailoverTest(Camera *camera);
void shootRollout(Camera *camera);

} // namespace bondwright::ui
