// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/services.h"
#include "domain/plan.h"
#include "kernel/recordedsource.h"
#include "rehearsal/rehearsal.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;

namespace bondwright::ui
{

class FoldButton;
class LiveChart;
class StateSign;

/// What a plan does in this host's kernel, in one line; the chart of it and the report on demand. Rehearses in the
/// background; a rehearsal ends when this is hidden.
class RehearsalPane final : public QWidget
{
    Q_OBJECT
public:
    explicit RehearsalPane(const Services &services, QWidget *parent = nullptr);
    ~RehearsalPane() override;

    /// Rehearses unless this very plan has been, or is being rehearsed.
    void rehearse(const BondPlan &plan, const HostFacts &host);
    /// Nothing to rehearse yet: says so. @param why translated
    void clear(const QString &why);
    /// Of the plan last shown; nullopt: none yet.
    const std::optional<rehearsal::Report> &report() const { return m_report; }

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum class Way : quint8 { AsThisUser, ByHelper };
    void start(Way way);
    void stop();
    void take(const rehearsal::Report &report);
    void watch();
    void retranslate();
    void say();

    Services m_services;
    StateSign *m_icon;
    QLabel *m_line;
    QLabel *m_hint;
    QPushButton *m_again;
    QPushButton *m_byHelper;
    FoldButton *m_details;
    QWidget *m_detailBox;
    LiveChart *m_chart;
    QLabel *m_text;
    std::optional<BondPlan> m_plan;
    HostFacts m_host;
    Way m_way = Way::AsThisUser; ///< of the last one
    QString m_why; ///< there is no plan to rehearse
    std::optional<rehearsal::Report> m_report;
    std::unique_ptr<kernel::RecordedSource> m_source; ///< of the chart
    std::unique_ptr<rehearsal::Rehearsal> m_rehearsal; ///< while it runs
};

} // namespace bondwright::ui
