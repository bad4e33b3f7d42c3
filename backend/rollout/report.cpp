// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

QString milliseconds(double value)
{
    //: @info %1 number of milliseconds
    return Words::tr("%1 ms").arg(value, 0, 'f', 0);
}

QJsonObject hostJson(const HostProgress &host)
{
    QJsonObject object{{u"host"_s, host.host},
                       {u"stage"_s, stageName(host.stage)},
                       {u"changed"_s, host.isChanged},
                       {u"rehearsal"_s, host.rehearsal ? rehearsalOutcomeName(*host.rehearsal) : QString()},
                       {u"nics"_s, QJsonArray::fromStringList(host.nics)},
                       {u"message"_s, host.message},
                       {u"lost"_s, host.isLost},
                       {u"at"_s, host.at.toUTC().toString(Qt::ISODateWithMs)}};
    if (host.rehearsedFailoverMs)
        object.insert(u"rehearsedFailoverMs"_s, *host.rehearsedFailoverMs);
    if (host.testedOutageMs)
        object.insert(u"testedOutageMs"_s, *host.testedOutageMs);
    return object;
}

QString row(const QStringList &cells, const QString &kind)
{
    QString html = u"<tr>"_s;
    for (const QString &cell : cells)
        html += u"<%1>%2</%1>"_s.arg(kind, cell.toHtmlEscaped());
    return html + u"</tr>\n"_s;
}

} // namespace

QString summary(const Progress &progress)
{
    if (progress.hosts().isEmpty())
        //: @info:status of a roll-out
        return Words::tr("No host took part");
    QMap<Stage, int> counts;
    for (const HostProgress &host : progress.hosts())
        ++counts[host.stage];
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts.append(u"%1 %2"_s.arg(*it).arg(stageText(it.key())));
    //: @info %2 list: "2 gate passed, 1 waits"
    return Words::tr("%n host(s): %1", nullptr, int(progress.hosts().size()))
        //: @info between the parts of a list
        .arg(parts.join(Words::tr(", ")));
}

QString remarksOf(const HostProgress &host)
{
    QStringList parts;
    if (host.isLost && !host.hasResult)
        //: @info of a host at which Ansible was at work when it ended
        parts.append(
            Words::tr("not told to its end: what has been changed, the host reverts by itself unless it is confirmed"));
    else if (host.isLost)
        parts.append(Words::tr("not confirmed: as far as known, the host has reverted it by itself"));
    else if (isTrouble(host.stage) && host.isChanged)
        //: @info of a host that fails after its change was confirmed
        parts.append(Words::tr("its change stays"));
    else if (host.stage == Stage::Applied)
        //: @info of a host whose change is in force
        parts.append(Words::tr("it reverts this by itself unless it is confirmed"));
    else if (host.stage == Stage::GatePassed && !host.isChanged)
        parts.append(stageText(Stage::Unchanged));
    if (!host.message.isEmpty())
        parts.append(host.message);
    if (host.rehearsal == RehearsalOutcome::NotPossible && host.message.isEmpty())
        parts.append(Words::tr("could not be rehearsed"));
    if (host.testedOutageMs)
        //: @info %1 "104 ms"
        parts.append(Words::tr("outage at a failover %1").arg(milliseconds(*host.testedOutageMs)));
    else if (host.rehearsedFailoverMs)
        //: @info %1 "104 ms"
        parts.append(Words::tr("rehearsed failover %1").arg(milliseconds(*host.rehearsedFailoverMs)));
    //: @info between remarks
    return parts.join(Words::tr("; "));
}

QString detailsOf(const HostProgress &host)
{
    QStringList parts;
    if (!host.nics.isEmpty())
        parts.append(host.nics.join(u" + "_s));
    if (const QString remarks = remarksOf(host); !remarks.isEmpty())
        parts.append(remarks);
    //: @info between remarks
    return parts.join(Words::tr("; "));
}

QJsonObject toJson(const RolloutRun &run)
{
    QJsonArray hosts;
    for (const HostProgress &host : run.progress().hosts())
        hosts.append(hostJson(host));
    return {{u"type"_s, u"rollout"_s},
            {u"version"_s, 1},
            {u"startedAt"_s, run.startedAt().toUTC().toString(Qt::ISODateWithMs)},
            {u"check"_s, run.invocation().isCheck},
            {u"passed"_s, run.hasSucceeded()},
            {u"plan"_s, run.settings().plan},
            {u"batches"_s, QJsonArray::fromStringList(run.settings().batches)},
            {u"hosts"_s, hosts}};
}

QString reportHtml(const RolloutRun &run)
{
    //: @title %1 bond
    const QString title = Words::tr("Roll-out of %1").arg(run.settings().plan[u"name"_s].toString());
    QString html = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>\n"
                   "<style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
                   "td,th{border:1px solid #999;padding:.3em .6em;text-align:left}pre{background:#eee;padding:1em}"
                   "</style></head><body>\n<h1>%1</h1>\n<p>%2</p>\n<p>%3</p>\n<table>\n"_s.arg(
                       title.toHtmlEscaped(),
                       run.startedAt().toString(u"yyyy-MM-dd hh:mm:ss"_s)
                           + (run.invocation().isCheck ? u" · "_s + Words::tr("only checked") : QString()),
                       summary(run.progress()).toHtmlEscaped());
    //: @title:column
    html += row({Words::tr("Host"), Words::tr("State"), Words::tr("Time"), Words::tr("Details")}, u"th"_s);
    for (const HostProgress &host : run.progress().hosts())
        html += row({host.host, stageText(host.stage), host.at.toString(u"hh:mm:ss"_s), detailsOf(host)}, u"td"_s);
    //: @title:group
    html += u"</table>\n<h2>%1</h2>\n<pre>%2</pre>\n</body></html>\n"_s.arg(
        Words::tr("The playbook").toHtmlEscaped(), QString::fromUtf8(playbook(run.settings())).toHtmlEscaped());
    return html;
}

} // namespace bondwright::rollout
