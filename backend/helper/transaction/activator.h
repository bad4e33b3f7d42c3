// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/transaction/record.h"

#include <QObject>

#include <functional>
#include <memory>

namespace bondwright::helper
{

using Done = std::function<void(const Result<void> &)>;

/// Makes a backend follow its files, forwards and back. One object for one transaction; at most one call
/// under way; every call answers once, later, in this thread.
class Activator : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~Activator() override;

    /// Before anything is changed: what to remember for restore() (goes into the record).
    virtual void prepare(const Record &record, std::function<void(const Result<QJsonObject> &)> done) = 0;
    /// The files are new: make the running state follow, touching only what differs.
    virtual void activate(const Record &record, Done done) = 0;
    /// The files are as before: so make the running state. Must do what it can even if the backend is gone.
    virtual void restore(const Record &record, Done done) = 0;
    /// Confirmed: drop all safety nets.
    virtual void commit(const Record &record, Done done) = 0;
    virtual void extend(const Record &) { }
    /// Instead of restore(), where the network is put back without the backend: what it holds of the change ends, and it reads the
    /// restored files.
    virtual void letGo(const Record &, const Done &done) { done({}); }
    /// After restore(): the backend did not answer, but may still run and undo what was restored.
    virtual bool isOutOfReach() const { return false; }
    /// After restore(): the backend runs and has not been told that the files are as before. It was started during the
    /// change, and may have read the changed files.
    virtual bool hasComeBack() const { return false; }
    virtual bool isComingBack() const { return false; } ///< it is just being started

Q_SIGNALS:
    void progressed(const QString &text); ///< translated, for a person watching
};

using ActivatorFactory = std::function<std::unique_ptr<Activator>(Backend)>;

} // namespace bondwright::helper
