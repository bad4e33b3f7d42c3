// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monitor/chartexport.h"

#include "chart/livechart.h"
#include "domain/sentences.h"
#include "i18n/printable.h"
#include "models/texts.h"
#include "posix/wholefile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace bondwright::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString isoTime(qint64 wallNs)
{
    return QDateTime::fromMSecsSinceEpoch(wallNs / 1'000'000).toString(Qt::ISODateWithMs);
}

} // namespace

Result<void> exportText(const QString &path, const QByteArray &content)
{
    return writeWhole(path, content, u"export.write"_s);
}

Result<void> exportPng(LiveChart &chart, const QString &path, const QSize &size, double pixelRatio)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    chart.renderImage(size, pixelRatio).save(&buffer, "PNG");
    return exportText(path, buffer.data());
}

Result<void> exportSvg(LiveChart &chart, const QString &path, const QSize &size)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(u"Bondwright"_s);
    QPainter painter(&generator);
    chart.renderVector(painter, size);
    painter.end();
    return exportText(path, buffer.data());
}

QString csvField(const QString &text)
{
    QString field = text;
    if (!field.isEmpty() && u"=+-@\t\r"_s.contains(field.front()))
        field.prepend(u'\'');
    if (field.contains(u'"') || field.contains(u',') || field.contains(u'\n') || field.contains(u'\r'))
        field = u'"' + field.replace(u'"', u"\"\""_s) + u'"';
    return field;
}

QByteArray samplesCsv(const ChartData &data)
{
    QString text = u"time,monotonic_ns"_s;
    struct Column {
        std::span<const float> values;
    };
    QList<Column> columns;
    const auto times = data.traffic().axis().times(0);
    for (const TrafficSeries &series : data.series()) {
        const bool isReceive = series.direction == TrafficDirection::Receive;
        const auto *values
            = data.traffic().series(series.ifindex, isReceive ? history::Metric::RxBytes : history::Metric::TxBytes);
        if (!values)
            continue;
        columns.append({values->samples()});
        text += u',' + csvField(series.name + (isReceive ? u" rx B/s"_s : u" tx B/s"_s));
    }
    text += u"\r\n"_s;
    for (std::size_t i = 0; i < times.size(); ++i) {
        text += isoTime(times[i] + data.wallOffset()) + u',' + QString::number(times[i]);
        for (const Column &column : std::as_const(columns)) {
            text += u',';
            // A series that began later is shorter; its values end together with the times.
            const std::size_t late = times.size() - std::min(times.size(), column.values.size());
            if (i >= late && !std::isnan(column.values[i - late]))
                text += QString::number(double(column.values[i - late]), 'f', 0);
        }
        text += u"\r\n"_s;
    }
    return text.toUtf8();
}

QByteArray eventsCsv(const QList<kernel::BondEvent> &events)
{
    QString text = u"time,monotonic_ns,kind,bond,slave,from,to,reason,outage_ms,text\r\n"_s;
    for (const kernel::BondEvent &event : events) {
        const QStringList fields{event.wallTime.toString(Qt::ISODateWithMs),
                                 QString::number(event.monotonicNs),
                                 kernel::eventKindName(event.kind),
                                 csvField(event.bond),
                                 csvField(event.slave),
                                 csvField(event.from),
                                 csvField(event.to),
                                 csvField(kernel::eventReasonName(event.reason)),
                                 event.outage ? QString::number(event.outage->count()) : QString(),
                                 csvField(kernel::eventText(event))};
        text += fields.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

QString supportSummary(const kernel::Snapshot &snapshot, const QString &name, const diagnosis::Diagnosis &health,
                       const neighbours::SwitchPorts &ports, const QList<kernel::BondEvent> &events)
{
    QStringList lines;
    const auto line
        = [&lines](const QString &key, const QString &value) { lines.append(key + u": "_s + i18n::printable(value)); };
    line(u"bondwright"_s, QStringLiteral(BONDWRIGHT_VERSION));
    line(u"kernel"_s, snapshot.kernelRelease);
    line(u"time"_s, QDateTime::currentDateTime().toString(Qt::ISODate));
    const kernel::BondState *bond = snapshot.bondByName(name);
    if (!bond) {
        line(u"bond"_s, name + u" (not there)"_s);
        return lines.join(u'\n') + u'\n';
    }
    const kernel::NicState nic = snapshot.nics.value(bond->ifindex);
    line(u"bond"_s, name);
    line(u"mode"_s, kernelName(bond->mode));
    line(u"verdict"_s,
         diagnosis::verdictName(health.verdict) + u" – "_s + joinSentences({health.cause, health.nextStep}));
    for (const diagnosis::Finding &finding : health.findings)
        line(u"finding"_s,
             ruleName(finding.rule) + u" – "_s + joinSentences({finding.cause, finding.evidence, finding.nextStep}));
    line(u"mac"_s, nic.mac.toString());
    line(u"mtu"_s, QString::number(nic.mtu));
    line(u"addresses"_s, nic.addresses.toStrings().join(u' '));
    if (bond->activeSlave)
        line(u"active slave"_s, snapshot.nics.value(*bond->activeSlave).name);
    if (bond->ad)
        line(u"aggregator"_s,
             u"id %1, ports %2, partner %3"_s.arg(bond->ad->aggregatorId)
                 .arg(bond->ad->ports)
                 .arg(bond->ad->partnerMac.toString()));
    for (auto option = bond->options.cbegin(); option != bond->options.cend(); ++option)
        line(u"option "_s + i18n::printable(option.key()), option.value());
    for (const kernel::SlaveState &slave : bond->slaves) {
        const kernel::NicState port = snapshot.nics.value(slave.ifindex);
        lines.append(QString());
        line(u"slave"_s, slave.name);
        line(u"  driver"_s, port.driver + u' ' + port.busAddress);
        line(u"  link"_s,
             port.carrier       ? u"up %1 Mbit/s"_s.arg(port.speedMbps ? QString::number(*port.speedMbps) : u"?"_s)
                 : port.adminUp ? u"no carrier"_s
                                : u"administratively down"_s);
        if (const auto heard = ports.constFind(slave.name); heard != ports.cend())
            line(u"  switch port"_s, switchPortText(*heard));
        line(u"  mii"_s, kernel::miiName(slave.mii));
        line(u"  active"_s, slave.active ? u"yes"_s : u"no"_s);
        line(u"  link failures"_s, QString::number(slave.linkFailures));
        line(u"  permanent mac"_s, slave.permanentMac.toString());
        if (slave.aggregatorId)
            line(u"  aggregator"_s, QString::number(*slave.aggregatorId));
        if (slave.actorPortState)
            line(u"  lacp actor"_s,
                 u"%1 (%2)"_s.arg(*slave.actorPortState).arg(models::Texts::lacpState(*slave.actorPortState)));
        if (slave.partnerPortState)
            line(u"  lacp partner"_s,
                 u"%1 (%2)"_s.arg(*slave.partnerPortState).arg(models::Texts::lacpState(*slave.partnerPortState)));
    }
    lines.append(QString());
    for (const kernel::BondEvent &event : events.last(std::min<qsizetype>(events.size(), 20)))
        line(event.wallTime.toString(Qt::ISODateWithMs), kernel::eventText(event));
    return lines.join(u'\n') + u'\n';
}

} // namespace bondwright::ui
