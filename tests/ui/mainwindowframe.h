// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakehelperclient.h"
#include "fakekernelsource.h"
#include "i18n/language.h"
#include "main/mainwindow.h"
#include "samplehost.h"
#include "tests/ui/preparewindows.h"

#include <QApplication>
#include <QTest>

#include <memory>

namespace bondwright::ui
{

/// A main window on a host and a helper that are data.
class MainWindowFrame
{
protected:
    void build()
    {
        i18n::installLanguage(QStringLiteral("en"));
        m_source = std::make_unique<FakeKernelSource>();
        m_helper = std::make_unique<FakeHelperClient>();
        fillHelper(m_helper.get());
        m_services.source = m_source.get();
        m_services.helper = m_helper.get();
    }
    void strike()
    {
        m_window.reset();
        m_helper.reset();
        m_source.reset();
        m_services = {};
    }
    void open(const kernel::Snapshot &host)
    {
        m_source->setSnapshot(host);
        m_window = std::make_unique<MainWindow>(m_services);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        // Under Wayland Qt Test does not wait for it, and a shortcut of a window that is not active does nothing.
        QTRY_COMPARE(QApplication::activeWindow(), m_window.get());
        QTRY_VERIFY(m_helper->calls.contains(QStringLiteral("capabilities")));
        QTest::qWait(10);
    }
    bool says(const QString &words) const { return ui::says(m_window.get(), words); }

    std::unique_ptr<FakeKernelSource> m_source;
    std::unique_ptr<FakeHelperClient> m_helper;
    Services m_services; ///< to be added to before open()
    std::unique_ptr<MainWindow> m_window;
};

} // namespace bondwright::ui
