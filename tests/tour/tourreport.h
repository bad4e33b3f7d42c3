// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QList>
#include <QString>

class QPixmap;

namespace bondwright::tour
{

/// What the tour leaves behind: numbered pictures, figures, and a page that shows them in order.
class TourReport
{
public:
    explicit TourReport(const QDir &folder);

    /// Starts a chapter; what follows belongs to it.
    void chapter(const QString &title);
    /// Numbers, saves and lists a picture. @return the file's name
    QString picture(const QPixmap &pixmap, const QString &caption);
    /// A statement that was checked; a false one makes the tour fail.
    bool check(bool holds, const QString &statement, const QString &seen = {});
    /// A measured value with its unit.
    void figure(const QString &name, const QString &value);
    /// Longer text (a file, a diff, a terminal's output), shown as it is.
    void text(const QString &caption, const QString &content);
    /// A file made by the program itself (PDF, recording), already in the folder.
    void file(const QString &name, const QString &caption);

    int failures() const { return m_failures; }
    /// Writes index.html and summary.json. @return false if they cannot be written
    bool write(const QString &title) const;
    QDir folder() const { return m_folder; }

private:
    struct Entry {
        enum class Kind { Chapter, Picture, Check, Figure, Text, File } kind;
        QString caption;
        QString content;
        bool holds = true;
        qint64 atMs = 0;
    };
    void add(Entry entry);
    QString htmlOf(const Entry &entry) const;

    QDir m_folder;
    QList<Entry> m_entries;
    QElapsedTimer m_clock;
    int m_pictures = 0;
    int m_failures = 0;
};

} // namespace bondwright::tour
