// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTranslator>

/// Watches a model as a strict view would: Qt's own tester, and what it announces.
struct ModelWatch {
    explicit ModelWatch(QAbstractItemModel *model)
        : tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , resets(model, &QAbstractItemModel::modelReset)
        , layouts(model, &QAbstractItemModel::layoutChanged)
        , inserted(model, &QAbstractItemModel::rowsInserted)
        , removed(model, &QAbstractItemModel::rowsRemoved)
        , moved(model, &QAbstractItemModel::rowsMoved)
        , changed(model, &QAbstractItemModel::dataChanged)
        , headers(model, &QAbstractItemModel::headerDataChanged)
    {
    }
    /// Inserted, removed and changed runs since the last call; fails on a reset.
    QList<int> take()
    {
        const QList<int> counts{int(inserted.size()), int(removed.size()), int(changed.size())};
        if (!resets.isEmpty() || !layouts.isEmpty())
            qFatal("the model was reset");
        inserted.clear();
        removed.clear();
        changed.clear();
        return counts;
    }

    QAbstractItemModelTester tester;
    QSignalSpy resets, layouts, inserted, removed, moved, changed, headers;
};

/// A language that puts every text in guillemets.
class Guillemets : public QTranslator
{
public:
    Guillemets() { QCoreApplication::installTranslator(this); }
    ~Guillemets() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return u'«' + QString::fromUtf8(text) + u'»';
    }
};
