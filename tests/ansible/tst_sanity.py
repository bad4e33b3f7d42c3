#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`ansible-test sanity` on the collection, all its tests, without containers and without PyPI.

ansible-test makes an environment for each test and fills it by pip. Here its pip installs nothing: the checkers are Debian's
(pycodestyle, pylint, voluptuous, yamllint), unpacked by tests/lab/rack/tools, in Debian's versions.

tst_sanity.py CHECKERS: the folder that they are unpacked in."""
import os, shutil, subprocess, sys, tempfile, unittest

HERE = os.path.dirname(os.path.realpath(__file__))
SOURCE = os.path.realpath(os.path.join(HERE, "../../packaging/ansible"))
CHECKERS = os.path.join(os.path.abspath(sys.argv.pop(1)), "usr/lib/python3/dist-packages")
# The second: what Ansible itself needs, where it is not installed but unpacked as well.
PACKAGES = [CHECKERS] + os.environ.get("PYTHONPATH", "").split(os.pathsep) + ["/usr/lib/python3/dist-packages"]

# What ansible-test would download to have a pip.
NO_PIP = """
import os, site, sys
where = [path for path in site.getsitepackages() if path.startswith(sys.prefix)][0]
os.makedirs(where + "/pip", exist_ok=True)
for name in ("__init__", "__main__"):
    open("%%s/pip/%%s.py" %% (where, name), "w").close()
with open(where + "/checkers.pth", "w") as file:
    file.write(%r)
""" % "".join(path + "\n" for path in PACKAGES if path)

# pslint has nothing to look at, and changelog nothing to read; all others look at every file.
EXPECTED = {"action-plugin-docs", "ansible-doc", "compile", "import", "no-assert", "pep8", "pylint", "runtime-metadata", "shebang",
            "use-argspec-type-path", "validate-modules", "yamllint"}


class Sanity(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        cache = os.path.join(self.folder, "home/.ansible/test/cache")
        os.makedirs(cache)
        for name in ("get_pip_21_3_1.py", "get_pip_20_3_4.py"):
            with open(os.path.join(cache, name), "w") as file:
                file.write(NO_PIP)
        # A tree of its own, not this repository: ansible-test would take its notion of files from there.
        self.collection = os.path.join(self.folder, "ansible_collections/bondwright/bond")
        shutil.copytree(os.path.join(SOURCE, "bondwright/bond"), self.collection,
                        ignore=shutil.ignore_patterns("__pycache__"))

    def sanity(self, *words):
        version = "%d.%d" % sys.version_info[:2]
        done = subprocess.run(["ansible-test", "sanity", "--python", version, "--color", "no", *words], cwd=self.collection, text=True,
                              env=dict(os.environ, HOME=self.folder + "/home", LC_ALL="C.UTF-8"), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=500)
        return done.returncode, done.stdout

    def test_all_of_it(self):
        status, said = self.sanity()
        ran = {line.split('"')[1] for line in said.splitlines() if line.startswith("Running sanity test")}
        print("%d tests ran: %s" % (len(ran), ", ".join(sorted(ran))))
        self.assertEqual(status, 0, said)
        self.assertEqual(EXPECTED - ran, set(), said)
        self.assertNotIn("kipping", said)

    def test_the_checkers_do_check(self):
        """The pip that installs nothing has not left them blind."""
        with open(self.collection + "/plugins/modules/bond.py") as file:
            text = file.read()
        with open(self.collection + "/plugins/modules/bond.py", "w") as file:
            file.write(text.replace("    default: present\n", "    default: absent\n", 1) + "LATER = not_known_here #x\n")
        with open(self.collection + "/roles/rollout/defaults/main.yml", "a") as file:
            file.write("bondwright_ping:   [\n")
        status, said = self.sanity("--test", "pep8", "--test", "pylint", "--test", "validate-modules", "--test", "yamllint")
        self.assertNotEqual(status, 0)
        for finding in ("E261", "undefined-variable", "doc-default-does-not-match-spec", "defaults/main.yml"):
            self.assertIn(finding, said)


unittest.main(verbosity=2)
