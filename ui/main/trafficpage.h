// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace bondwright::kernel
{
class KernelSource;
}

namespace bondwright::ui
{

class LiveChart;

/// A small live chart of the last minutes. Made when first looked at, so that a start without it is quick.
class TrafficPage final : public QWidget
{
    Q_OBJECT
public:
    explicit TrafficPage(kernel::KernelSource *source, QWidget *parent = nullptr);
    void showBond(const QString &bond);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectFeed();

    kernel::KernelSource *m_source;
    LiveChart *m_chart = nullptr;
    QString m_bond;
    QString m_shown;
};

} // namespace bondwright::ui
