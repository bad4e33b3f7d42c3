// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/cloudinit/cloudinitformat.h"
#include "formats/nmstate/nmstateformat.h"
#include "formats/yaml/yamledit.h"
#include "formats/yaml/yamlnode.h"

#include <cstdint>
#include <cstdlib>

using namespace bondwright;
using namespace bondwright::formats;

namespace
{

void readAs(const Format &format, const QString &path, const FileState &state)
{
    FileSnapshot snapshot;
    snapshot.files.insert(path, state);
    for (const FoundBond &found : format.read(snapshot).bonds) {
        (void)format.render(found.plan, snapshot);
        (void)format.remove(found.plan.name, snapshot);
        (void)format.leftBehind(found, snapshot);
    }
}

} // namespace

// Any text is a tree or an error; a tree is written so that it is read again; what is set in the text is in it then.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FileState state;
    state.content = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    readAs(nmstate::NmstateFormat(), QStringLiteral("/etc/nmstate/bond0.yml"), state);
    readAs(cloudinit::CloudInitFormat(), QStringLiteral("/etc/cloud/cloud.cfg.d/90-bond0-network.cfg"), state);

    const auto tree = yaml::parse(state.content);
    if (!tree)
        return 0;
    if (!yaml::parse(yaml::textOf(*tree)))
        abort();
    const QStringList path{QStringLiteral("network"), QStringLiteral("bonds"), QStringLiteral("bond0")};
    const QString value = QStringLiteral("set");
    yaml::Editor editor(state.content);
    if (editor.set(path, yaml::Node::ofScalar(value))) {
        const auto edited = yaml::parse(editor.text());
        if (!edited || edited->at(path).scalar != value)
            abort();
    }
    yaml::Editor parking(state.content);
    if (parking.park(path, "# bond0: "))
        parking.unpark("# bond0: ");
    return 0;
}
