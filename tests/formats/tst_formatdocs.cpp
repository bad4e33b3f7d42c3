// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/options.h"
#include "formats/formatlist.h"
#include "formats/host/programversion.h"
#include "formats/nm/bondsetting.h"
#include "formats/spelling.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace bondwright;
using namespace Qt::StringLiterals;

/// docs/FORMATS.md has the option table's spellings, word by word, and names every format.
class TestFormatDocs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(FORMATS_MD));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_text = QString::fromUtf8(file.readAll());
    }

    void tableOfSpellings()
    {
        QStringList rows;
        for (const OptionSpec &spec : allOptions()) {
            if (spec.scope != OptionScope::Bond)
                continue;
            QString row = u"| `%1` |"_s.arg(spec.name);
            for (const FileFormat format : {FileFormat::Networkd, FileFormat::Netplan, FileFormat::Ifupdown,
                                            FileFormat::Ifupdown2, FileFormat::Nmstate})
                row += cell(spec, spellingOf(spec, format));
            QVERIFY2(m_text.contains(row), qPrintable(u"docs/FORMATS.md should hold "_s + row));
            rows.append(row);
        }
        const QString table = rows.join(u'\n');
        QVERIFY2(m_text.contains(table), "the rows do not follow one another as in the table");
    }

    /// And a second one of the releases that took them first.
    void tableOfReleases()
    {
        QStringList rows;
        for (const OptionSpec &spec : allOptions()) {
            if (spec.scope == OptionScope::Module)
                continue;
            QString row = u"| `%1` | %2 |"_s.arg(spec.name, spec.since);
            for (const FileFormat format : {FileFormat::NetworkManager, FileFormat::Networkd, FileFormat::Netplan,
                                            FileFormat::Ifupdown, FileFormat::Ifupdown2, FileFormat::Nmstate}) {
                const OptionSpelling *spelling = spellingOf(spec, format);
                row += spelling ? u" %1 |"_s.arg(spelling->since) : u" – |"_s;
            }
            QVERIFY2(m_text.contains(row), qPrintable(u"docs/FORMATS.md should hold "_s + row));
            rows.append(row);
        }
        QVERIFY2(m_text.contains(rows.join(u'\n')), "the rows do not follow one another as in the table");
    }

    void everyFormatIsNamed()
    {
        for (const QString &id : formats::formatNames())
            QVERIFY2(m_text.contains(u"`%1`"_s.arg(id)), qPrintable(id));
    }

    /// Every key of systemd-networkd's that the table names is one of the program installed here, unless it came later.
    void networkdKnowsTheKeys()
    {
        QFile program(u"/lib/systemd/systemd-networkd"_s);
        QVERIFY2(program.open(QIODevice::ReadOnly), "systemd is not installed");
        const QByteArray words = program.readAll();
        const QString installed = formats::programVersion(u"/"_s, FormatId::Networkd);
        QVERIFY(!installed.isEmpty());
        for (const OptionSpec &spec : allOptions()) {
            const OptionSpelling *spelling = spellingOf(spec, FileFormat::Networkd);
            if (!spelling)
                continue;
            const bool isKnown = !formats::isTooOldFor(*spelling, installed);
            const QByteArray section = spec.name == u"primary" ? "Network." : "Bond.";
            QVERIFY2(words.contains('\0' + section + spelling->key.toUtf8() + '\0') == isKnown,
                     qPrintable(spelling->key));
        }
    }

    /// The options that libnm knows are those that came with its release or before.
    void libnmKnowsTheOptions()
    {
        const QString linked = formats::nm::libnmVersion();
        const QStringList unknown = formats::nm::optionsUnknownToLibnm();
        for (const OptionSpec &spec : allOptions()) {
            if (spec.scope != OptionScope::Bond || spec.name == u"mode")
                continue;
            const OptionSpelling *spelling = spellingOf(spec, FileFormat::NetworkManager);
            const bool isKnown = spelling && !formats::isTooOldFor(*spelling, linked);
            QVERIFY2(unknown.contains(spec.name) != isKnown, qPrintable(spec.name + u' ' + linked));
        }
    }

    /// And those of ifenslave are what its script takes.
    void ifenslaveKnowsTheKeys()
    {
        QFile script(u"/etc/network/if-pre-up.d/ifenslave"_s);
        QVERIFY2(script.open(QIODevice::ReadOnly), "ifenslave is not installed");
        const QByteArray text = script.readAll();
        for (const OptionSpec &spec : allOptions()) {
            const OptionSpelling *spelling = spellingOf(spec, FileFormat::Ifupdown);
            const QString variable
                = spelling ? u"IF_"_s + QString(spelling->key).replace(u'-', u'_').toUpper() : QString();
            QVERIFY2(!spelling || text.contains(variable.toUtf8()), qPrintable(variable));
        }
    }

private:
    static QString cell(const OptionSpec &spec, const OptionSpelling *spelling)
    {
        if (!spelling)
            return u" – |"_s;
        QString text = u" `%1`"_s.arg(spelling->key);
        if (!spelling->unit.isEmpty())
            text += u", in %1"_s.arg(spelling->unit);
        QStringList missing;
        QStringList others;
        for (const OptionName &name : spelling->names.isEmpty() ? QList<OptionName>() : spec.names) {
            const auto same = [&name](const OptionName &other) { return other.value == name.value; };
            const auto it = std::find_if(spelling->names.cbegin(), spelling->names.cend(), same);
            if (it == spelling->names.cend())
                missing.append(name.name);
            else if (it->name != name.name)
                others.append(it->name);
        }
        if (!others.isEmpty())
            text += u": "_s + others.join(u", "_s);
        if (!missing.isEmpty())
            text += u", not "_s + missing.join(u", "_s);
        if (spelling->minimum > spec.minimum)
            text += u", from %1"_s.arg(spelling->minimum);
        if (spelling->onlyWhereItActs)
            text += u", only where it acts"_s;
        return text + u" |"_s;
    }

    QString m_text;
};

QTEST_GUILESS_MAIN(TestFormatDocs)
#include "tst_formatdocs.moc"
