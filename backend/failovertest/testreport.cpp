// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failovertest/testreport.h"

#include <QLocale>

#include <algorithm>

namespace bondwright::failover
{

using namespace Qt::StringLiterals;

namespace
{

bool isChinese(Language language)
{
    return language == Language::Chinese;
}

/// For texts from the host. Control and direction characters could change how the rest reads.
QString escaped(const QString &text)
{
    QString clean;
    for (const QChar c : text)
        clean.append(c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ? QChar(u'�') : c);
    return clean.toHtmlEscaped();
}

QString row(const QString &name, const QString &value)
{
    return u"<tr><th>%1</th><td>%2</td></tr>\n"_s.arg(name, value);
}

QString head(const TestResult &result, Language language)
{
    const bool zh = isChinese(language);
    const QString verdict = result.isPassed() ? (zh ? u"通过"_s : u"Passed"_s) : (zh ? u"未通过"_s : u"Failed"_s);
    const QString bond = escaped(result.bond);
    QString html = u"<h1>"_s + (zh ? u"%1 的故障切换测试"_s : u"Failover test of %1"_s).arg(bond) + u"</h1>\n"_s;
    html += u"<p class=\"verdict %1\"><b>%2 %3</b></p>\n"_s.arg(result.isPassed() ? u"pass"_s : u"fail"_s,
                                                                result.isPassed() ? u"✔"_s : u"✘"_s, verdict);
    html += u"<table>\n"_s;
    html += row(zh ? u"主机"_s : u"Host"_s, escaped(result.host));
    html += row(zh ? u"模式"_s : u"Mode"_s, escaped(result.mode));
    if (!result.addresses.isEmpty())
        html += row(zh ? u"IP 地址"_s : u"Addresses"_s, escaped(result.addresses.join(u", "_s)));
    for (const TestedNic &nic : result.nics) {
        QStringList facts{nic.driver, nic.slot, nic.mac, nic.switchPort};
        facts.removeAll(QString());
        html += row((zh ? u"成员网卡 %1"_s : u"Slave %1"_s).arg(escaped(nic.name)), escaped(facts.join(u" · "_s)));
    }
    html += row(zh ? u"时间"_s : u"Time"_s,
                result.startedAt.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" – "_s
                    + result.finishedAt.toString(u"HH:mm:ss"_s));
    html += row(zh ? u"方式"_s : u"Method"_s,
                result.automatic ? (zh ? u"自动断开链路"_s : u"automatic"_s) : (zh ? u"手工拔线"_s : u"by hand"_s));
    html += row(zh ? u"中断上限"_s : u"Longest outage allowed"_s, QString::number(result.limit.count()) + u" ms"_s);
    return html + u"</table>\n"_s;
}

QString stepTable(const StepResult &step, Language language)
{
    const bool zh = isChinese(language);
    if (!step.detection && step.targets.isEmpty())
        return {};
    // What the kernel told in one go has no time between (StepResult::detection).
    const auto measured = [&](const std::optional<std::chrono::microseconds> &time, ProblemKind missing) {
        const bool isMissing = std::any_of(step.problems.cbegin(), step.problems.cend(),
                                           [missing](const Problem &problem) { return problem.kind == missing; });
        return time ? msText(*time) : isMissing ? u"–"_s : zh ? u"未测得"_s : u"not measured"_s;
    };
    QString html = u"<table>\n"_s;
    html += row(zh ? u"绑定接口发现链路断开"_s : u"Noticed by the bond after"_s,
                measured(step.detection, ProblemKind::NotDetected));
    if (!step.activeAfter.isEmpty())
        html += row(zh ? u"接替的网卡"_s : u"Taken over by"_s, escaped(step.activeAfter));
    if (!step.activeAtEnd.isEmpty())
        html += row(zh ? u"恢复后的活动网卡"_s : u"Active at the end"_s, escaped(step.activeAtEnd));
    html += row(zh ? u"恢复后重新启用"_s : u"Back in use after"_s, measured(step.back, ProblemKind::NotBack));
    html += row(zh ? u"MAC 地址保持不变"_s : u"MAC address kept"_s,
                step.macKept ? (zh ? u"是"_s : u"yes"_s) : (zh ? u"否"_s : u"no"_s));
    html += row(zh ? u"IP 地址保持不变"_s : u"IP addresses kept"_s,
                step.addressKept ? (zh ? u"是"_s : u"yes"_s) : (zh ? u"否"_s : u"no"_s));
    for (const TargetResult &target : step.targets) {
        html += row(u"ping "_s + escaped(target.target),
                    (zh ? u"中断 %1（恢复时 %2），%3 个包丢失 %4 个"_s : u"outage %1 (on return %2), %4 of %3 lost"_s)
                        .arg(msText(target.outage), msText(target.outageBack))
                        .arg(target.sent)
                        .arg(target.lost));
    }
    return html + u"</table>\n"_s;
}

QString stepSection(const TestResult &result, qsizetype index, Language language, const QString &picture)
{
    const StepResult &step = result.steps.at(index);
    const QString css = step.outcome == Outcome::Passed ? u"pass"_s : u"fail"_s;
    const QString sign = step.outcome == Outcome::Passed ? u"✔"_s : step.outcome == Outcome::Failed ? u"✘"_s : u"○"_s;
    QString html = u"<h2>%1 <span class=\"%2\">%3 %4</span></h2>\n"_s.arg(escaped(step.slave), css, sign,
                                                                          outcomeText(step.outcome).in(language));
    const QString summary = stepSummary(step).in(language);
    if (!summary.isEmpty())
        html += u"<p>"_s + escaped(summary) + u"</p>\n"_s;
    for (const Problem &problem : step.problems)
        html += u"<p class=\"fail\">"_s + escaped(problemText(problem, step, result.limit).in(language)) + u"</p>\n"_s;
    html += stepTable(step, language);
    const bool hasPoints = std::any_of(step.targets.cbegin(), step.targets.cend(),
                                       [](const TargetResult &target) { return !target.points.isEmpty(); });
    return hasPoints ? html + picture : html;
}

/// Room to sign on paper.
QString signature(Language language)
{
    const bool zh = isChinese(language);
    const QString line = u"______________________________"_s;
    return u"<h2>"_s + (zh ? u"签字"_s : u"Signature"_s) + u"</h2>\n<table>\n"_s
        + row(zh ? u"测试人"_s : u"Tested by"_s, line) + row(zh ? u"日期"_s : u"Date"_s, line)
        + row(zh ? u"签名"_s : u"Signed"_s, line) + u"</table>\n"_s;
}

QString generalProblems(const TestResult &result, Language language)
{
    QString html;
    for (const Problem &problem : result.problems)
        html += u"<p class=\"fail\">"_s + escaped(problemText(problem, {}, result.limit).in(language)) + u"</p>\n"_s;
    return html;
}

/// The answers to the pings around the loss of a link, drawn over the time. One path for all of a kind: hundreds of
/// elements would make viewers slow.
class StepPicture
{
public:
    StepPicture(const StepResult &step, Language language)
        : m_step(step)
        , m_language(language)
    {
        for (const TargetResult &target : step.targets) {
            for (const PingPoint &point : target.points) {
                m_from = std::min(m_from, point.sinceLossUs);
                m_to = std::max(m_to, point.sinceLossUs);
                m_highest = std::max(m_highest, point.rttUs);
            }
        }
        m_highest += m_highest / 6; // the answers do not stand on the edge
    }

    QByteArray svg() const
    {
        QString svg = u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\" "
                      "font-family=\"sans-serif\" font-size=\"11\">\n"_s.arg(width)
                          .arg(height);
        svg += axes() + outage();
        for (const TargetResult &target : m_step.targets)
            svg += points(target);
        return (svg + u"</svg>\n"_s).toUtf8();
    }

private:
    static constexpr int width = 760;
    static constexpr int height = 150;
    static constexpr int left = 60; // "9999 ms" with a wide font
    static constexpr int bottom = 24;

    double x(qint64 us) const { return left + double(us - m_from) / double(m_to - m_from) * (width - left - 8); }
    double y(qint32 us) const { return (height - bottom) - double(us) / m_highest * (height - bottom - 12); }
    static QString number(double value) { return QString::number(value, 'f', 1); }
    static QString base() { return QString::number(height - bottom); }

    QString axes() const
    {
        QString svg = u"<rect width=\"%1\" height=\"%2\" fill=\"#ffffff\"/>\n"_s.arg(width).arg(height);
        svg += u"<path d=\"M%1 %2H%3\" stroke=\"#999999\"/>\n"_s.arg(left).arg(base()).arg(width - 8);
        svg += u"<path d=\"M%1 8V%2\" stroke=\"#c25200\" stroke-dasharray=\"4 3\"/>\n"_s.arg(number(x(0)), base());
        const QString lostLink = isChinese(m_language) ? u"链路断开"_s : u"link lost"_s;
        svg += u"<text x=\"%1\" y=\"%2\" fill=\"#a83c00\" text-anchor=\"middle\">%3</text>\n"_s.arg(number(x(0)))
                   .arg(height - 8)
                   .arg(lostLink);
        svg += u"<text x=\"%1\" y=\"16\" fill=\"#555555\" text-anchor=\"end\">%2 ms</text>\n"_s.arg(left - 6).arg(
            QString::number(m_highest / 1000.0, 'f', m_highest < 10'000 ? 2 : 0));
        svg += u"<text x=\"%1\" y=\"%2\" fill=\"#555555\" text-anchor=\"end\">%3 s</text>\n"_s.arg(width - 8)
                   .arg(height - 8)
                   .arg(QString::number(double(m_to) / 1e6, 'f', 1));
        return svg;
    }

    /// A tinted span with its length: what the eye is to find first.
    QString outage() const
    {
        const auto worst = std::max_element(
            m_step.targets.cbegin(), m_step.targets.cend(),
            [](const TargetResult &one, const TargetResult &other) { return one.outage < other.outage; });
        if (worst == m_step.targets.cend() || worst->outage.count() <= 0)
            return {};
        const auto lost = std::find_if(worst->points.cbegin(), worst->points.cend(),
                                       [](const PingPoint &point) { return point.rttUs < 0; });
        const qint64 since = lost == worst->points.cend() ? 0 : lost->sinceLossUs;
        const double begin = x(since);
        const double span = std::max(1.0, x(since + worst->outage.count()) - begin);
        const QString label = (isChinese(m_language) ? u"中断 %1"_s : u"outage %1"_s).arg(msText(worst->outage));
        return u"<rect x=\"%1\" y=\"8\" width=\"%2\" height=\"%3\" fill=\"#c25200\" fill-opacity=\"0.15\"/>\n"_s.arg(
                   number(begin), number(span), QString::number(height - bottom - 8))
            + u"<text x=\"%1\" y=\"20\" fill=\"#a83c00\">%2</text>\n"_s.arg(number(begin + span + 4), label);
    }

    QString points(const TargetResult &target) const
    {
        QString answers;
        QString losses;
        for (const PingPoint &point : target.points) {
            if (point.rttUs < 0)
                losses += u"M%1 %2v-18"_s.arg(number(x(point.sinceLossUs)), base());
            else
                answers += u"M%1 %2h1.5"_s.arg(number(x(point.sinceLossUs)), number(y(point.rttUs)));
        }
        QString svg;
        if (!answers.isEmpty())
            svg += u"<path d=\"%1\" stroke=\"#0072b2\" stroke-width=\"1.5\" fill=\"none\"/>\n"_s.arg(answers);
        if (!losses.isEmpty())
            svg += u"<path d=\"%1\" stroke=\"#a83c00\" stroke-width=\"1\" fill=\"none\"/>\n"_s.arg(losses);
        return svg;
    }

    const StepResult &m_step;
    Language m_language;
    qint64 m_from = 0;
    qint64 m_to = 1;
    qint32 m_highest = 100;
};

} // namespace

QByteArray stepPicture(const StepResult &step, Language language)
{
    return StepPicture(step, language).svg();
}

QString reportRichText(const TestResult &result, Language language)
{
    QString html = head(result, language) + generalProblems(result, language);
    for (qsizetype i = 0; i < result.steps.size(); ++i)
        html += stepSection(result, i, language, u"<p><img src=\"step-%1.svg\"></p>\n"_s.arg(i));
    return html + signature(language);
}

QString reportHtml(const TestResult &result, Language first)
{
    const auto body = [&result](Language language) {
        QString html = head(result, language) + generalProblems(result, language);
        for (qsizetype i = 0; i < result.steps.size(); ++i)
            html += stepSection(result, i, language, QString::fromUtf8(stepPicture(result.steps.at(i), language)));
        return html + signature(language);
    };
    const bool zhFirst = isChinese(first);
    // Two radio buttons and a sibling selector switch the language: no script, works from a mail attachment.
    return u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<title>%2 – Bondwright</title>\n<style>\n"
           "body{font:15px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em;color:#222;background:#fff}\n"
           "table{border-collapse:collapse;margin:.5em 0}th{text-align:left;font-weight:normal;color:#555;"
           "padding:.15em 1.5em .15em 0}td{font-variant-numeric:tabular-nums}\n"
           ".pass{color:#006b4e}.fail{color:#a83c00}.verdict{font-size:1.3em}svg{max-width:100%;height:auto}\n"
           "section{display:none}#en:checked~.en,#zh:checked~.zh{display:block}\n"
           "@media print{input,label{display:none}}\n</style></head><body>\n"
           "<input type=\"radio\" name=\"l\" id=\"en\"%3><label for=\"en\">English</label>\n"
           "<input type=\"radio\" name=\"l\" id=\"zh\"%4><label for=\"zh\">中文</label>\n"
           "<section class=\"en\" lang=\"en\">\n"_s.arg(zhFirst ? u"zh-CN"_s : u"en"_s, escaped(result.bond),
                                                        zhFirst ? QString() : u" checked"_s,
                                                        zhFirst ? u" checked"_s : QString())
        + body(Language::English) + u"</section>\n<section class=\"zh\" lang=\"zh-CN\">\n"_s + body(Language::Chinese)
        + u"</section>\n</body></html>\n"_s;
}

} // namespace bondwright::failover
