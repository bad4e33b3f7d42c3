// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helper/bus/answertexts.h"

#include "helperclient/wire.h"
#include "i18n/sentence.h"

namespace bondwright::helper
{

QVariant inForm(const QVariant &value, Texts texts)
{
    return texts == Texts::Recorded ? value : wire::withTexts(value, i18n::inEnglish);
}

} // namespace bondwright::helper
