// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/plan/redact.h"

#include <QRegularExpression>

namespace bondwright::helper
{

QString withoutSecrets(const QByteArray &text)
{
    // ifcfg: KEY1=, WPA_PSK=, IEEE_8021X_PASSWORD=, …; keyfiles: psk=, wep-key0=, password=, pin=, private-key…
    static const QRegularExpression secret(
        QStringLiteral(
            R"(^(\s*(?:export\s+)?[\w.-]*(?:passw|passphrase|psk|secret|private-key|wep-key|\bkey\d?|pin\b)[\w.-]*\s*=).*$)"),
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    QString result = QString::fromUtf8(text);
    return result.replace(secret, QStringLiteral("\\1•••"));
}

} // namespace bondwright::helper
