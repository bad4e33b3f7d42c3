// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/exposition.h"

#include <cmath>

namespace bondwright::watch
{

namespace
{

/// Label values come from switches too: the three characters that end a value or a line are escaped.
QByteArray escaped(const QString &value)
{
    return value.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

QByteArray number(double value)
{
    if (std::floor(value) == value && std::abs(value) < 9e15)
        return QByteArray::number(qint64(value));
    return QByteArray::number(value, 'g', 12);
}

} // namespace

void Exposition::family(const QByteArray &name, FamilyKind kind, const QByteArray &help)
{
    const bool isOpen = m_format == MetricsFormat::OpenMetrics;
    m_name = name;
    m_kind = kind;
    QByteArray type = "gauge";
    QByteArray headName = name;
    if (kind == FamilyKind::Counter) {
        type = "counter";
        headName += isOpen ? "" : "_total";
    } else if (kind == FamilyKind::Info) {
        type = isOpen ? "info" : "gauge";
        headName += isOpen ? "" : "_info";
    } else if (kind == FamilyKind::Histogram) {
        type = "histogram";
    }
    m_head = "# HELP " + headName + ' ' + help + "\n# TYPE " + headName + ' ' + type + '\n';
}

void Exposition::sample(const Labels &labels, double value, const QByteArray &suffix)
{
    m_text += m_head + m_name;
    m_head.clear();
    if (m_kind == FamilyKind::Counter)
        m_text += "_total";
    else if (m_kind == FamilyKind::Info)
        m_text += "_info";
    m_text += suffix;
    QByteArray list;
    for (const Label &label : labels)
        list += (list.isEmpty() ? "" : ",") + label.first + "=\"" + escaped(label.second) + '"';
    if (!list.isEmpty())
        m_text += '{' + list + '}';
    m_text += ' ' + number(value) + '\n';
}

QByteArray Exposition::text() const
{
    return m_format == MetricsFormat::OpenMetrics ? m_text + "# EOF\n" : m_text;
}

} // namespace bondwright::watch
