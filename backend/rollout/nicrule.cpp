// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/nicrule.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

constexpr int maxSpeed = 1'000'000;
constexpr int maxCount = 64;

struct RuleWords {
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

/// Takes the members out one by one, and remembers the first that is not as it should be.
class RuleReader
{
public:
    explicit RuleReader(const QJsonObject &rule)
        : m_left(rule)
    {
    }
    QStringList texts(const QString &key)
    {
        const QJsonValue value = m_left.take(key);
        QStringList found;
        for (const QJsonValue &one : value.toArray())
            found.append(one.toString());
        note(key, value.isUndefined() || (!found.isEmpty() && !found.contains(QString())));
        return found;
    }
    QString text(const QString &key)
    {
        const QJsonValue value = m_left.take(key);
        note(key, value.isUndefined() || !value.toString().isEmpty());
        return value.toString();
    }
    std::optional<int> number(const QString &key, int most)
    {
        const QJsonValue value = m_left.take(key);
        const int found = value.toInt(-1);
        note(key, value.isUndefined() || (found > 0 && found <= most));
        return value.isUndefined() ? std::nullopt : std::optional(found);
    }
    std::optional<bool> truth(const QString &key)
    {
        const QJsonValue value = m_left.take(key);
        note(key, value.isUndefined() || value.isBool());
        return value.isUndefined() ? std::nullopt : std::optional(value.toBool());
    }
    /// The first member that is wrong, or that there is not in a rule.
    QString wrong() const { return m_wrong.isEmpty() && !m_left.isEmpty() ? m_left.begin().key() : m_wrong; }

private:
    void note(const QString &key, bool isGood)
    {
        if (!isGood && m_wrong.isEmpty())
            m_wrong = key;
    }

    QJsonObject m_left;
    QString m_wrong;
};

} // namespace

Result<NicRule> nicRuleFromJson(const QByteArray &json)
{
    const QJsonObject given = QJsonDocument::fromJson(json).object();
    RuleReader reader(given);
    NicRule rule;
    rule.names = reader.texts(u"names"_s);
    rule.macs = reader.texts(u"macs"_s);
    rule.buses = reader.texts(u"slots"_s);
    rule.driver = reader.text(u"driver"_s);
    rule.speed = reader.number(u"speed"_s, maxSpeed);
    rule.hasLink = reader.truth(u"link"_s);
    rule.isFree = reader.truth(u"free"_s).value_or(true);
    rule.onSameSwitch = reader.truth(u"same_switch"_s).value_or(false);
    rule.count = reader.number(u"count"_s, maxCount);
    const QString hint = RuleWords::tr("Such as '{\"driver\": \"ixgbe\", \"link\": true, \"count\": 2}'. It knows %1.")
                             .arg(u"names, macs, slots, driver, speed, link, free, same_switch, count"_s);
    if (given.isEmpty())
        return fail(u"rollout.choose"_s, RuleWords::tr("A rule of NICs is a JSON object."), hint);
    if (!reader.wrong().isEmpty())
        //: @error %1 a member of it
        return fail(u"rollout.choose"_s, RuleWords::tr("“%1” of the rule of NICs is wrong.").arg(reader.wrong()), hint);
    return rule;
}

QJsonObject toJson(const NicRule &rule)
{
    QJsonObject json;
    for (const auto &[key, list] :
         {std::pair(u"names"_s, rule.names), std::pair(u"macs"_s, rule.macs), std::pair(u"slots"_s, rule.buses)}) {
        if (!list.isEmpty())
            json.insert(key, QJsonArray::fromStringList(list));
    }
    if (!rule.driver.isEmpty())
        json.insert(u"driver"_s, rule.driver);
    if (rule.speed)
        json.insert(u"speed"_s, *rule.speed);
    if (rule.hasLink)
        json.insert(u"link"_s, *rule.hasLink);
    if (!rule.isFree)
        json.insert(u"free"_s, false);
    if (rule.onSameSwitch)
        json.insert(u"same_switch"_s, true);
    if (rule.count)
        json.insert(u"count"_s, *rule.count);
    return json;
}

QString nicRuleText(const NicRule &rule)
{
    QStringList parts;
    for (const QStringList &patterns : {rule.names, rule.buses, rule.macs}) {
        if (!patterns.isEmpty())
            parts.append(patterns.join(u'/'));
    }
    if (!rule.driver.isEmpty())
        //: @info part of a rule of NICs
        parts.append(RuleWords::tr("driver %1").arg(rule.driver));
    if (rule.speed)
        //: @info part of a rule of NICs
        parts.append(RuleWords::tr("at least %1 Mbit/s").arg(*rule.speed));
    if (rule.hasLink)
        //: @info part of a rule of NICs
        parts.append(*rule.hasLink ? RuleWords::tr("link up") : RuleWords::tr("link down"));
    if (!rule.isFree)
        //: @info part of a rule of NICs
        parts.append(RuleWords::tr("used ones too"));
    if (rule.onSameSwitch)
        //: @info part of a rule of NICs
        parts.append(RuleWords::tr("at the same switch"));
    //: @info part of a rule of NICs: how many
    parts.append(rule.count ? RuleWords::tr("%n NIC(s)", nullptr, *rule.count) : RuleWords::tr("all that fit"));
    return parts.join(u", "_s);
}

} // namespace bondwright::rollout
