// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "host/agentless/frame.h"

#include "i18n/printable.h"

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

/// As the host has it, fit for a terminal.
QString nameFrom(const QByteArray &word)
{
    return i18n::printable(QString::fromUtf8(word.left(64)));
}

} // namespace

Result<std::optional<Frame>> FrameReader::add(const QByteArray &line)
{
    m_bytes += line.size();
    if (m_bytes > maximumBytes)
        return badFrame();
    if (!m_hasBegun && !line.startsWith("kernel "))
        return std::nullopt; // a login script's words
    if (line.startsWith('|')) {
        if (m_text)
            m_text->append(line.sliced(1)).append('\n');
        return std::nullopt;
    }
    m_text = nullptr;
    const QByteArrayList words = line.split(' ');
    const QByteArray &what = words.at(0);
    if (what == "kernel") {
        m_hasBegun = true;
        m_kernelRelease = nameFrom(words.value(1));
        return std::nullopt;
    }
    if (what == "frame") {
        m_frame.routes.reset();
        m_frame.addresses.reset();
        m_bytes = 0;
        m_part = Part::Start;
        bool isNumber = false;
        const double uptime = words.value(1).toDouble(&isNumber);
        if (!isNumber || uptime < 0 || uptime > 1e9)
            return badFrame();
        m_frame.uptimeNs = qint64(uptime * 1e9);
        return std::nullopt;
    }
    if (m_part == Part::Outside)
        return badFrame();
    if (what == "bonds") {
        m_part = Part::Bonds;
        m_frame.bonds.clear();
    } else if (what == "nics") {
        m_part = Part::Nics;
        m_frame.nics.clear();
    } else if (what == "bond" && words.size() == 2 && m_part == Part::Bonds) {
        m_text = &m_frame.bonds[nameFrom(words.at(1))];
    } else if (what == "nic" && words.size() == 12 && m_part == Part::Nics) {
        m_frame.nics.append({words.at(2).toInt(), nameFrom(words.at(1)), words.sliced(3)});
    } else if (what == "dev") {
        m_text = &m_frame.counters;
        m_text->clear();
    } else if (what == "route") {
        m_text = &m_frame.routes.emplace();
    } else if (what == "addresses") {
        m_text = &m_frame.addresses.emplace();
    } else if (what == "end") {
        m_part = Part::Outside;
        m_frame.kernelRelease = m_kernelRelease;
        return m_frame;
    } else {
        return badFrame();
    }
    return std::nullopt;
}

} // namespace bondwright::host
