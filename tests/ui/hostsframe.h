// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakehelperclient.h"
#include "fakehosts.h"
#include "fakekernelsource.h"
#include "hosts/hostswindow.h"
#include "samplehost.h"

#include <QSettings>
#include <QTest>

#include <memory>

namespace bondwright::ui
{

/// A window of several hosts: this one is data, the others are pieces of shell.
class HostsFrame
{
protected:
    void build()
    {
        QSettings().clear();
        m_hosts = std::make_unique<FakeHosts>();
        m_helper = std::make_unique<FakeHelperClient>();
        fillHelper(m_helper.get());
        m_source.setSnapshot(hostWithBonds());
    }
    void strike()
    {
        m_window.reset();
        m_helper.reset();
    }
    void open()
    {
        Services services;
        services.source = &m_source;
        services.helper = m_helper.get();
        m_window = std::make_unique<HostsWindow>(services, FakeHosts::make);
        m_window->openRemembered();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    std::unique_ptr<FakeHosts> m_hosts;
    FakeKernelSource m_source;
    std::unique_ptr<FakeHelperClient> m_helper;
    std::unique_ptr<HostsWindow> m_window;
};

} // namespace bondwright::ui
