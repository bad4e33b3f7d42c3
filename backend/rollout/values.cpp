// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollout/values.h"

#include "rollout/inventory.h"
#include "rollout/playbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bondwright::rollout
{

namespace
{

struct TableWords {
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

struct TableRow {
    int line = 0; ///< where it begins
    QStringList cells;
};

tl::unexpected<Error> wrongTable(int line, const QString &what)
{
    //: @error %1 number of a line in a file, %2 what is wrong there
    return fail(u"rollout.values"_s, TableWords::tr("Line %1 of the table: %2").arg(line).arg(what));
}

/// What separates the cells, by the line of names.
QChar separatorOf(const QString &text)
{
    const QString first = text.section(u'\n', 0, 0);
    const auto more = [&first](QChar a, QChar b) { return first.count(a) < first.count(b); };
    return std::max({QChar(u','), QChar(u';'), QChar(u'\t')}, more);
}

/// Quotes as in RFC 4180: a quote inside of them is doubled, and a cell in them may hold separators and ends of lines.
Result<QList<TableRow>> rowsOf(const QString &text)
{
    const QChar separator = separatorOf(text);
    QList<TableRow> rows;
    TableRow row{1, {}};
    QString cell;
    bool isQuoted = false;
    int line = 1;
    const auto endRow = [&] {
        row.cells.append(cell.trimmed());
        cell.clear();
        const auto isEmpty = [](const QString &one) { return one.isEmpty(); };
        if (!std::all_of(row.cells.cbegin(), row.cells.cend(), isEmpty))
            rows.append(row);
        row = {line, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        line += c == u'\n' ? 1 : 0;
        if (isQuoted && c == u'"' && text.mid(i + 1, 1) == u"\"")
            cell += text.at(++i);
        else if (isQuoted)
            c == u'"' ? void(isQuoted = false) : void(cell += c);
        else if (c == u'"' && cell.trimmed().isEmpty())
            isQuoted = true;
        else if (c == u'\n')
            endRow();
        else if (c == separator)
            row.cells.append(std::exchange(cell, QString()).trimmed());
        else
            cell += c;
    }
    if (isQuoted)
        return wrongTable(row.line, TableWords::tr("a quote is not closed."));
    endRow();
    return rows;
}

/// Words of Python and Jinja, and names under which Ansible and Jinja have something: a column must not take their place.
bool isReserved(const QString &name)
{
    static const QStringList words
        = u"False None True and as assert async await break class continue def del elif else except finally for from "
          "global if import in is lambda nonlocal not or pass raise return try while with yield true false none self "
          "become environment group_names groups hosts hostvars inventory_dir inventory_file inventory_hostname "
          "inventory_hostname_short item lookup loop now omit play_hosts playbook_dir q query role_name role_names "
          "role_path role_uuid undef vars cycler dict joiner lipsum namespace range"_s.split(u' ');
    return words.contains(name);
}

/// As Ansible takes it. The role's own begin with "bondwright_".
bool isVariable(const QString &name)
{
    const auto isPart
        = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c.isDigit() || c == u'_'; };
    return !name.isEmpty() && name.size() <= 64 && !name.at(0).isDigit() && !name.startsWith("bondwright_"_L1)
        && !name.startsWith("ansible_"_L1) && !isReserved(name)
        && std::all_of(name.cbegin(), name.cend(), [&isPart](QChar c) { return c.unicode() < 128 && isPart(c); });
}

Result<void> checkNames(const QStringList &names, int line)
{
    if (names.isEmpty())
        return wrongTable(line, TableWords::tr("it needs a second column."));
    for (const QString &name : names) {
        if (names.count(name) > 1)
            //: @error %1 name of a column
            return wrongTable(line, TableWords::tr("“%1” stands there twice.").arg(name));
    }
    return {};
}

Result<void> checkRow(const TableRow &row, const HostValues &before)
{
    if (row.cells.size() != before.names.size() + 1)
        return wrongTable(
            row.line, TableWords::tr("it has %1 columns, not %2.").arg(row.cells.size()).arg(before.names.size() + 1));
    if (row.cells.first().isEmpty())
        return wrongTable(row.line, TableWords::tr("it names no host."));
    if (before.hosts.contains(row.cells.first()))
        return wrongTable(row.line, TableWords::tr("“%1” stands there twice.").arg(row.cells.first()));
    // Ansible would execute its content.
    for (const QString &cell : row.cells) {
        if (hasTemplate(cell))
            //: @error %1 what stands there
            return wrongTable(row.line, TableWords::tr("“%1” is a template of Ansible, not a value.").arg(cell));
    }
    return {};
}

} // namespace

Result<HostValues> valuesFromCsv(const QByteArray &bytes)
{
    if (bytes.size() > maxValuesBytes)
        return fail(u"rollout.values"_s, TableWords::tr("The table is too large."));
    QStringDecoder decoder(QStringDecoder::Utf8); // leaves the byte order mark out
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(0)))
        return fail(u"rollout.values"_s, TableWords::tr("The table is not UTF-8 text."),
                    TableWords::tr("Save it as “CSV UTF-8”."));
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    const auto rows = rowsOf(text);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->size() < 2)
        return fail(u"rollout.values"_s, TableWords::tr("The table has no hosts."),
                    TableWords::tr("First a line of names, such as “host,bond_address”, then one for each host."));
    HostValues values;
    values.names = rows->first().cells.mid(1);
    if (const auto good = checkNames(values.names, rows->first().line); !good)
        return tl::unexpected(good.error());
    for (const TableRow &row : rows->mid(1)) {
        if (values.hosts.size() >= maxInventoryHosts)
            break;
        if (const auto good = checkRow(row, values); !good)
            return tl::unexpected(good.error());
        values.hosts.insert(row.cells.first(), row.cells.mid(1));
    }
    return values;
}

Result<HostValues> readValues(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        //: @error %1 is a path, %2 the system's words
        return fail(u"values.read"_s, TableWords::tr("“%1” cannot be read: %2").arg(path, file.errorString()));
    return valuesFromCsv(file.read(maxValuesBytes + 1));
}

Result<void> checkVariables(const HostValues &values)
{
    for (const QString &name : values.names) {
        if (!isVariable(name))
            //: @error %1 name of a column
            return fail(u"rollout.values"_s, TableWords::tr("The column “%1” is no name of a variable.").arg(name),
                        TableWords::tr("Take letters, digits and underscores, such as “bond_address”."));
    }
    return {};
}

Result<QMap<QString, QString>> addressesOf(const HostValues &values)
{
    qsizetype column = values.names.size() == 1 ? 0 : -1;
    for (const QString &name : {u"bond_address"_s, u"address"_s}) {
        if (values.names.contains(name))
            column = values.names.indexOf(name);
    }
    if (column < 0)
        return fail(u"rollout.values"_s, TableWords::tr("The table has no column “address”."));
    QMap<QString, QString> addresses;
    for (auto it = values.hosts.cbegin(); it != values.hosts.cend(); ++it)
        addresses.insert(it.key(), it->at(column));
    return addresses;
}

} // namespace bondwright::rollout
