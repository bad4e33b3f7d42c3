// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/modemodel.h"

#include "i18n/language.h"
#include "models/languagewatcher.h"
#include "models/texts.h"

namespace bondwright::models
{

namespace
{

QString inProgramLanguage(const BilingualText &text)
{
    return i18n::currentLanguage() == u"zh_CN" ? text.zh : text.en;
}

} // namespace

ModeModel::ModeModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(LanguageWatcher::instance(), &LanguageWatcher::languageChanged, this, &ModeModel::retranslate);
}

void ModeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ModeModel::setRecommended(std::optional<Mode> mode)
{
    if (m_recommended == mode)
        return;
    const std::optional<Mode> before = std::exchange(m_recommended, mode);
    for (const std::optional<Mode> changed : {before, mode}) {
        if (changed)
            Q_EMIT dataChanged(modeIndex(*changed), modeIndex(*changed).siblingAtColumn(ColumnCount - 1),
                               {RecommendedRole, ChipsRole});
    }
}

QModelIndex ModeModel::modeIndex(Mode mode) const
{
    return index(int(mode), 0);
}

int ModeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(allModes().size());
}

int ModeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QStringList ModeModel::chips(const ModeInfo &mode) const
{
    QStringList chips{Texts::switchNeed(mode.switchNeed)};
    if (mode.faultTolerant)
        //: @label chip of a mode
        chips.append(tr("Survives a broken cable"));
    if (mode.balancesTransmit && mode.balancesReceive)
        //: @label chip of a mode
        chips.append(tr("Balances both directions"));
    else if (mode.balancesTransmit)
        //: @label chip of a mode
        chips.append(tr("Balances sending"));
    if (mode.common)
        //: @label chip of a mode
        chips.append(tr("Common"));
    if (mode.recommendedWithLacp)
        //: @label chip of a mode
        chips.append(tr("First choice with LACP"));
    if (m_recommended == mode.mode)
        //: @label chip of a mode
        chips.append(tr("Suits your goal"));
    return chips;
}

QVariant ModeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ModeInfo &mode = allModes()[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        switch (index.column()) {
        case Number:
            return int(mode.mode);
        case KernelName:
            return mode.kernelName;
        case Title:
            return inProgramLanguage(mode.title);
        default:
            return role == SortRole ? QVariant(int(mode.switchNeed)) : QVariant(Texts::switchNeed(mode.switchNeed));
        }
    case NumericRole:
        return index.column() == Number;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return inProgramLanguage(mode.summary);
    case NameRole:
    case StateRole:
        return mode.kernelName;
    case ModeRole:
        return int(mode.mode);
    case TitleEnRole:
        return mode.title.en;
    case TitleZhRole:
        return mode.title.zh;
    case SummaryEnRole:
        return mode.summary.en;
    case SummaryZhRole:
        return mode.summary.zh;
    case DescriptionEnRole:
        return mode.description.en;
    case DescriptionZhRole:
        return mode.description.zh;
    case ChooseWhenEnRole:
        return mode.chooseWhen.en;
    case ChooseWhenZhRole:
        return mode.chooseWhen.zh;
    case AvoidWhenEnRole:
        return mode.avoidWhen.en;
    case AvoidWhenZhRole:
        return mode.avoidWhen.zh;
    case SwitchNeedRole:
        return int(mode.switchNeed);
    case FaultTolerantRole:
        return mode.faultTolerant;
    case BalancesTransmitRole:
        return mode.balancesTransmit;
    case BalancesReceiveRole:
        return mode.balancesReceive;
    case NeedsSpeedRole:
        return mode.needsSpeed;
    case NeedsMacChangeRole:
        return mode.needsMacChangeWhileUp;
    case CommonRole:
        return mode.common;
    case RecommendedWithLacpRole:
        return mode.recommendedWithLacp;
    case RecommendedRole:
        return m_recommended == mode.mode;
    case ChipsRole:
        return chips(mode);
    default:
        return {};
    }
}

QVariant ModeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        //: @title:column number of a bonding mode
        return tr("No.");
    case KernelName:
        //: @title:column bonding mode as the kernel spells it
        return tr("Mode");
    case Title:
        //: @title:column what a bonding mode does, in a few words
        return tr("Meaning");
    case Switch:
        //: @title:column what the switch must be set to
        return tr("Switch");
    default:
        return {};
    }
}

QHash<int, QByteArray> ModeModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},
            {SortRole, "sort"},
            {NameRole, "name"},
            {ModeRole, "mode"},
            {TitleEnRole, "titleEn"},
            {TitleZhRole, "titleZh"},
            {SummaryEnRole, "summaryEn"},
            {SummaryZhRole, "summaryZh"},
            {DescriptionEnRole, "descriptionEn"},
            {DescriptionZhRole, "descriptionZh"},
            {ChooseWhenEnRole, "chooseWhenEn"},
            {ChooseWhenZhRole, "chooseWhenZh"},
            {AvoidWhenEnRole, "avoidWhenEn"},
            {AvoidWhenZhRole, "avoidWhenZh"},
            {SwitchNeedRole, "switchNeed"},
            {FaultTolerantRole, "faultTolerant"},
            {BalancesTransmitRole, "balancesTransmit"},
            {BalancesReceiveRole, "balancesReceive"},
            {NeedsSpeedRole, "needsSpeed"},
            {NeedsMacChangeRole, "needsMacChange"},
            {CommonRole, "common"},
            {RecommendedWithLacpRole, "recommendedWithLacp"},
            {RecommendedRole, "recommended"},
            {ChipsRole, "chips"}};
}

} // namespace bondwright::models
