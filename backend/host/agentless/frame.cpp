// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/agentless/frame.h"

#include <QCoreApplication>

namespace bondwright::host
{

using namespace Qt::StringLiterals;

namespace
{

tl::unexpected<Error> badFrame()
{
    return fail(u"agentless.frame"_s,
                //: @error
                QCoreApplication::translate("Host", "The host sends something that was not asked for."),
                //: @info what to do
                QCoreApplication::translate("Host", "Look whether the host's login scripts print text."));
}

} // namespace

Result<std::optional<Frame>> FrameReader::add(const QByteArray &line)
{
    m_bytes += line.size();
    if (m_bytes > maximumBytes)
        return badFrame();
    if (line.startsWith('|')) {
        if (m_text)
            m_text->append(line.sliced(1)).append('\n');
        return std::nullopt;
    }
    m_text = nullptr;
    const QByteArrayList words = line.split(' ');
    const QByteArray &what = words.at(0);
    if (what == "kernel") {
        m_kernelRelease = QString::fromUtf8(words.value(1)).left(64);
        return std::nullopt;
    }
    if (what == "frame") {
        m_frame = {};
        m_bytes = 0;
        m_isInside = true;
        bool isNumber = false;
        const double uptime = words.value(1).toDouble(&isNumber);
        if (!isNumber || uptime < 0 || uptime > 1e9)
            return badFrame();
        m_frame.uptimeNs = qint64(uptime * 1e9);
        return std::nullopt;
    }
    if (!m_isInside)
        return badFrame();
    if (what == "bond" && words.size() == 2) {
        m_text = &m_frame.bonds[QString::fromUtf8(words.at(1))];
    } else if (what == "nic" && words.size() == 10) {
        m_frame.nics.append({words.at(2).toInt(), QString::fromUtf8(words.at(1)), words.sliced(3)});
    } else if (what == "dev") {
        m_text = &m_frame.counters;
    } else if (what == "route") {
        m_text = &m_frame.routes.emplace();
    } else if (what == "addresses") {
        m_text = &m_frame.addresses.emplace();
    } else if (what == "end") {
        m_isInside = false;
        m_frame.kernelRelease = m_kernelRelease;
        return std::move(m_frame);
    } else {
        return badFrame();
    }
    return std::nullopt;
}

} // namespace bondwright::host
