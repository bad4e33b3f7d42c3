// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/live/listener.h"

#include "helper/live/flowsocket.h"
#include "helper/live/lldpsockets.h"

#include <array>
#include <cstdio>

namespace bondwright::helper
{

int listenAsAsked()
{
    std::array<char, 64> line{};
    if (!std::fgets(line.data(), int(line.size()), stdin))
        return 1;
    const QList<QByteArray> words = QByteArray(line.data()).trimmed().split(' ');
    const bool isFlows = words.size() == 3 && words.first() == "flows";
    const std::chrono::seconds duration(words.value(isFlows ? 1 : 0).toInt());
    if (duration < std::chrono::seconds(1) || duration > std::chrono::seconds(60) || (!isFlows && words.size() != 1))
        return 1;
    return isFlows ? countFlows(duration, QString::fromUtf8(words.at(2))) : listenForNeighbours(duration);
}

} // namespace bondwright::helper
