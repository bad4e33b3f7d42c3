// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watch/metrics.h"

#include <QByteArray>

namespace bondwright::watch
{

enum class FamilyKind : quint8 { Gauge, Counter, Info, Histogram };

using Label = std::pair<QByteArray, QString>;
using Labels = QList<Label>;

/// Writes families of metrics one after the other; a family without samples is left out.
class Exposition
{
public:
    explicit Exposition(MetricsFormat format)
        : m_format(format)
    {
    }
    /// @param name without the "_total" of a counter and the "_info" of an info
    void family(const QByteArray &name, FamilyKind kind, const QByteArray &help);
    void sample(const Labels &labels, double value, const QByteArray &suffix = {});
    QByteArray text() const;

private:
    MetricsFormat m_format;
    QByteArray m_name, m_head;
    FamilyKind m_kind = FamilyKind::Gauge;
    QByteArray m_text;
};

} // namespace bondwright::watch
