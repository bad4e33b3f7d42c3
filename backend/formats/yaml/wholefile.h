// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/format.h"
#include "formats/yaml/yamlnode.h"

#include <optional>

namespace bondwright::formats::yaml
{

/// A format whose bond is one file of its own. A bond in an administrator's file beside other things is read and not changed
/// ("format.shared-file").
class WholeFileFormat : public Format
{
public:
    QStringList paths() const override { return {}; }
    Result<Rendering> render(const BondPlan &plan, const FileSnapshot &snapshot) const override;
    Result<Rendering> remove(const QString &bond, const FileSnapshot &snapshot) const override;
    QString standaloneNic(const QString &, const QByteArray &) const override { return {}; }
    bool keepsFirstMac() const override { return false; }

protected:
    Reading readFiles(const FileSnapshot &snapshot) const override;
    bool isMissed(const QString &path, const Error &) const override { return isRead(path); }
    virtual QString program() const = 0; ///< who reads the files, for messages
    virtual QString ownPath(const QString &bond) const = 0;
    virtual bool isRead(const QString &path) const = 0;
    virtual Node document(const BondPlan &plan, QList<Finding> *findings) const = 0;
    /// The text of the bond's own file after a change: anew, unless a format can keep what no plan says.
    /// @param document of the plan @param losses what gets lost
    virtual Result<QByteArray> changedText(const FoundBond &found, const BondPlan &plan, const Node &document,
                                           const FileSnapshot &snapshot, QList<Finding> *losses) const;
    /// What stays of that file without the bond.
    virtual Result<std::optional<QByteArray>> textWithout(const FoundBond & /*found*/,
                                                          const FileSnapshot & /*snapshot*/) const
    {
        return std::nullopt;
    }
    virtual QList<BondPlan> bondsOf(const Node &document, const FileSnapshot &snapshot,
                                    QList<Finding> *findings) const = 0;
    /// Whether the document is about other interfaces, too, which its text for the plan would not name.
    virtual bool saysMore(const Node & /*document*/, const BondPlan & /*plan*/) const { return false; }

private:
    /// Whether more stands in the bond's own file than the bond. @param goesAway the bond's own routing with it
    bool isShared(const FoundBond &found, const Reading &reading, const FileSnapshot &snapshot,
                  bool goesAway = false) const;
};

} // namespace bondwright::formats::yaml
