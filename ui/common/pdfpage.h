// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPdfWriter>

namespace bondwright::ui
{

/// The paper of all reports: A4 with room for a punch, in pixels of which 96 are an inch, as the HTML is made for.
inline void setPaper(QPdfWriter &writer)
{
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
    writer.setResolution(96);
    writer.setCreator(QStringLiteral("Bondwright"));
}

} // namespace bondwright::ui
