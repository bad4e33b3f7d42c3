// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace bondwright::ui
{

/// One page of help: what the signs mean, how a change is safe, keys, and where to read more.
class HelpDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit HelpDialog(QWidget *parent = nullptr);

private:
    void build();
    void addSigns();
    void addKeys();
    void addSection(const QString &heading, const QString &text);

    QWidget *m_page = nullptr;
    QVBoxLayout *m_body = nullptr;
    QScrollArea *m_area;
    QPushButton *m_close;
};

} // namespace bondwright::ui
