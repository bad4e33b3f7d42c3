// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/pendingchange.h"
#include "domain/plandraft.h"
#include "mainwindowframe.h"
#include "wizard/wizardwindow.h"

#include <QStackedWidget>

namespace bondwright::ui
{

/// A wizard with a new draft on a host without bonds and a helper that is data.
class WizardFrame
{
protected:
    void build()
    {
        i18n::installLanguage(QStringLiteral("en"));
        m_source = std::make_unique<FakeKernelSource>();
        m_source->setSnapshot(hostWithoutBond());
        m_helper = std::make_unique<FakeHelperClient>();
        fillHelper(m_helper.get());
        m_pending = std::make_unique<PendingChange>(m_helper.get());
        Services services;
        services.source = m_source.get();
        services.helper = m_helper.get();
        services.rehearsalProgram = m_rehearsalProgram;
        if (m_makePinger)
            services.makePinger = m_makePinger;
        m_window = std::make_unique<WizardWindow>(services, m_pending.get());
        m_window->startNew();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void strike()
    {
        m_window.reset();
        m_pending.reset();
        m_helper.reset();
        m_source.reset();
    }
    WizardWindow *window() { return m_window.get(); }
    PlanDraft *edited() { return m_window->findChild<PlanDraft *>(); }
    PageId shownPage() const
    {
        return PageId(m_window->findChild<QStackedWidget *>(QStringLiteral("pages"))->currentIndex());
    }

    QString m_rehearsalProgram; ///< none: nothing is rehearsed
    std::function<ping::Pinger *(const ping::PingTarget &, QObject *)> m_makePinger; ///< none: the host's own
    std::unique_ptr<FakeKernelSource> m_source;
    std::unique_ptr<FakeHelperClient> m_helper;
    std::unique_ptr<PendingChange> m_pending;
    std::unique_ptr<WizardWindow> m_window;
};

} // namespace bondwright::ui
