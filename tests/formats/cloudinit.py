# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""cloudinit.py PACKAGES FOLDER: what cloud-init makes of each FOLDER/NAME.cfg, in FOLDER/NAME-RENDERER as below a host's
root, or why it fails, in FOLDER/NAME-RENDERER.error; whether the settings in each FOLDER/NAME.d switch the network off, in
FOLDER/NAME.off. PACKAGES: where cloud-init's modules lie (.ci/cloudinit)."""
import copy
import importlib.util  # cloud-init uses it and imports importlib alone
import logging
import pathlib
import sys
import types

sys.path.insert(0, sys.argv[1])


class Absent(types.ModuleType):
    """A module that is not installed and whose names are mentioned only, in annotations and handlers."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})


# What it needs elsewhere only, for asking clouds and for its own settings.
for name in ("oauthlib", "oauthlib.oauth1", "configobj", "netifaces", "jsonpatch", "requests", "requests.exceptions",
             "jinja2", "serial"):
    try:
        importlib.import_module(name)
    except ImportError:
        sys.modules[name] = Absent(name)
        if "." in name:
            setattr(sys.modules[name.split(".")[0]], name.split(".")[1], sys.modules[name])

import yaml  # noqa: E402
from cloudinit import net, util  # noqa: E402
from cloudinit.net import eni, netplan, network_state  # noqa: E402

logging.disable(logging.CRITICAL)
for path in sorted(pathlib.Path(sys.argv[2]).glob("*.cfg")):
    config = yaml.safe_load(path.read_text())["network"]
    for module, settings in ((netplan, {"postcmds": False}), (eni, {})):
        target = path.with_name(f"{path.stem}-{module.__name__.rsplit('.', 1)[1]}")
        renderer = module.Renderer(settings)
        try:
            state = network_state.parse_net_config_data(copy.deepcopy(config), renderer=renderer)
            renderer.render_network_state(state, target=str(target))
        except Exception as error:  # whatever it is, the host would have no network
            target.with_name(target.name + ".error").write_text(f"{type(error).__name__}: {error}\n")
# Of settings in several files: whether they switch the network off.
for folder in pathlib.Path(sys.argv[2]).glob("*.d"):
    network = util.read_conf_d(str(folder)).get("network")
    folder.with_suffix(".off").write_text(str(net.is_disabled_cfg(network)))
