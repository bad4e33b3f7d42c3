// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helperclient/types.h"

#include <QDialog>

#include <optional>

namespace bondwright::ui
{

/// Versions of everything that takes part, to be copied into a report.
class AboutDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(const std::optional<helper::Capabilities> &capabilities, QWidget *parent = nullptr);

private:
    QString versions(const std::optional<helper::Capabilities> &capabilities) const;
};

} // namespace bondwright::ui
