// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/diff/secrets.h"

#include "formats/shell/shellword.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace bondwright::formats
{

using namespace Qt::StringLiterals;

namespace
{

struct Range {
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// By the words of its name, in lower case: "wep-key0", "IEEE_8021X_PRIVATE_KEY_PASSWORD".
bool isSecretName(const QString &name)
{
    static constexpr std::array parts{"password"_L1, "passwd"_L1,    "passphrase"_L1,  "passcode"_L1,
                                      "secret"_L1,   "preshared"_L1, "private_key"_L1, "privatekey"_L1};
    static constexpr std::array words{"psk"_L1, "pin"_L1, "cak"_L1, "token"_L1, "key"_L1, "sopass"_L1};
    const QString key = name.toLower().replace(u'-', u'_').replace(u'.', u'_');
    if (key.endsWith("_flags"_L1) || key.endsWith("key_mgmt"_L1) || key.endsWith("key_management"_L1)
        || key.endsWith("key_type"_L1))
        return false;
    if (std::any_of(parts.begin(), parts.end(), [&key](QLatin1StringView part) { return key.contains(part); }))
        return true;
    for (QString word : key.split(u'_')) {
        while (!word.isEmpty() && word.back().isDigit())
            word.chop(1);
        if (std::find(words.begin(), words.end(), word) != words.end())
            return true;
    }
    return false;
}

class Finder
{
public:
    explicit Finder(const QByteArray &text)
        : m_text(text)
        , m_latin(QString::fromLatin1(text)) // a character for a byte: positions are the same
    {
    }

    QList<Range> find()
    {
        hideSections();
        hideAfterSopass();
        hideWordValues();
        // Variables from which secrets are made are secrets; these may be made of others.
        qsizetype known = -1;
        while (known != m_variables.size()) {
            known = m_variables.size();
            hideAssignments();
        }
        std::sort(m_ranges.begin(), m_ranges.end(), [](const Range &a, const Range &b) { return a.begin < b.begin; });
        return m_ranges;
    }

private:
    qsizetype lineEnd(qsizetype at) const
    {
        const qsizetype end = m_text.indexOf('\n', at);
        return end < 0 ? m_text.size() : end;
    }

    /// To the end of the line, and of those that continue it.
    qsizetype continuedLineEnd(qsizetype at) const
    {
        qsizetype end = lineEnd(at);
        while (end > 0 && end < m_text.size() && m_text.at(end - 1) == '\\')
            end = lineEnd(end + 1);
        return end;
    }

    /// Of a value within YAML's braces, which may begin in a later line, and end in another one where it is quoted.
    qsizetype flowValueEnd(qsizetype at) const
    {
        while (at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text.at(at)))
            ++at;
        const char quote = at < m_text.size() ? m_text.at(at) : ' ';
        if (quote != '"' && quote != '\'')
            return lineEnd(at);
        for (++at; at < m_text.size(); ++at) {
            const bool isTwice = quote == '\'' && m_text.mid(at, 2) == "''";
            if (isTwice || (quote == '"' && m_text.at(at) == '\\'))
                ++at;
            else if (m_text.at(at) == quote)
                break;
        }
        return lineEnd(std::min(at, m_text.size()));
    }

    void hideAssignments()
    {
        static const QRegularExpression assignment(
            u"(?<![A-Za-z0-9_.-])([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*\\+?=[ \\t]*"_s);
        static const QRegularExpression variable(u"\\$\\{?[!#]?([A-Za-z_][A-Za-z0-9_]*)"_s);
        for (const auto &match : assignment.globalMatch(m_latin)) {
            const QString name = match.captured(1);
            if (m_ranges.size() > maxRanges || (!isSecretName(name) && !m_variables.contains(name)))
                continue;
            const ShellWord word = readShellWord(m_text, match.capturedEnd());
            const Range range{match.capturedEnd(), std::max(word.end, continuedLineEnd(match.capturedEnd()))};
            m_ranges.append(range);
            for (const auto &used :
                 variable.globalMatch(QStringView(m_latin).mid(range.begin, range.end - range.begin).toString()))
                m_variables.insert(used.captured(1));
            if (range.end == m_text.size())
                break;
        }
    }

    void hideSections()
    {
        static const QRegularExpression section(u"^[ \\t]*\\[([^\\]\\n]*)\\][ \\t\\r]*$"_s,
                                                QRegularExpression::MultilineOption);
        qsizetype secretSince = -1;
        for (const auto &match : section.globalMatch(m_latin)) {
            if (secretSince >= 0)
                hideValues({secretSince, match.capturedStart()});
            secretSince = match.captured(1).endsWith("-secrets"_L1) ? match.capturedEnd() : -1;
        }
        if (secretSince >= 0)
            hideValues({secretSince, m_text.size()});
    }

    void hideValues(const Range &lines)
    {
        for (qsizetype at = lines.begin; at < lines.end; at = lineEnd(at) + 1) {
            const qsizetype equals = m_text.indexOf('=', at);
            const qsizetype end = std::min(lineEnd(at), lines.end);
            if (equals >= 0 && equals < end)
                m_ranges.append({equals + 1, end});
        }
    }

    void hideAfterSopass()
    {
        static const QRegularExpression sopass(u"\\bsopass[\\s\\\\'\"=]+"_s, QRegularExpression::CaseInsensitiveOption);
        for (const auto &match : sopass.globalMatch(m_latin))
            m_ranges.append({match.capturedEnd(), continuedLineEnd(match.capturedEnd())});
    }

    /// YAML's "password: …" with the lines indented below it, and ifupdown's "wpa-psk …"; as remarks, too, which is how a
    /// NIC's own settings stand beside its bond ("#| ").
    void hideWordValues()
    {
        static const QString name = u"(?|\"([^\"\\n]+)\"|'([^'\\n]+)'|([A-Za-z0-9][A-Za-z0-9_.-]*))"_s;
        static const QRegularExpression word(u"^([ \\t]*(?:#+\\|?[ \\t]*)?)(?:-[ \\t]+)*"_s + name
                                                 + u"([ \\t]*:|[ \\t]++(?![=+]))"_s,
                                             QRegularExpression::MultilineOption);
        static const QRegularExpression text(u"[^ \\t#|]"_s);
        static const QRegularExpression inBraces(u"[{,][ \\t]*"_s + name + u"[ \\t]*:"_s);
        for (const auto &match : word.globalMatch(m_latin)) {
            const QString before = match.captured(1);
            const bool isProse = before.contains(u'#') && !before.contains("#|"_L1)
                && !match.captured(3).endsWith(u':'); // "# key to …"
            if (m_ranges.size() > maxRanges || isProse || !isSecretName(match.captured(2)))
                continue;
            qsizetype end = continuedLineEnd(match.capturedEnd());
            for (qsizetype at = end + 1; match.captured(3).endsWith(u':') && at < m_text.size(); at = end + 1) {
                const qsizetype first = m_latin.indexOf(text, at);
                if (first - at <= match.capturedLength(1))
                    break;
                end = lineEnd(at);
            }
            m_ranges.append({match.capturedEnd(), end});
        }
        // WireGuard's in netplan: "keys: {shared: …}". By its form, since the name alone says little.
        static const QRegularExpression sharedKey(u"\\b(?:shared|private):[ \\t]*[\"']?(?=[A-Za-z0-9+/]{42,43}=)"_s);
        for (const auto &match : sharedKey.globalMatch(m_latin))
            m_ranges.append({match.capturedEnd(), lineEnd(match.capturedEnd())});
        for (const auto &match : inBraces.globalMatch(m_latin)) {
            if (m_ranges.size() <= maxRanges && isSecretName(match.captured(1)))
                m_ranges.append({match.capturedEnd(), flowValueEnd(match.capturedEnd())});
        }
    }

    static constexpr qsizetype maxRanges = 100'000;
    const QByteArray &m_text;
    QString m_latin;
    QList<Range> m_ranges;
    QSet<QString> m_variables;
};

} // namespace

QByteArray withoutSecrets(const QByteArray &text)
{
    QByteArray result;
    qsizetype position = 0;
    for (const Range &range : Finder(text).find()) {
        if (range.end <= position)
            continue;
        if (range.begin >= position)
            result += text.mid(position, range.begin - position) + "***";
        position = range.end;
    }
    return result + text.mid(position);
}

ChangeSet withoutSecrets(ChangeSet changes)
{
    for (FileChange &change : changes.files) {
        for (std::optional<QByteArray> *text : {&change.oldText, &change.newText}) {
            if (*text)
                *text = withoutSecrets(**text);
        }
    }
    return changes;
}

} // namespace bondwright::formats
