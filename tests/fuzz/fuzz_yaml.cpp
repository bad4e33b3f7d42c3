// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formats/cloudinit/cloudinitformat.h"
#include "formats/nmstate/nmstateformat.h"
#include "formats/yaml/yamledit.h"
#include "formats/yaml/yamlnode.h"
#include "readwrite.h"

using namespace bondwright;
using namespace bondwright::formats;

// Any text is a tree or an error; a tree is written so that it is read again; what is set in the text is in it then.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::readWriteAndTakeAway(nmstate::NmstateFormat(),
                               test::sameInAll({QStringLiteral("/etc/nmstate/bond0.yml")}, data, size));
    test::readWriteAndTakeAway(
        cloudinit::CloudInitFormat(),
        test::sameInAll({QStringLiteral("/etc/cloud/cloud.cfg.d/90-bond0-network.cfg")}, data, size));

    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto tree = yaml::parse(text);
    if (!tree)
        return 0;
    if (!yaml::parse(yaml::textOf(*tree)))
        abort();
    const QStringList path{QStringLiteral("network"), QStringLiteral("bonds"), QStringLiteral("bond0")};
    const QString value = QStringLiteral("set");
    yaml::Editor editor(text);
    if (editor.set(path, yaml::Node::ofScalar(value))) {
        const auto edited = yaml::parse(editor.text());
        if (!edited || edited->at(path).scalar != value)
            abort();
    }
    yaml::Editor parking(text);
    if (parking.park(path, "# bond0: "))
        parking.unpark("# bond0: ");
    return 0;
}
