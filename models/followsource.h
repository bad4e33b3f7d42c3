// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kernel/kernelsource.h"

#include <QPointer>

namespace bondwright::models
{

/// Lets a model show a source's snapshots from now on, in place of the one it followed; null stops that.
/// When the source is destroyed, the model keeps its last state.
/// @tparam Model a QObject with setSnapshot()
template <typename Model>
void followSource(Model *model, QPointer<kernel::KernelSource> &followed, kernel::KernelSource *source)
{
    if (followed)
        followed->disconnect(model);
    followed = source;
    if (!source) {
        model->setSnapshot({});
        return;
    }
    QObject::connect(source, &kernel::KernelSource::snapshotChanged, model,
                     [model, source] { model->setSnapshot(source->snapshot()); });
    model->setSnapshot(source->snapshot());
}

} // namespace bondwright::models
