// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/metricshttp.h"

namespace bondwright::watch
{

namespace
{

QByteArray response(const QByteArray &status, const QByteArray &type, const QByteArray &body, bool withBody)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n" + (status.startsWith("405") ? "Allow: GET, HEAD\r\n" : "") + "\r\n"
        + (withBody ? body : QByteArray());
}

bool acceptsOpenMetrics(const QList<QByteArray> &lines)
{
    return std::ranges::any_of(lines, [](const QByteArray &line) {
        return line.toLower().startsWith("accept:") && line.contains("application/openmetrics-text");
    });
}

} // namespace

QByteArray httpAnswer(QByteArrayView request, const std::function<QByteArray(MetricsFormat)> &metrics)
{
    const QByteArray plain = "text/plain; charset=utf-8";
    const qsizetype end = request.indexOf("\r\n\r\n");
    const QList<QByteArray> lines
        = request.first(std::max<qsizetype>(end, 0)).toByteArray().replace("\r\n", "\n").split('\n');
    const QList<QByteArray> words = lines.first().split(' ');
    if (end < 0 || words.size() != 3 || !words[2].startsWith("HTTP/1."))
        return response("400 Bad Request", plain, "This is no HTTP/1 request.\n", true);
    const bool isGet = words[0] == "GET";
    if (!isGet && words[0] != "HEAD")
        return response("405 Method Not Allowed", plain, "Only GET and HEAD.\n", true);
    const QByteArray path = words[1].left(words[1].indexOf('?') < 0 ? words[1].size() : words[1].indexOf('?'));
    if (path != "/metrics")
        return response("404 Not Found", plain, "The metrics are at /metrics.\n", isGet);
    if (acceptsOpenMetrics(lines))
        return response("200 OK", "application/openmetrics-text; version=1.0.0; charset=utf-8",
                        metrics(MetricsFormat::OpenMetrics), isGet);
    return response("200 OK", "text/plain; version=0.0.4; charset=utf-8", metrics(MetricsFormat::Prometheus), isGet);
}

} // namespace bondwright::watch
