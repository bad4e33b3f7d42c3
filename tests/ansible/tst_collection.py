#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The collection with the real ansible-playbook, on hosts that are folders (tests/ansible/bondctl). The rack (tst_rack) has the
same roll-out on guests with real SSH.

tst_collection.py BONDCTL: the program whose command rollout is tested as well."""
import atexit, fcntl, importlib, json, os, pty, re, shutil, subprocess, sys, tempfile, time, unittest

HERE = os.path.dirname(os.path.realpath(__file__))
SOURCE = os.path.realpath(os.path.join(HERE, "../../packaging/ansible"))
BONDCTL = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 and os.path.exists(sys.argv[1]) else None
PACKAGES = tempfile.mkdtemp()
atexit.register(shutil.rmtree, PACKAGES)
os.symlink(SOURCE, os.path.join(PACKAGES, "ansible_collections"))
sys.path.insert(0, PACKAGES)
command, choosing, failover, rehearsal, serve = (importlib.import_module("ansible_collections.bondwright.bond.plugins.module_utils." + name)
                                                 for name in ("bondctl", "choose", "failover", "rehearsal", "serve"))

PLAN = {"name": "bond0", "mode": "active-backup", "options": {"miimon": "100"}, "slaves": [{"name": "eth0"}, {"name": "eth1"}],
        "ipv4": {"method": "manual", "addresses": ["{{ bond_address }}"]}}
NICS = [{"name": "eth0", "kind": "physical", "driver": "ixgbe", "speed": 10000, "carrier": True, "use": "in-use",
         "bus": "0000:03:00.0", "permanent_mac": "b4:96:91:00:00:01", "master": None},
        {"name": "eth1", "kind": "physical", "driver": "ixgbe", "speed": 10000, "carrier": True, "use": "free",
         "bus": "0000:3b:00.0", "permanent_mac": "b4:96:91:00:00:02", "master": None},
        {"name": "eth2", "kind": "physical", "driver": "ixgbe", "speed": None, "carrier": False, "use": "free",
         "bus": "0000:3b:00.1", "permanent_mac": "b4:96:91:00:00:03", "master": None},
        {"name": "eth3", "kind": "physical", "driver": "tg3", "speed": 1000, "carrier": True, "use": "bond",
         "bus": "0000:01:00.0", "permanent_mac": "00:10:18:00:00:04", "master": "bond0"},
        {"name": "lo", "kind": "loopback", "use": "not-usable"}]


# What Ansible calls: takes one password, and tells who else could see it.
SUDO = """#!/bin/bash
while [ $# -gt 0 ]; do
  case $1 in -p) prompt=$2; shift 2 ;; -u) shift 2 ;; -*) shift ;; *) break ;; esac
done
printf '%s' "$prompt" >&2
read -r given
[ "$given" = secret-of-sudo ] || { echo refused >>"$0.refused"; echo 'Sorry, try again.' >&2; exit 1; }
echo asked >>"$0.seen"
grep -la 'secret-of-[s]udo' /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null >>"$0.seen"
exec "$@"
"""


# "ssh" to a host that is a folder. Beside it: "cut" says until when it is out of reach, "drop" that the next change loses its line.
SSH = """#!/bin/sh
folder=${0%/*}
case " $* " in *" -O "*) exit 255 ;; esac
for last; do :; done
if [ -e "$folder/cut" ] && [ "$(date +%s)" -lt "$(cat "$folder/cut")" ]; then
  echo 'ssh: connect to host srv port 22: No route to host' >&2
  exit 255
fi
sh -c "$last" || exit
if [ -e "$folder/drop" ] && grep -q awaiting-confirm "$folder/state.json"; then . "$folder/drop"; fi
"""


class Choosing(unittest.TestCase):
    def chosen(self, bond="", **rule):
        return choosing.choose(NICS, rule, bond)

    def test_rules(self):
        self.assertEqual(self.chosen(driver="ixgbe"), (["eth1", "eth2"], ""))
        self.assertEqual(self.chosen(driver="ixgbe", free=False), (["eth0", "eth1", "eth2"], ""))
        self.assertEqual(self.chosen(link=True), (["eth1"], ""))
        self.assertEqual(self.chosen(link=False), (["eth2"], ""))
        self.assertEqual(self.chosen(speed=10000), (["eth1"], ""))
        self.assertEqual(self.chosen(slots=["0000:3B:*"]), (["eth1", "eth2"], ""))
        self.assertEqual(self.chosen(macs=["b4:96:91:00:00:03"]), (["eth2"], ""))
        self.assertEqual(self.chosen(names=["eth[12]"], count=2), (["eth1", "eth2"], ""))

    def test_slaves_of_the_bond_are_found_again(self):
        self.assertEqual(self.chosen("bond0", driver="tg3"), (["eth3"], ""))
        self.assertEqual(self.chosen("bond7", driver="tg3")[0], [])

    def test_the_same_switch(self):
        def wired(**switches):
            return [dict(nic, switch=switches.get(nic["name"]) and {"system": switches[nic["name"]], "chassis": None}) for nic in NICS]
        rule = {"driver": "ixgbe", "free": False, "same_switch": True}
        self.assertEqual(choosing.choose(wired(eth0="sw1", eth1="sw2", eth2="sw1"), rule, ""), (["eth0", "eth2"], ""))
        self.assertIn("at another: eth0 (sw1), eth1 (sw2)", choosing.choose(wired(eth0="sw1", eth1="sw2"), rule, "")[1])
        self.assertIn("LLDP", choosing.choose(wired(), rule, "")[1])

    def test_what_does_not_fit_is_named(self):
        self.assertEqual(self.chosen(driver="mlx5_core"), ([], "No NIC fits the rule."))
        self.assertEqual(self.chosen(driver="ixgbe", count=3)[1], "2 NICs fit the rule, not 3: eth1, eth2.")
        self.assertEqual(self.chosen(link=True, count=2)[1], "1 NIC fits the rule, not 2: eth1.")


class Answers(unittest.TestCase):
    """What a host says that is not made as it should be. None of it may be taken for a success, or for nothing."""
    UNFIT = "its answer is not made as it should be"

    def test_json_that_only_python_takes_is_none(self):
        for text in ("NaN", "[Infinity]", '{"a": -Infinity}', "1e999", "9" * 5000, "[" * 100000, "x", ""):
            self.assertRaises(ValueError, serve.read, text)
        self.assertEqual(serve.read('{"a": [1, 2.5, -3e2, null]}'), {"a": [1, 2.5, -300.0, None]})

    def test_numbers(self):
        self.assertEqual([command.number(value, 7) for value in (3, "60", 2.5, None, "x", [1], float("nan"), 1e300)], [3, 60, 2.5, 7, 7, 7, 7, 7])

    def test_rehearsals(self):
        for status, report, err, fails in (
                (0, {"outcome": "passed"}, "", ""), (1, {"outcome": "passed"}, "", "bondctl rehearse failed: it ended with 1"),
                (139, {"outcome": "passed"}, "boo", "bondctl rehearse failed: boo"), (0, None, "", "it ended with 0 and said nothing"),
                (0, None, "it did not answer in JSON", "bondctl rehearse failed: it did not answer in JSON"),
                (1, {"outcome": ["passed"]}, "", "fails. the failover test fails"), (1, {"outcome": "failed", "refusal": [1]}, "", self.UNFIT),
                (1, {"outcome": "failed", "findings": "abc"}, "", self.UNFIT), (1, {"outcome": "not-possible", "error": "abc"}, "", self.UNFIT),
                (0, {}, "", self.UNFIT), (0, [1], "", self.UNFIT)):
            result, said, impossible = rehearsal.judge(status, report, err)
            self.assertIn(fails, said, report)
            self.assertEqual((bool(said), impossible), (bool(fails), ""), report)
            self.assertEqual(result["outcome"] == "passed", not fails, report)

    def test_failover_tests(self):
        bad = {"slave": "eth0", "outcome": "failed", "targets": [{"outageMs": None}, {"outageMs": 9}],
               "problems": [{"kind": "outage-too-long", "slave": "eth0", "detail": "900 ms"}]}
        self.assertEqual(failover.judge("bond0", 1, {"steps": [bad], "problems": [{"kind": "helper-refused", "slave": "", "detail": "busy"}]}, ""),
                         ({"test": {"steps": [bad], "problems": [{"kind": "helper-refused", "slave": "", "detail": "busy"}]}, "outage_ms": 9},
                          "The failover test of bond0 failed, longest outage 9 ms. (helper-refused busy); "
                          "eth0: failed (outage-too-long eth0 900 ms) "))
        for test in ({"steps": "abc"}, {"steps": [None]}, {"steps": [{"outcome": "failed", "problems": [{}, 5]}]}, [1]):
            self.assertIn(self.UNFIT, failover.judge("bond0", 1, test, "")[1])

    def test_nics(self):
        rule = {"driver": "ixgbe", "speed": 1, "macs": ["*"], "free": False, "same_switch": True}
        for wrong in (5, None, "eth0", dict(NICS[0], speed="10000"), dict(NICS[0], permanent_mac=5), dict(NICS[0], switch="sw1"),
                      dict(NICS[0], switch={"chassis": [1]})):
            self.assertIn(self.UNFIT, choosing.choose([wrong], rule, "")[1], wrong)


class Documentation(unittest.TestCase):
    def test_ansible_doc_reads_everything(self):
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(SOURCE, os.path.join(folder, "ansible_collections"))
            given = dict(os.environ, ANSIBLE_COLLECTIONS_PATH=folder, LC_ALL="C.UTF-8", ANSIBLE_HOME=folder)
            modules = [name[:-3] for name in os.listdir(os.path.join(SOURCE, "bondwright/bond/plugins/modules")) if name.endswith(".py")]
            for kind, name in [("module", name) for name in modules] + [("callback", "lines"), ("role", "rollout")]:
                done = subprocess.run(["ansible-doc", "-t", kind, "bondwright.bond." + name], env=given, capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""), name)
                self.assertIn("BONDWRIGHT.BOND." + name.upper(), done.stdout)


class Fleet(unittest.TestCase):
    """A folder with hosts, an inventory and a playbook."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        os.makedirs(self.path("collections"))
        os.symlink(SOURCE, self.path("collections/ansible_collections"))
        self.hosts = []

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def add(self, count, **state):
        for _ in range(count):
            name = "srv%d" % (len(self.hosts) + 1)
            self.hosts.append(name)
            os.makedirs(self.path(name))
            os.symlink(os.path.join(HERE, "bondctl"), self.path(name, "bondctl"))
            self.put(name, **state)
        with open(self.path("inventory"), "w") as file:
            for number, name in enumerate(self.hosts, 1):
                file.write("%s ansible_connection=local ansible_python_interpreter=%s ansible_become_exe=/nowhere ansible_become=false "
                           "bond_address=10.0.%d.%d/16 bondwright_bondctl=%s\n"
                           % (name, sys.executable, number // 250, number % 250 + 1, self.path(name, "bondctl")))

    def by_ssh(self, name):
        """The host is reached by a program of the test."""
        with open(self.path(name, "ssh"), "w") as file:
            file.write(SSH)
        os.chmod(self.path(name, "ssh"), 0o755)
        with open(self.path("inventory")) as file:
            lines = file.read().split("\n")
        lines = [line.replace("ansible_connection=local", "ansible_connection=ssh ansible_ssh_pipelining=true ansible_ssh_executable="
                              + self.path(name, "ssh")) if line.startswith(name + " ") else line for line in lines]
        with open(self.path("inventory"), "w") as file:
            file.write("\n".join(lines))

    def put(self, name, **state):
        with open(self.path(name, "state.json"), "w") as file:
            json.dump(state, file)

    def state(self, name):
        with open(self.path(name, "state.json")) as file:
            return json.load(file)

    def calls(self, name):
        try:
            with open(self.path(name, "calls.txt")) as file:
                return file.read().split("\n")
        except FileNotFoundError:
            return []

    def environment(self):
        return dict(os.environ, ANSIBLE_COLLECTIONS_PATH=self.path("collections"), ANSIBLE_LOCAL_TEMP=self.path("local"),
                    ANSIBLE_STDOUT_CALLBACK="bondwright.bond.lines", ANSIBLE_BECOME_ASK_PASS="0", ANSIBLE_FORKS="10",
                    ANSIBLE_REMOTE_TEMP=self.path("remote"), ANSIBLE_HOME=self.path("home"), LC_ALL="C.UTF-8")

    def cut(self, name):
        """From now on it is out of reach."""
        self.by_ssh(name)
        with open(self.path(name, "cut"), "w") as file:
            file.write("%d" % (time.time() + 600))

    def sudo(self, text):
        """What Ansible calls to become root."""
        with open(self.path("sudo"), "w") as file:
            file.write("#!/bin/bash\nwhile [ $# -gt 0 ]; do case $1 in -p) prompt=$2; shift 2 ;; -u) shift 2 ;; -*) shift ;; *) break ;; esac; done\n"
                       + text + '\nexec "$@"\n')
        os.chmod(self.path("sudo"), 0o755)
        with open(self.path("inventory")) as file:
            inventory = file.read().replace("ansible_become_exe=/nowhere ansible_become=false",
                                            "ansible_become=true ansible_become_exe=" + self.path("sudo"))
        with open(self.path("inventory"), "w") as file:
            file.write(inventory)

    def play(self, *words, serial="1", play=None, environment=None, **variables):
        """Statistics and results of a run of the role. @param play more of the play's own words"""
        given = dict({"bondwright_plan": PLAN, "bondwright_gate_within": 0}, **variables)
        out, err = self.ansible([dict({"hosts": "all", "gather_facts": False, "serial": serial, "max_fail_percentage": 0,
                                       "roles": [{"role": "bondwright.bond.rollout", "vars": given}]}, **(play or {}))], *words, **(environment or {}))
        lines = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
        self.assertTrue(lines and lines[-1]["type"] == "stats", out[-2000:] + err[-2000:])
        self.lines = lines
        return lines[-1]["hosts"]

    def ansible(self, plays, *words, **environment):
        """What a playbook says. Its exit status is in self.status, what it costs in self.seconds, self.cpu (of all its processes) and
        self.memory (MB of the largest)."""
        with open(self.path("play.yml"), "w") as file:
            json.dump(plays, file)
        began = time.monotonic()
        with open(self.path("out"), "w+") as out, open(self.path("err"), "w+") as err:
            process = subprocess.Popen(["ansible-playbook", "-i", self.path("inventory"), self.path("play.yml"), *words],
                                       env=dict(self.environment(), **environment), stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = self.status = os.waitstatus_to_exitcode(status)
            self.seconds, self.cpu, self.memory = time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
            out.seek(0)
            err.seek(0)
            return out.read(), err.read()

    def results(self, host, action):
        return [line for line in self.lines if line["type"] == "result" and line["host"] == host
                and line["action"] == "bondwright.bond." + action and line["outcome"] != "skipped"]


class Role(Fleet):
    def test_first_run_changes_second_does_not(self):
        self.add(3)
        stats = self.play(serial=["1", "100%"])
        self.assertEqual([stats[host]["changed"] for host in self.hosts], [1, 1, 1])
        stats = self.play(serial=["1", "100%"])
        self.assertEqual([stats[host]["changed"] for host in self.hosts], [0, 0, 0])
        # The plan that was rehearsed is the one that was applied, with the host's own address.
        with open(self.path("srv2/rehearsed.json")) as file:
            self.assertEqual(json.load(file), self.state("srv2")["plan"])
        self.assertEqual(self.state("srv2")["plan"]["ipv4"]["addresses"], ["10.0.0.3/16"])
        plays = [line for line in self.lines if line["type"] == "play"]
        self.assertEqual([play["batch"] for play in plays], [["srv1"], ["srv2", "srv3"]])
        self.assertEqual(plays[0]["hosts"], self.hosts)

    def test_a_bond_that_does_not_run_as_its_files_say_is_made_right(self):
        self.add(1)
        self.play()
        kept = self.state("srv1")
        for runs, changed in (["config-drift"], 1), (["slave-missing"], 1), (None, 1), (["speed-differs"], 0), ([], 0):
            self.put("srv1", **dict(kept, runs=runs))
            self.assertEqual((self.play("--check")["srv1"]["changed"], self.state("srv1")["runs"]), (changed, runs))
            self.assertEqual(self.play()["srv1"]["changed"], changed, runs)
            self.assertEqual(self.state("srv1").get("runs"), None if changed else runs)
        # Without files there is nothing to go by.
        self.put("srv1", **dict(kept, backend="runtime"))
        self.assertEqual(self.play()["srv1"]["changed"], 1)
        # A host that cannot be looked at is left as it is.
        self.put("srv1", **dict(kept, looks=["busy"]))
        self.assertEqual(self.play()["srv1"]["changed"], 0)

    def test_a_failed_rehearsal_stops_before_anything_is_changed(self):
        self.add(1)
        self.add(1, rehearse={"outcome": "failed", "refusal": {"field": "options.arp_interval", "message": "The kernel refused it."}})
        self.add(1)
        stats = self.play()
        self.assertEqual((stats["srv1"]["changed"], stats["srv2"]["failures"], "srv3" in stats), (1, 1, False))
        self.assertIn("options.arp_interval: The kernel refused it.", self.results("srv2", "bond")[0]["result"]["msg"])
        self.assertEqual([call for call in self.calls("srv2") if "serve" in call], [])
        self.assertEqual(self.calls("srv3"), [])

    def test_a_host_that_cannot_rehearse_is_warned_of_or_stops(self):
        self.add(1, rehearse={"outcome": "not-possible", "error": {"message": "No namespaces.", "hint": "Run sysctl."}})
        self.assertEqual(self.play()["srv1"]["changed"], 1)
        self.put("srv1", rehearse={"outcome": "not-possible", "error": {"message": "No namespaces.", "hint": "Run sysctl."}})
        self.assertEqual(self.play(bondwright_rehearse_required=True)["srv1"]["failures"], 1)
        self.assertEqual(self.play(bondwright_rehearse=False)["srv1"]["failures"], 0)

    def test_a_host_that_reverts_stops_the_rollout(self):
        self.add(1)
        self.add(1, refuses="bond0 has no link")
        self.add(1)
        stats = self.play()
        self.assertEqual((stats["srv1"]["changed"], stats["srv2"]["failures"], "srv3" in stats), (1, 1, False))
        self.assertIn("bond0 has no link", self.results("srv2", "bond")[0]["result"]["msg"])

    def test_the_gate_holds(self):
        self.add(1, verdict="degraded")
        self.add(1)
        stats = self.play()
        self.assertEqual((stats["srv1"]["failures"], "srv2" in stats), (1, False))
        said = self.results("srv1", "bond")[0]["result"]
        self.assertEqual((said["bonds"][0]["verdict"], said["changed"], said["msg"]), ("degraded", True, "bond0 is degraded."))
        self.assertIn("plan", self.state("srv1"), "what was changed stays")
        # The same where nothing has to be changed; other verdicts may do.
        self.assertEqual(self.play()["srv1"]["failures"], 1)
        self.assertEqual(self.play("--limit", "srv1", bondwright_verdicts=["healthy", "degraded"])["srv1"]["failures"], 0)
        self.assertEqual(self.play("--limit", "srv1", bondwright_verdicts=[])["srv1"]["failures"], 0)

    def test_the_gate_waits(self):
        """It tells that the change is kept, and looks until the bond is healthy."""
        self.add(1, verdict="degraded", healthy_at_look=3)
        stats = self.play(bondwright_gate_within=60)
        self.assertEqual((stats["srv1"]["failures"], stats["srv1"]["changed"]), (0, 1))
        told = [line["state"] for line in self.lines if line["type"] == "state"]
        self.assertEqual(told, ["admitted", "rehearsed", "applied", "confirmed"])
        self.assertEqual(self.calls("srv1").count("bonds --json"), 3)
        self.assertEqual(self.results("srv1", "bond")[0]["result"]["bonds"][0]["verdict"], "healthy")

    def test_the_failover_is_tested_where_something_changed(self):
        self.add(1, test={"outcome": "passed", "steps": [{"slave": "eth0", "outcome": "passed", "targets": [{"outageMs": 90.5}]}]})
        self.add(1, test={"outcome": "failed", "steps": [{"slave": "eth0", "outcome": "failed", "targets": [{"outageMs": 900}]}]})
        given = {"bondwright_failover_limit": 500, "bondwright_ping": "10.0.0.254"}
        stats = self.play(**given)
        self.assertEqual((stats["srv1"]["failures"], stats["srv2"]["failures"]), (0, 1))
        self.assertEqual(self.results("srv1", "bond")[0]["result"]["outage_ms"], 90.5)
        failed = self.results("srv2", "bond")[0]["result"]
        self.assertEqual((failed["outage_ms"], failed["changed"], failed["transaction"]["state"]), (900, True, "done"))
        self.assertIn("longest outage 900 ms. eth0: failed", failed["msg"])
        self.assertIn("test bond0 --auto --json --ping 10.0.0.254 --limit 500", self.calls("srv1"))
        before = len(self.calls("srv1"))
        self.play("--limit", "srv1", **given)
        self.assertEqual([call for call in self.calls("srv1")[before:] if call.startswith("test")], [])

    def test_nics_by_rule(self):
        self.add(1, nics=NICS)
        self.play(bondwright_choose={"driver": "ixgbe", "count": 2})
        self.assertEqual(self.state("srv1")["plan"]["slaves"], [{"name": "eth1"}, {"name": "eth2"}])
        self.put("srv1", nics=NICS)
        self.assertEqual(self.play(bondwright_choose={"driver": "ixgbe", "count": 3})["srv1"]["failures"], 1)
        failed = self.results("srv1", "bond")[0]["result"]
        self.assertEqual((failed["chosen"], failed["msg"]), (["eth1", "eth2"], "2 NICs fit the rule, not 3: eth1, eth2."))
        self.assertNotIn("plan", self.state("srv1"))

    def test_a_bond_is_removed_again(self):
        self.add(1)
        self.play()
        task = [{"hosts": "all", "gather_facts": False, "tasks": [{"bondwright.bond.bond": {
            "state": "absent", "name": "bond0", "bondctl": "{{ bondwright_bondctl }}"}}]}]

        def absent(*words):
            out, err = self.ansible(task, *words)
            self.lines = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
            self.assertTrue(self.results("srv1", "bond"), out + err)
            return self.results("srv1", "bond")[0]["result"]
        seen = absent("--check", "--diff")
        self.assertEqual((seen["changed"], seen["diff"][0]["after"], "plan" in self.state("srv1")), (True, "", True))
        self.assertIn("10.0.0.2/16", seen["diff"][0]["before"])
        done = absent()
        self.assertEqual((done["changed"], done["transaction"]["state"], "plan" in self.state("srv1")), (True, "done", False))
        self.assertFalse(absent()["changed"])
        # One that runs without files: nothing but the kernel tells of it.
        self.play()
        self.put("srv1", **dict(self.state("srv1"), backend="runtime"))
        self.assertEqual((absent("--check")["changed"], "plan" in self.state("srv1")), (True, True))
        done = absent()
        self.assertEqual((done["changed"], done["transaction"]["state"], "plan" in self.state("srv1")), (True, "done", False))
        self.assertFalse(absent()["changed"])

    def test_arguments_that_make_no_sense(self):
        self.add(1)
        for given, said in (({"state": "absent"}, "state is absent but all of the following are missing: name"),
                            ({}, "state is present but all of the following are missing: plan"),
                            ({"plan": PLAN, "confirm_within": 5}, "10 to 600"), ({"plan": PLAN, "state": "there"}, "value of state must be one of"),
                            ({"plan": PLAN, "rehearse": True, "bondctl": "/nowhere/bondctl"}, "Cannot start /nowhere/bondctl: No such file or directory. Install"),
                            ({"plan": PLAN, "failover_limit": 500}, "failover_limit needs ping"),
                            ({"plan": PLAN, "failover_limit": 0, "ping": "10.0.0.254"}, "failover_limit is 1 to 600000 ms."),
                            ({"plan": PLAN, "choose": {"diver": "ixgbe"}}, "Unsupported parameters: choose.diver. Supported"),
                            ({"plan": PLAN, "choose": {"driver": "ixgbe"}, "bundle": "6"}, "Only a host with bondctl can choose"),
                            ({"plan": {"mode": "802.3ad"}}, "The plan has no name."), ({"plan": PLAN, "rehears": True}, "Unsupported parameters: rehears. Supported"),
                            ({"plan": PLAN, "bondctl": "/nowhere/bondctl"}, "Cannot start /nowhere/bondctl: No such file or directory. Install")):
            task = {"bondwright.bond.bond": dict({"bondctl": "{{ bondwright_bondctl }}"}, **given)}
            out, _ = self.ansible([{"hosts": "all", "gather_facts": False, "tasks": [task]}])
            self.assertIn(said, out)
        self.assertRegex(self.ansible([{"hosts": "all", "gather_facts": False, "roles": ["bondwright.bond.rollout"]}])[0],
                         "missing required arguments: bondwright_plan")

    def test_addresses_from_a_csv_file(self):
        self.add(2)
        with open(self.path("bonds.csv"), "w") as file:
            file.write("host,address\nsrv1,10.7.0.1/24\nsrv2,10.7.0.2/24\n")
        lookup = "{{ lookup('ansible.builtin.csvfile', inventory_hostname ~ ' file=%s delimiter=, col=1') }}" % self.path("bonds.csv")
        self.play(bondwright_plan=dict(PLAN, ipv4={"method": "manual", "addresses": [lookup]}))
        self.assertEqual(self.state("srv2")["plan"]["ipv4"]["addresses"], ["10.7.0.2/24"])

    def test_a_host_that_is_down_ends_the_rollout(self):
        self.add(3)
        self.by_ssh("srv2")
        self.cut("srv2")
        stats = self.play()
        self.assertEqual((stats["srv1"]["changed"], stats["srv2"]["failures"], "srv3" in stats), (1, 1, False))
        self.assertEqual([line["outcome"] for line in self.results("srv2", "bond")], ["unreachable"])

    def test_the_example_of_the_readme_stops_at_a_host_that_is_down(self):
        """Also where it is one of several in its batch, and where the user's configuration has another strategy."""
        with open(os.path.join(SOURCE, "bondwright/bond/README.md")) as file:
            example = re.search(r"```yaml\n(- hosts:.*?)```", file.read(), re.S).group(1)
        self.add(4)
        self.cut("srv2")
        example = re.sub("hosts: rack1\n  serial: .*", "hosts: all\n  gather_facts: false\n  serial: 2", example)
        with open(self.path("example.yml"), "w") as file:
            file.write(example)
        done = subprocess.run(["ansible-playbook", "-i", self.path("inventory"), self.path("example.yml")], capture_output=True, text=True,
                              env=dict(self.environment(), ANSIBLE_STRATEGY="free"), stdin=subprocess.DEVNULL)
        self.assertEqual([self.calls(host) == [] for host in self.hosts], [False, True, True, True], done.stdout + done.stderr)

    def test_a_host_that_was_cut_off_tells_that_it_has_reverted(self):
        self.add(1, cut=13)
        self.add(1)
        self.by_ssh("srv1")
        stats = self.play(bondwright_confirm_within=10)
        self.assertEqual((stats["srv1"]["failures"], stats["srv1"]["unreachable"], "srv2" in stats), (1, 0, False))
        said = self.results("srv1", "bond")[0]["result"]
        self.assertEqual(said["transaction"]["state"], "rolled-back")
        self.assertIn("has reverted the change by itself (Nobody confirmed it). It could not be reached over a new connection in time:", said["msg"])
        self.assertIn("No route to host", said["msg"])

    def test_a_host_that_stays_out_of_reach_is_said_to_have_reverted_as_far_as_known(self):
        self.add(1, cut=600)
        self.by_ssh("srv1")
        self.assertEqual(self.play(bondwright_confirm_within=10)["srv1"]["failures"], 1)
        said = self.results("srv1", "bond")[0]["result"]
        self.assertIn("Its deadline has passed: as far as can be known from here, it has reverted by itself", said["msg"])
        self.assertEqual(said["transaction"]["state"], "awaiting-confirm")
        self.assertEqual(self.results("srv1", "bond")[0]["outcome"], "unreachable")

    def test_a_change_that_outlives_its_connection_is_kept_over_the_next_one(self):
        """Whether the connection breaks or somebody kills ssh here."""
        for end in ("exit 255", "kill -9 $$"):
            if not self.hosts:
                self.add(1)
                self.by_ssh("srv1")
            self.put("srv1")
            with open(self.path("srv1/drop"), "w") as file:
                file.write('rm "$folder/drop"; %s\n' % end)
            stats = self.play()
            self.assertEqual((stats["srv1"]["failures"], stats["srv1"]["changed"]), (0, 1), end)
            self.assertEqual(self.state("srv1")["transaction"]["state"], "done")
            self.assertFalse(os.path.exists(self.path("srv1/drop")))

    def test_a_confirmation_whose_answer_is_lost_counts(self):
        """The connection ends at the change, and again when it has been confirmed."""
        self.add(1)
        self.by_ssh("srv1")
        with open(self.path("srv1/drop"), "w") as file:
            file.write('mv "$folder/drop-again" "$folder/drop"; exit 255\n')
        with open(self.path("srv1/drop-again"), "w") as file:
            file.write('rm "$folder/drop"; exit 255\n')
        with open(self.path("srv1/ssh")) as file:
            text = file.read().replace("grep -q awaiting-confirm", "grep -qE 'awaiting-confirm|\"done\"'")
        with open(self.path("srv1/ssh"), "w") as file:
            file.write(text)
        stats = self.play()
        self.assertEqual((stats["srv1"]["failures"], stats["srv1"]["changed"]), (0, 1), self.lines)
        self.assertFalse(os.path.exists(self.path("srv1/drop")) or os.path.exists(self.path("srv1/drop-again")))

    def test_a_connection_that_is_lost_before_anything_begins(self):
        self.add(1, transaction={"id": "9", "state": "done", "bond": "bond0", "started-at": 1000})
        self.by_ssh("srv1")
        with open(self.path("srv1/ssh")) as file:
            text = file.read()
        with open(self.path("srv1/ssh"), "w") as file:
            file.write(text.replace('sh -c "$last" || exit\n', 'case $last in *python*) [ -e "$folder/lost" ] || { touch "$folder/lost"; exit 255; } ;; esac\n'
                                    'sh -c "$last" || exit\n'))
        stats = self.play(bondwright_rehearse=False)
        said = self.results("srv1", "bond")[0]["result"]
        self.assertEqual((stats["srv1"]["failures"], said["transaction"]), (1, {}))
        self.assertIn("The host has begun no change", said["msg"])

    def test_ssh_gives_a_terminal(self):
        """One stream for everything, and its line ends; in it bondctl has a warning."""
        self.add(1, nics=NICS, complains=True)
        self.by_ssh("srv1")
        with open(self.path("srv1/ssh")) as file:
            text = file.read()
        with open(self.path("srv1/ssh"), "w") as file:
            file.write(text.replace('sh -c "$last" || exit\n', 'case " $* " in\n*" -tt "*) said=$(sh -c "$last" 2>&1); status=$?\n'
                                    "  printf '%s\\n' \"$said\" | sed 's/$/\\r/'; [ $status = 0 ] || exit $status ;;\n"
                                    '*) sh -c "$last" || exit ;;\nesac\n'))
        stats = self.play(bondwright_choose={"driver": "ixgbe", "count": 2})
        self.assertEqual((stats["srv1"]["failures"], stats["srv1"]["changed"]), (0, 1), self.lines)
        self.assertEqual(self.results("srv1", "bond")[0]["result"]["chosen"], ["eth1", "eth2"])

    def test_bondctl_that_ends_in_the_middle_of_the_change(self):
        """What it has begun goes on in the helper: it is kept over a new connection like any other."""
        self.add(1, dies_after="apply")
        stats = self.play()
        self.assertEqual((stats["srv1"]["failures"], stats["srv1"]["changed"], self.state("srv1")["transaction"]["state"]), (0, 1, "done"))

    def test_looks_that_say_nothing(self):
        junk = ["junk", "null", "5", '["bond0"]', '{"bonds": []}', "busy"]
        for begins_with_plan in (False, True):
            self.add(0 if self.hosts else 1)
            if not begins_with_plan:
                self.put("srv1", looks=list(junk))
            else:
                self.put("srv1", looks=["busy"], plan=self.state("srv1")["plan"])
            stats = self.play(bondwright_gate_within=120)
            self.assertEqual((stats["srv1"]["failures"], stats["srv1"]["changed"]), (0, 0 if begins_with_plan else 1))
            self.assertEqual(self.state("srv1")["looks"], [])
        self.put("srv1", looks=["junk", "junk"])
        self.assertEqual(self.play()["srv1"]["failures"], 1)
        said = self.results("srv1", "bond")[0]["result"]
        self.assertEqual((said["changed"], said["msg"]), (True, "bondctl bonds failed: it did not answer in JSON"))

    def test_verdicts_that_are_none_are_refused_before_anything_is_done(self):
        self.add(1)
        for verdicts in (["helthy"], [None], "unhealthy", 5):
            task = {"bondwright.bond.bond": {"plan": PLAN, "verdicts": verdicts, "bondctl": "{{ bondwright_bondctl }}"}}
            out, _ = self.ansible([{"hosts": "all", "gather_facts": False, "tasks": [task]}])
            self.assertIn("value of verdicts must be one or more of: healthy, degraded", out)
        task = {"bondwright.bond.bond": {"plan": PLAN, "name": "bond9", "bondctl": "{{ bondwright_bondctl }}"}}
        self.assertIn("name is bond9, and the plan is of bond0.", self.ansible([{"hosts": "all", "gather_facts": False, "tasks": [task]}])[0])
        self.assertEqual(self.calls("srv1"), [])

    def test_what_the_host_ignores_of_a_plan_is_a_warning(self):
        self.add(1, findings=[{"code": "plan.unknown-member", "severity": "warning", "message": "ipv4.gatway is ignored.", "advice": "Check it."},
                              {"code": "rules.other", "severity": "info", "message": "Another one.", "advice": ""}])
        task = {"bondwright.bond.bond": {"plan": PLAN, "bondctl": "{{ bondwright_bondctl }}"}}
        out, err = self.ansible([{"hosts": "all", "gather_facts": False, "tasks": [task]}], ANSIBLE_STDOUT_CALLBACK="default")
        self.assertIn("[WARNING]: ipv4.gatway is ignored. Check it.", out + err)
        self.assertNotIn("Another one.", out + err)

    def test_the_change_of_another_bond_is_not_kept(self):
        self.add(1, transaction={"id": "9", "state": "awaiting-confirm", "bond": "bond7"}, pending={"name": "bond7"})
        task = {"bondwright.bond.bond": {"state": "confirmed", "name": "bond0", "bondctl": "{{ bondwright_bondctl }}"}}
        out, _ = self.ansible([{"hosts": "all", "gather_facts": False, "tasks": [task]}])
        self.assertIn("is of bond7", out)
        self.assertEqual(self.state("srv1")["transaction"]["state"], "awaiting-confirm")

    def test_check_mode_says_that_a_pending_change_would_be_kept(self):
        pending = {"id": "9", "state": "awaiting-confirm", "bond": "bond0", "seconds-left": 1, "until": time.time() + 600}
        self.add(1, transaction=pending, pending={"name": "bond0"})
        task = {"bondwright.bond.bond": {"state": "confirmed", "name": "bond0", "bondctl": "{{ bondwright_bondctl }}"}}
        out, err = self.ansible([{"hosts": "all", "gather_facts": False, "tasks": [task]}], "--check")
        stats = json.loads(out.splitlines()[-1])["hosts"]["srv1"]
        self.assertEqual((stats["changed"], stats["failures"]), (1, 0), out + err)
        self.assertEqual(self.state("srv1")["transaction"]["state"], "awaiting-confirm")

    def test_facts_in_a_template(self):
        self.add(2)
        self.play(serial="100%")
        tasks = [{"bondwright.bond.bond_info": {"bondctl": "{{ bondwright_bondctl }}"}, "register": "look"},
                 {"ansible.builtin.copy": {"dest": self.path("{{ inventory_hostname }}", "page"), "content":
                  "{% for bond in look.bonds %}{{ inventory_hostname }} {{ bond.name }} is {{ bond.verdict }}{% endfor %}"}}]
        with open(self.path("facts.yml"), "w") as file:
            json.dump([{"hosts": "all", "gather_facts": False, "tasks": tasks}], file)
        done = subprocess.run(["ansible-playbook", "-i", self.path("inventory"), self.path("facts.yml")], env=self.environment(),
                              capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        with open(self.path("srv2/page")) as file:
            self.assertEqual(file.read(), "srv2 bond0 is healthy")

    def test_two_hosts_with_one_address_end_it_before_the_first_batch(self):
        self.add(3)
        with open(self.path("inventory")) as file:
            text = file.read()
        with open(self.path("inventory"), "w") as file:
            file.write(text.replace("bond_address=10.0.0.4/16", "bond_address=10.0.0.2/16"))
        stats = self.play(bondwright_unique=["bond_address"])
        self.assertEqual([self.calls(host) for host in self.hosts], [[], [], []], stats)
        said = [line["result"]["msg"] for line in self.lines if line["type"] == "result" and line["outcome"] == "failed"]
        self.assertEqual(said, ["More than one host has bond_address 10.0.0.2 (srv1, srv3)."])
        for words in ((), ("--check",)):
            stats = self.play(*words, bondwright_unique=["bond_address"], serial="100%")
            self.assertEqual((stats["srv1"]["failures"], "plan" in self.state("srv1"), "plan" in self.state("srv3")), (1, False, False))
            if not words:
                self.assertEqual([self.calls(host) for host in self.hosts], [[], [], []], stats)
        # Who does not take part may have it.
        self.assertEqual(self.play("--limit", "srv2,srv3", bondwright_unique=["bond_address", "not_there"])["srv3"]["failures"], 0)

    def test_one_address_in_two_spellings(self):
        self.add(3)
        with open(self.path("inventory")) as file:
            text = file.read()
        for one, other in (("10.0.0.2/16", "10.0.0.2/24"), ("10.0.0.2/24", "010.0.0.2/24"), ("2001:db8::5/64", "2001:DB8:0::0005/48")):
            with open(self.path("inventory"), "w") as file:
                file.write(text.replace("10.0.0.3/16", one).replace("10.0.0.4/16", other))
            self.play(bondwright_unique=["bond_address"], serial="100%", bondwright_rehearse=False)
            self.assertEqual([self.calls(host) for host in self.hosts], [[], [], []], other)
        for mac, fail in (("02:00:00:00:00:0a", 1), ("permanent:eth0", 0)):
            with open(self.path("inventory"), "w") as file:
                file.write(text.replace("srv1 ", "srv1 mac=%s " % mac).replace("srv2 ", "srv2 mac=%s " % mac.replace("0a", "0A")))
            self.assertEqual(self.play(bondwright_unique=["mac"], serial="100%", bondwright_rehearse=False)["srv1"]["failures"], fail)

    def test_the_first_batch_is_not_always_that_of_the_first_host(self):
        self.add(3)
        with open(self.path("inventory")) as file:
            text = file.read()
        with open(self.path("inventory"), "w") as file:
            file.write(text.replace("10.0.0.4/16", "10.0.0.3/16"))
        for order in ("reverse_inventory", "reverse_sorted", "shuffle"):
            self.play(bondwright_unique=["bond_address"], play={"order": order}, bondwright_rehearse=False)
            self.assertEqual([self.calls(host) for host in self.hosts], [[], [], []], order)

    def test_a_module_that_ends_in_the_middle_of_the_change(self):
        """Whatever ends it: what has begun is kept over a new connection, like any other change."""
        ways = {"the module is killed": {"apply": {"after": True, "signal": 9, "to_parent": True}},
                "bondctl is killed": {"apply": {"after": True, "signal": 9}},
                "no line": {"apply": {"after": True, "raw": "junk\n"}},
                "no number": {"apply": {"after": True, "result": {}}},
                "no answer": {"apply": {"after": True, "error": {"code": "helper.unreachable", "message": "The helper does not answer."}}},
                "no JSON": {"transaction": {"raw": "Segmentation fault\n", "once": True}},
                "no UTF-8": {"transaction": {"raw": "\xff\n", "once": True}},
                "null": {"transaction": {"result": None, "once": True}},
                "a text": {"transaction": {"result": "awaiting-confirm", "once": True}},
                "between two requests": {"transaction": {"result": {"id": "1", "state": "running"}, "status": 0, "once": True}}}
        for way in ways.values():
            self.add(1, strange=way)
        stats = self.play(serial="100%", bondwright_rehearse=False)
        for host, way in zip(self.hosts, ways):
            self.assertEqual((way, stats[host]["failures"], stats[host]["changed"], self.state(host)["transaction"]["state"]), (way, 0, 1, "done"), self.lines)

    def test_times_that_are_none(self):
        for left in ("60", None, "soon", [60], 1e300):
            self.add(1, strange={"transaction": {"result": {"id": "1", "state": "awaiting-confirm", "seconds-left": left}, "once": True}})
        stats = self.play(serial="100%", bondwright_rehearse=False)
        self.assertEqual([stats[host]["changed"] for host in self.hosts], [1] * len(self.hosts), self.lines)

    def test_reasons_that_are_none(self):
        for reason in (None, ["x"], {"a": 1}):
            self.add(1, strange={"apply": {"after": True, "signal": 9},
                                 "transaction": {"result": {"id": "1", "state": "rolled-back", "reason": reason, "started-at": 4e12}}})
        self.play(serial="100%", bondwright_rehearse=False)
        for host in self.hosts:
            said = self.results(host, "bond")[0]["result"]
            self.assertIn("The host has reverted the change by itself (", said["msg"])
            self.assertEqual(said["transaction"]["state"], "rolled-back")

    def test_what_fails_before_the_change_is_told_at_once(self):
        ways = {"junk": "preview", "[]": "preview", '{"type": "hello"}\n{"type": "reply", "id": 1, "error": "no"}': "serve"}
        for said, where in ways.items():
            self.add(1, strange={where: {"raw": said + "\n"}})
        self.add(1, strange={"preview": {"result": {"findings": [], "files": [{}]}}})
        self.add(1, strange={"apply": {"error": {"code": "helper.busy", "message": "Another change is pending."}}})
        stats = self.play(serial="100%", bondwright_rehearse=False)
        self.assertEqual([stats[host]["failures"] for host in self.hosts], [1] * 5)
        self.assertEqual([self.calls(host) for host in self.hosts], [["serve --stdio", ""]] * 5)
        self.assertEqual(self.results("srv5", "bond")[0]["result"]["msg"], "Another change is pending.")

    def test_a_limit_of_the_users_configuration_does_not_end_the_task(self):
        self.add(1, slow=3)
        stats = self.play(environment={"ANSIBLE_TASK_TIMEOUT": "5"}, bondwright_rehearse=False)
        self.assertEqual((stats["srv1"]["failures"], stats["srv1"]["changed"]), (0, 1), self.lines)

    def test_a_bondctl_that_hangs_is_ended(self):
        self.add(1, strange={"preview": {"raw": '{"type": "reply", "id": 1, "result": 5}\n', "signal": 19}})
        self.add(1, strange={"preview": {"closes": 300}})
        self.add(1, strange={"preview": {"complains": 300000, "goes_on": True}})
        stats = self.play(serial="100%", bondwright_rehearse=False)
        self.assertEqual([stats[host]["failures"] for host in self.hosts], [1, 1, 0])
        self.assertLess(self.seconds, 60)

    def test_sudo_may_take_long_after_the_change(self):
        """A host whose network has just changed may look for its own name."""
        self.add(1)
        self.sudo("if grep -q awaiting-confirm %s && mkdir %s 2>/dev/null; then sleep 20; fi" % (self.path("srv1/state.json"), self.path("slept")))
        self.by_ssh("srv1")
        stats = self.play(environment={"ANSIBLE_BECOME_ALLOW_SAME_USER": "1", "ANSIBLE_TIMEOUT": "5"})
        self.assertTrue(os.path.exists(self.path("slept")))
        self.assertEqual((stats["srv1"]["failures"], stats["srv1"]["changed"], self.state("srv1")["transaction"]["state"]), (0, 1, "done"), self.lines)

    def test_a_folder_for_temporary_files_that_cannot_be_made(self):
        self.add(1)
        stats = self.play(environment={"ANSIBLE_REMOTE_TEMP": self.path("inventory/tmp")})
        self.assertEqual(stats["srv1"]["failures"], 1)
        self.assertLess(self.seconds, 60)
        self.assertIn("temporary directory", [line["result"]["msg"] for line in self.lines if line["type"] == "result"][-1])
        self.assertEqual([call for call in self.calls("srv1") if call.startswith("serve")], [])

    def test_no_temporary_files_stay_on_the_host(self):
        self.add(1)
        self.assertEqual(self.play()["srv1"]["changed"], 1)
        self.assertEqual(os.listdir(self.path("remote")), [])

    def test_a_host_that_refuses_the_confirmation_is_not_said_to_be_out_of_reach(self):
        refuses = {"confirm": {"error": {"code": "helper.failed", "message": "Not now."}}}
        self.add(1, reverts=True, strange=refuses)
        self.add(1, strange=refuses)
        self.play(bondwright_confirm_within=10, serial="100%")
        lost = self.results("srv2", "bond")[0]
        self.assertEqual((lost["outcome"], lost["result"]["transaction"]["state"]), ("failed", "awaiting-confirm"))
        self.assertIn("The host was reached, and did not keep the change (Not now.).", lost["result"]["msg"])
        said = self.results("srv1", "bond")[0]["result"]
        self.assertIn("(Nobody confirmed it). It was reached, and did not keep the change in time: Not now.", said["msg"])

    def test_a_rehearsal_that_dies_is_none(self):
        self.add(1, strange={"rehearse": {"raw": '{"outcome": "passed"}', "signal": 11}})
        self.add(1, strange={"rehearse": {"raw": "boo"}})
        stats = self.play(serial="100%")
        self.assertEqual([stats[host]["failures"] for host in self.hosts], [1, 1])
        self.assertIn("bondctl rehearse failed: it did not answer in JSON", self.results("srv2", "bond")[0]["result"]["msg"])

    def test_a_failover_test_that_is_not_understood_leaves_the_change_told(self):
        for text in ("boo", '{"steps": [null]}', '{"steps": [{"targets": [{"outageMs": NaN}]}]}'):
            self.add(1, strange={"test": {"raw": text, "status": 1}})
        self.play(serial="100%", bondwright_failover_limit=500, bondwright_ping="10.0.0.254")
        for host in self.hosts:
            said = self.results(host, "bond")[0]["result"]
            self.assertEqual((said["changed"], said["transaction"]["state"]), (True, "done"), said)
            self.assertIn("bondctl test failed: it", said["msg"])

    def test_numbers_without_end_do_not_hide_a_result(self):
        """Where another task tells them."""
        self.add(1)
        os.makedirs(self.path("action_plugins"))
        with open(self.path("action_plugins/endless.py"), "w") as file:
            file.write("from ansible.plugins.action import ActionBase\n\n\nclass ActionModule(ActionBase):\n    def run(self, tmp=None, task_vars=None):\n"
                       "        return {'changed': True, 'failover_ms': float('nan'), 'outage_ms': float('inf')}\n")
        out, err = self.ansible([{"hosts": "all", "gather_facts": False, "tasks": [{"endless": {}}]}])

        def none(text):
            raise ValueError(text)
        lines = [json.loads(line, parse_constant=none) for line in out.splitlines()]
        self.assertEqual([line["result"] for line in lines if line["type"] == "result"],
                         [{"changed": True, "failover_ms": "NaN", "outage_ms": "Infinity"}], out + err)

    def test_an_endless_answer(self):
        self.add(1, strange={"nics": {"megabytes": 100}})
        stats = self.play(bondwright_choose={"driver": "ixgbe"}, bondwright_rehearse=False)
        self.assertIn("bondctl nics failed: it says more than 8 MB", self.results("srv1", "bond")[0]["result"]["msg"])
        self.assertEqual(stats["srv1"]["failures"], 1)
        self.assertLess(self.memory, 300)

    def test_applied_is_told_before_it_is_confirmed(self):
        self.add(1)
        self.play()
        told = [at for at, line in enumerate(self.lines) if line == {"type": "state", "host": "srv1", "state": "applied", "result": {}}]
        kept = [at for at, line in enumerate(self.lines) if line["type"] == "result" and line["action"] == "bondwright.bond.bond"]
        self.assertEqual((len(told), len(kept), told < kept), (1, 1, True))
        self.play()
        told = [(line["state"], line["result"]) for line in self.lines if line["type"] == "state"]
        self.assertEqual(told, [("admitted", {}), ("rehearsed", {"outcome": "passed", "failover_ms": 104.0})])
        self.put("srv1")
        out, _ = self.ansible([{"hosts": "all", "gather_facts": False, "roles": [
            {"role": "bondwright.bond.rollout", "vars": {"bondwright_plan": PLAN}}]}], ANSIBLE_STDOUT_CALLBACK="ansible.builtin.default")
        self.assertNotIn("applied", out, "only those who follow by the lines")

    def test_states_are_told_at_once(self):
        self.add(1, slow=3)
        with open(self.path("play.yml"), "w") as file:
            json.dump([{"hosts": "all", "gather_facts": False, "roles": [{"role": "bondwright.bond.rollout", "vars": {"bondwright_plan": PLAN}}]}], file)
        given = {key: value for key, value in self.environment().items() if key != "PYTHONUNBUFFERED"}
        seen = {}
        with subprocess.Popen(["ansible-playbook", "-i", self.path("inventory"), self.path("play.yml")], env=given, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as play:
            for line in play.stdout:
                told = json.loads(line)
                seen[told.get("state", told["type"])] = self.state("srv1").get("transaction", {}).get("state")
        self.assertEqual((seen["rehearsed"], seen["applied"], seen["stats"]), (None, "awaiting-confirm", "done"))

    def test_no_batch_begins_once_the_file_is_there(self):
        self.add(2)
        with open(self.path("stop"), "w"):
            pass
        self.assertEqual(self.play("--check", bondwright_stop_file=None)["srv1"]["changed"], 1)
        for host in self.hosts:
            os.remove(self.path(host, "calls.txt"))
        stats = self.play(bondwright_stop_file=self.path("stop"))
        self.assertEqual([self.calls(host) for host in self.hosts], [[], []], stats)

    def test_throttle_limit_and_any_errors_fatal(self):
        """What Ansible has for batches works with the role."""
        self.add(1, refuses="bond0 has no link")
        self.add(2)
        stats = self.play(serial="100%", play={"any_errors_fatal": True, "throttle": 1, "post_tasks": [{"ansible.builtin.ping": {}}]})
        self.assertEqual((stats["srv1"]["failures"], stats["srv2"]["failures"]), (1, 0))
        self.assertEqual([line for line in self.lines if line.get("action") == "ansible.builtin.ping"], [])
        self.put("srv1")
        self.put("srv3")
        self.play("--limit", "srv3:&all", serial="100%")
        self.assertEqual(("plan" in self.state("srv1"), "plan" in self.state("srv3")), (False, True))

    def test_a_share_of_hosts_may_fail(self):
        self.add(1, refuses="bond0 has no link")
        self.add(3)
        stats = self.play(serial="1", play={"max_fail_percentage": 100})
        # One of one is all of its batch: Ansible ends there in any case.
        self.assertEqual(set(stats), {"srv1"})
        stats = self.play(serial="2", play={"max_fail_percentage": 50})
        self.assertEqual([stats[host]["changed"] for host in self.hosts], [0, 1, 1, 1])


class Costs(Fleet):
    """BONDWRIGHT_FLEET=10,30,100 for the figures of many hosts, BONDWRIGHT_RUNS for the others. Figures are processor seconds, which
    depend less than time on what else the machine does: who shares a core shares its caches. Hence a quarter of room."""

    def test_many_hosts_in_check_mode(self):
        figures = {}
        for count in [int(text) for text in os.environ.get("BONDWRIGHT_FLEET", "5,20").split(",")]:
            self.add(count - len(self.hosts))
            stats = self.play("--check", serial="100%")
            figures[count] = (self.cpu / count, self.memory)
            print("%d hosts: %.1f s, processor %.1f s (%.2f s a host), largest process %.0f MB" % (
                count, self.seconds, self.cpu, self.cpu / count, self.memory), flush=True)
            self.assertEqual(sum(stats[host]["changed"] for host in self.hosts), count)
            self.assertTrue(all("plan" not in self.state(host) for host in self.hosts))
        few, many = min(figures), max(figures)
        # No host costs more for there being others; the start is paid once.
        self.assertLess(figures[many][0], 1.25 * figures[few][0])
        self.assertLess((figures[many][1] - figures[few][1]) / (many - few), 0.5, "MB for one more host")

    def medians(self, runs, **ways):
        """Of each way's processor seconds; they take turns, so that the machine is the same for all."""
        spent = {name: [] for name in ways}
        for _ in range(runs):
            for name, way in ways.items():
                way()
                self.assertEqual(self.status, 0, name)
                spent[name].append(self.cpu)
        return {name: sorted(all_of_it)[len(all_of_it) // 2] for name, all_of_it in spent.items()}

    def test_the_callback_adds_nothing(self):
        self.add(5)
        self.play(serial="100%")
        role = [{"hosts": "all", "gather_facts": False, "roles": [{"role": "bondwright.bond.rollout", "vars": {"bondwright_plan": PLAN}}]}]
        runs = int(os.environ.get("BONDWRIGHT_RUNS", "3"))
        spent = self.medians(runs, **{name: lambda name=name: self.ansible(role, ANSIBLE_STDOUT_CALLBACK=name)
                                      for name in ("bondwright.bond.lines", "ansible.builtin.default", "ansible.builtin.minimal")})
        print("processor seconds of 5 hosts by callback: %s" % spent)
        self.assertLess(spent["bondwright.bond.lines"], 1.25 * spent["ansible.builtin.default"])

    def test_what_a_batch_costs_over_ansibles_own_time(self):
        """Beside a task that does nothing. What bondctl itself needs on a host is in the rack."""
        self.add(4)
        self.play(serial="100%")
        nothing = [{"hosts": "all", "gather_facts": False, "serial": 1, "tasks": [{"ansible.builtin.ping": {}}]}]
        role = [{"hosts": "all", "gather_facts": False, "serial": 1,
                 "roles": [{"role": "bondwright.bond.rollout", "vars": {"bondwright_plan": PLAN}}]}]
        spent = self.medians(int(os.environ.get("BONDWRIGHT_RUNS", "3")), role=lambda: self.ansible(role), nothing=lambda: self.ansible(nothing))
        print("processor seconds of 4 batches of one host: %s" % spent)
        self.assertLess((spent["role"] - spent["nothing"]) / 4, 2)


# Stands for what `bondctl bundle` makes: the same verbs and names, and a state that can be looked at. Beside it: "refuses" why it does
# not begin, "bad" how a change ends instead of waiting for its confirmation.
BUNDLE = """#!/bin/sh
cat >"$(dirname "$0")/plan-of-bundle"
[ ! -e "$(dirname "$0")/said" ] || cat "$(dirname "$0")/said" >&2
cat <<'END'
state=$BONDWRIGHT_ROOT/state
echo "$1" >>$state.calls
now() { cat $state 2>/dev/null || echo none; }
[ -z "$2" ] || [ "$1" = apply ] || [ "$2" = "$(cat $state.name 2>/dev/null)" ] || { echo 'state: none'; exit 1; }
case $1 in
show) case $(now) in waiting | rolling-back) echo 'bondwright: there is a change already' >&2; exit 75 ;; esac
  [ "$(now)" = confirmed ] && [ ! -e $state.differs ] || echo '+DEVICE=bond0' ;;
apply) sleep 1
  if [ -e $state.refuses ]; then cat $state.refuses >&2; exit 1; fi
  cp "$0" "${0%.sh.*}.sh"; echo "$2" >$state.name; echo applying >$state
  { sleep 1; cat $state.bad 2>/dev/null || echo waiting; } >$state.new; mv $state.new $state
  echo "state: $(now)" ;;
status) echo "state: $(now)"; [ ! -e $state.bad ] || echo 'bondwright: 192.0.2.254 does not answer' ;;
confirm) [ "$(now)" = waiting ] && echo confirmed >$state ;;
esac
END
"""


class ByBundle(Fleet):
    """A host without bondctl, and without a Python that modules could use."""

    def change(self, *words, made_by=None, bundle="6", plan=None, **given):
        if not self.hosts:
            self.add(1)
        made_by = made_by or self.path("bundle")
        plan = dict(PLAN, ipv4={"method": "auto"}, **(plan or {}))
        task = {"bondwright.bond.bond": dict({"plan": plan, "bundle": bundle, "bundle_made_by": made_by}, **given),
                "environment": {"BONDWRIGHT_ROOT": self.path("srv1")}, "vars": {"ansible_python_interpreter": "/nowhere/python"}}
        with open(self.path("bundle"), "w") as file:
            file.write(BUNDLE)
        os.chmod(self.path("bundle"), 0o755)
        with open(self.path("play.yml"), "w") as file:
            json.dump([{"hosts": "all", "gather_facts": False, "tasks": [task]}], file)
        done = subprocess.run(["ansible-playbook", "-i", self.path("inventory"), self.path("play.yml"), *words],
                              env=self.environment(), capture_output=True, text=True, timeout=300)
        self.lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        self.assertTrue(self.results("srv1", "bond"), done.stdout + done.stderr)
        return self.results("srv1", "bond")[0]

    def calls_of_the_script(self):
        with open(self.path("srv1/state.calls")) as file:
            return file.read().split()

    def give(self, **files):
        """What a change before has left on the host, and what the next one does."""
        for name, text in files.items():
            with open(self.path("srv1/state" + ("." + name if name != "state" else "")), "w") as file:
                file.write(text + "\n")

    def lose(self, word, before=""):
        """The connection ends with the command that has this word in it, or before it is run."""
        self.by_ssh("srv1")
        with open(self.path("srv1/ssh")) as file:
            text = file.read()
        ends = 'case $last in *"%s"*) [ -e "$folder/lost" ] || { touch "$folder/lost"; %s exit 255; } ;; esac\n' % (
            word, "" if before else 'sh -c "$last";')
        with open(self.path("srv1/ssh"), "w") as file:
            file.write(text.replace('sh -c "$last" || exit\n', ends + 'sh -c "$last" || exit\n'))

    def test_shown_applied_and_confirmed(self):
        seen = self.change("--check", "--diff")
        self.assertEqual((seen["result"]["changed"], seen["result"]["diff"][0]["prepared"].strip()), (True, "+DEVICE=bond0"))
        self.assertEqual(self.calls_of_the_script(), ["show"])
        done = self.change()
        self.assertEqual((done["outcome"], done["result"]["transaction"]["state"]), ("ok", "done"))
        self.assertEqual([call for call in self.calls_of_the_script() if call != "status"], ["show", "show", "apply", "confirm"])
        with open(self.path("plan-of-bundle")) as file:
            self.assertEqual(json.load(file)["name"], "bond0")
        again = self.change()
        self.assertEqual((again["outcome"], again["result"]["changed"]), ("ok", False))

    def test_what_the_script_leaves_out_is_a_warning(self):
        self.add(1)
        with open(self.path("said"), "w") as file:
            file.write("The plan's member “ipv4.gatway” is not known and was ignored.\n"
                       "bondctl: warning [slaves.one] slaves: The bond has only one NIC.\n  Choose a second one.\n"
                       "bondctl: advice [hash.layer2] options: Nothing to see.\n  Choose another.\n")
        for words in (("--check",), ()):
            self.assertEqual(self.change(*words)["result"]["warnings"], [
                "The plan's member “ipv4.gatway” is not known and was ignored.",
                "bondctl: warning [slaves.one] slaves: The bond has only one NIC. Choose a second one."])

    def test_a_host_that_reverts_says_why(self):
        self.add(1)
        for end, said in (("rolled-back", "The host reverted the change: 192.0.2.254 does not answer"),
                          ("failed", "The host could not revert the change: 192.0.2.254 does not answer")):
            self.give(bad=end)
            done = self.change()
            self.assertEqual((done["outcome"], done["result"]["msg"], done["result"]["transaction"]["state"]), ("failed", said, end))

    def test_what_another_change_has_left_does_not_count(self):
        self.add(1)
        os.makedirs(self.path("srv1/proc/net/bonding"))
        with open(self.path("srv1/proc/net/bonding/bond0"), "w") as file:
            file.write("MII Status: up\n")
        for left in ("confirmed", "rolled-back"):
            # One that does not begin: the bond that is there is not its own.
            self.give(state=left, name="another", differs="", refuses="bondwright: this host has no NIC eth1")
            done = self.change(verdicts=["healthy"])
            self.assertEqual((done["outcome"], done["result"]["changed"]), ("failed", False), done)
            self.assertIn("this host has no NIC eth1", done["result"]["msg"])
            self.assertNotIn("confirm", self.calls_of_the_script())
        os.remove(self.path("srv1/state.refuses"))
        for left in ("confirmed", "rolled-back"):
            # One that takes its time to begin.
            self.give(state=left, name="another")
            done = self.change()
            self.assertEqual((done["outcome"], done["result"]["changed"], done["result"]["transaction"].get("state")), ("ok", True, "done"), done)
            with open(self.path("srv1/state")) as file:
                self.assertEqual(file.read(), "confirmed\n")

    def test_a_change_that_waits_is_left_alone(self):
        """It may be taken back, also where its files are what the plan wants."""
        self.add(1)
        for words in ((), ("--check",)):
            self.give(state="waiting", name="another")
            done = self.change(*words)
            self.assertEqual(done["outcome"], "failed")
            self.assertIn("there is a change already", done["result"]["msg"])
            self.assertEqual(set(self.calls_of_the_script()), {"show"})

    def test_an_answer_that_is_lost(self):
        """Whether it was to the order to begin or to the confirmation: the state tells."""
        for word in ("apply", "confirm"):
            if not self.hosts:
                self.add(1)
            else:
                for name in ("state", "state.calls", "lost"):
                    os.remove(self.path("srv1", name))
            self.lose(word)
            done = self.change()
            self.assertEqual((done["outcome"], done["result"].get("transaction", {}).get("state")), ("ok", "done"), done)
            self.assertTrue(os.path.exists(self.path("srv1/lost")))
            self.assertEqual([call for call in self.calls_of_the_script() if call != "status"], ["show", "apply", "confirm"])

    def test_an_order_that_never_arrives(self):
        self.add(1)
        self.give(state="confirmed", name="another", differs="")
        self.lose("apply", before=True)
        done = self.change()
        self.assertEqual(done["outcome"], "failed", done)
        self.assertIn("The host does not know of this change.", done["result"]["msg"])
        self.assertNotIn("apply", self.calls_of_the_script())

    def test_the_gate_is_every_link(self):
        self.add(1)
        os.makedirs(self.path("srv1/proc/net/bonding"))
        for page, outcome in (("MII Status: up\nMII Status: up\n", "ok"), ("MII Status: up\nMII Status: down\n", "failed"), (None, "failed")):
            if page:
                with open(self.path("srv1/proc/net/bonding/bond0"), "w") as file:
                    file.write(page)
            else:
                os.remove(self.path("srv1/proc/net/bonding/bond0"))
            done = self.change(verdicts=["healthy"], verdict_within=0)
            self.assertEqual(done["outcome"], outcome, done)
        self.assertRegex(done["result"]["msg"], "A link of bond0 is down. .*No such file")

    @unittest.skipUnless(BONDCTL, "without a bondctl there is no bundle")
    def test_the_real_script_on_a_tree_of_files(self):
        self.add(1)
        os.makedirs(self.path("srv1/etc/sysconfig/network-scripts"))
        with open(self.path("srv1/etc/redhat-release"), "w") as file:
            file.write("CentOS release 6.10 (Final)\n")
        done = self.change(made_by=BONDCTL)
        self.assertEqual((done["outcome"], done["result"].get("transaction", {}).get("state")), ("ok", "done"), done)
        with open(self.path("srv1/etc/sysconfig/network-scripts/ifcfg-bond0")) as file:
            self.assertIn("DEVICE=bond0", file.read())
        self.assertFalse(self.change(made_by=BONDCTL)["result"]["changed"])
        folder = self.path("srv1/var/lib/bondwright-bundle")
        self.assertTrue(self.change("--check", made_by=BONDCTL, plan={"options": {"miimon": "200"}})["result"]["changed"])
        self.assertEqual(sorted(os.listdir(folder)), ["bond0", "bond0.sh"], "what is looked at leaves nothing")
        # Another one has just begun.
        holder = os.open(folder, os.O_RDONLY)
        fcntl.flock(holder, fcntl.LOCK_EX)
        done = self.change(made_by=BONDCTL, plan={"options": {"miimon": "200"}})
        os.close(holder)
        self.assertEqual((done["outcome"], done["result"]["changed"]), ("failed", False), done)
        self.assertIn("there is a change already", done["result"]["msg"])
        self.assertEqual(sorted(os.listdir(folder)), ["bond0", "bond0.sh"])
        done = self.change(made_by=BONDCTL, plan={"options": {"miimon": "200"}})
        self.assertEqual((done["outcome"], done["result"]["transaction"]["state"]), ("ok", "done"), done)
        with open(self.path("srv1/etc/redhat-release"), "w") as file:
            file.write("CentOS release 5.11 (Final)\n")
        done = self.change(made_by=BONDCTL)
        self.assertEqual(done["outcome"], "failed")
        self.assertIn("this is not release 6", done["result"]["msg"])


@unittest.skipUnless(BONDCTL, "without a bondctl there is no command rollout")
class Command(Fleet):
    def rollout(self, *words, plan=PLAN, status=0, **environment):
        with open(self.path("plan.json"), "w") as file:
            json.dump(plan, file)
        done = subprocess.run([BONDCTL, "--lang", "en", "rollout", self.path("plan.json"), "--inventory", self.path("inventory"), *words],
                              env=dict(self.environment(), **environment), capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def test_a_row_for_each_host_and_a_report(self):
        self.add(3)
        said = self.rollout("--batches", "1,100%", "--report", self.path("report.html"), "--playbook", self.path("kept.yml"))
        for host in self.hosts:
            self.assertRegex(said, r"● %s +gate passed +rehearsed failover 104 ms" % host)
        self.assertIn("3 hosts: 3 gate passed", said)
        rows = [row for row in said.split("\n") if " srv" in row]
        self.assertEqual(sorted(rows), sorted(set(rows)), "a row that has not changed is not written again")
        with open(self.path("report.html")) as file:
            page = file.read()
        self.assertTrue(all(host in page for host in self.hosts) and "bondwright_plan" in page)
        # The playbook runs without the program.
        again = subprocess.run(["ansible-playbook", "-i", self.path("inventory"), self.path("kept.yml")], env=self.environment(),
                               capture_output=True, text=True, timeout=300)
        self.assertEqual(again.returncode, 0, again.stdout[-2000:])
        self.assertIn("nothing to change", self.rollout())

    def test_json_says_what_failed_and_what_was_left_alone(self):
        self.add(1)
        self.add(1, refuses="bond0 has no link")
        self.add(1)
        said = json.loads(self.rollout("--json", "--batches", "1", status=1))
        self.assertEqual([(one["host"], one["stage"]) for one in said["hosts"]],
                         [("srv1", "gate-passed"), ("srv2", "reverted"), ("srv3", "waiting")])
        self.assertIn("bond0 has no link", said["hosts"][1]["message"])
        self.assertFalse(said["passed"])

    def test_a_host_that_is_down_ends_the_rollout(self):
        """Also where it is one of several in its batch, and where the user's configuration has another strategy."""
        self.add(4)
        self.cut("srv2")
        said = self.rollout("--batches", "2", "--no-rehearsal", status=1, ANSIBLE_STRATEGY="free")
        self.assertIn(": 2 waits, 1 gate passed, 1 unreachable", said)
        self.assertEqual([self.calls(host) for host in self.hosts[1:]], [[], [], []])

    def test_batches_that_are_none(self):
        self.add(1)
        for batches in (",", "1,,2", "2,", "0"):
            self.assertIn("--batches takes numbers of hosts and shares", self.rollout("--batches", batches, status=2))
        self.assertEqual(self.calls("srv1"), [])

    def test_what_the_users_configuration_has_stays(self):
        """A jump host, and a collection of the user's own. But no choice of tasks: there is one."""
        self.add(1)
        self.by_ssh("srv1")
        with open(self.path("srv1/ssh")) as file:
            text = file.read().replace("folder=${0%/*}\n", 'folder=${0%/*}\necho "$*" >>"$folder/ssh.log"\n')
        with open(self.path("srv1/ssh"), "w") as file:
            file.write(text)
        filters = self.path("own/ansible_collections/some/own/plugins/filter")
        os.makedirs(filters)
        with open(filters + "/same.py", "w") as file:
            file.write("class FilterModule(object):\n    def filters(self):\n        return {'same': str}\n")
        with open(self.path("ansible.cfg"), "w") as file:
            file.write("[defaults]\ncollections_path = %s\n[ssh_connection]\nssh_args = -o ProxyJump=bastion\n" % self.path("own"))
        environment = {"ANSIBLE_CONFIG": self.path("ansible.cfg"), "ANSIBLE_RUN_TAGS": "nothing", "ANSIBLE_SKIP_TAGS": "all"}
        self.environment, given = (lambda: {key: value for key, value in given.items() if key != "ANSIBLE_COLLECTIONS_PATH"}), self.environment()
        said = self.rollout("--check", plan=dict(PLAN, mode="{{ 'active-backup' | some.own.same }}"), **environment)
        self.assertIn("1 would change", said)
        with open(self.path("srv1/ssh.log")) as file:
            calls = file.read().splitlines()
        self.assertEqual([call for call in calls if "ProxyJump=bastion" not in call or "ServerAliveInterval=5" not in call], [])

    def test_check_changes_nothing(self):
        self.add(2)
        self.assertEqual(len(re.findall(r"would change", self.rollout("--check", "--batches", "100%"))), 3)
        self.assertTrue(all("plan" not in self.state(host) for host in self.hosts))

    def test_one_address_for_all_is_refused(self):
        self.add(2)
        said = self.rollout(plan=dict(PLAN, ipv4={"method": "manual", "addresses": ["10.0.0.1/16"]}), status=1)
        self.assertIn("Every host would get the same address: 10.0.0.1/16.", said)
        self.assertEqual(self.calls("srv1"), [])

    def test_what_ansible_does_not_understand_is_passed_on(self):
        self.add(1)
        said = self.rollout("--limit", "nobody", status=1)
        self.assertIn("nobody", said)

    def test_a_report_that_cannot_be_written_is_told_before_anything_is_done(self):
        self.add(1)
        for option in ("--report", "--playbook"):
            self.assertIn("There is no folder", self.rollout(option, self.path("nowhere/rack.html"), status=1))
            os.makedirs(self.path("folder.html"), exist_ok=True)
            self.assertIn("is no file that can be written", self.rollout(option, self.path("folder.html"), status=1))
        self.assertEqual(self.calls("srv1"), [])

    def test_no_file_that_is_read_or_written_already_is_written_over(self):
        self.add(1)
        with open(self.path("rack.csv"), "w") as file:
            file.write("host,bond_address\nsrv1,192.0.2.1/24\n")
        said = self.rollout("--values", self.path("rack.csv"), "--playbook", self.path("rack.csv"), "--check", status=1)
        self.assertIn("is no file that can be written", said)
        with open(self.path("rack.csv")) as file:
            self.assertEqual(file.read(), "host,bond_address\nsrv1,192.0.2.1/24\n")
        said = self.rollout("--report", self.path("rack.html"), "--playbook", self.path(".", "rack.html"), "--check", status=2)
        self.assertIn("--report and --playbook need a file each.", said)
        os.rename(self.path("inventory"), self.path("rack"))
        os.makedirs(self.path("inventory"))
        os.rename(self.path("rack"), self.path("inventory/rack"))
        said = self.rollout("--playbook", self.path("inventory/rack"), "--check", status=1)
        self.assertIn("is no file that can be written", said)
        self.assertEqual(self.calls("srv1"), [])

    def test_what_is_not_known_of_a_plan_is_told(self):
        self.add(1)
        plan = dict(PLAN, ipv4={"method": "manual", "addresses": ["{{ bond_address }}"], "gatway": "192.0.2.254"})
        said = self.rollout("--check", plan=plan)
        self.assertIn("The plan's member “ipv4.gatway” is not known and was ignored.", said)

    def test_a_locale_that_this_machine_does_not_have(self):
        """As ssh hands it on; Ansible ends at once in it."""
        self.add(1)
        with open(self.path("plan.json"), "w") as file:
            json.dump(PLAN, file)
        given = {key: value for key, value in self.environment().items() if not key.startswith("LC_")}
        for locale in ("xx_YY.UTF-8", "zh_CN.GBK", "C"):
            done = subprocess.run([BONDCTL, "--lang", "en", "rollout", self.path("plan.json"), "--inventory", self.path("inventory"), "--check"],
                                  env=dict(given, LANG=locale), capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
            self.assertEqual(done.returncode, 0, locale + done.stdout + done.stderr)
            self.assertIn("1 would change", done.stdout)

    def test_an_inventory_that_looks_like_an_option(self):
        self.add(1)
        os.rename(self.path("inventory"), self.path("-x"))
        with open(self.path("plan.json"), "w") as file:
            json.dump(PLAN, file)
        done = subprocess.run([BONDCTL, "--lang", "en", "rollout", "plan.json", "--inventory=-x", "--check"], cwd=self.folder, env=self.environment(),
                              capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
        self.assertIn("1 would change", done.stdout, done.stderr)

    def test_half_an_inventory_is_none(self):
        self.add(2)
        with open(self.path("inventory")) as file:
            variables = dict(word.split("=", 1) for word in file.readline().split()[1:])
        os.remove(self.path("inventory"))
        with open(self.path("inventory"), "w") as file: # Ansible takes the first, stumbles over the next and would go on
            json.dump({"all": {"hosts": {"srv1": variables, "\u001b[31mred": variables, "srv2": variables}}}, file)
        said = self.rollout("--check", status=1)
        self.assertIn("Completely failed to parse inventory", said)
        self.assertEqual((self.calls("srv1"), "\033" in said), ([], False))

    def with_sudo(self, typed, **environment):
        """Exit status of a roll-out whose sudo asks, and all that was shown."""
        with open(self.path("sudo"), "w") as file:
            file.write(SUDO)
        os.chmod(self.path("sudo"), 0o755)
        with open(self.path("inventory")) as file:
            text = file.read().replace("ansible_become_exe=/nowhere ansible_become=false", "ansible_become_exe=" + self.path("sudo"))
        with open(self.path("inventory"), "w") as file:
            file.write(text)
        with open(self.path("plan.json"), "w") as file:
            json.dump(PLAN, file)
        words = [BONDCTL, "--lang", "en", "rollout", self.path("plan.json"), "--inventory", self.path("inventory"), "--ask-become-pass",
                 "--batches", "100%", "--report", self.path("report.html")]
        pid, terminal = pty.fork()
        if pid == 0:
            # Otherwise root asks no sudo.
            os.execvpe(words[0], words, dict(self.environment(), ANSIBLE_BECOME_ALLOW_SAME_USER="1", **environment))
        shown = ""
        while True:
            try:
                shown += os.read(terminal, 4096).decode(errors="replace")
            except OSError:
                break
            if "BECOME password: " in shown:
                os.write(terminal, typed + b"\n")
                shown = shown.replace("BECOME password: ", "")
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown

    def test_a_wrong_password_of_sudo_is_told_at_once(self):
        self.add(20)
        status, shown = self.with_sudo(b"wrong", ANSIBLE_FORKS="2")
        self.assertEqual(status, 1, shown)
        self.assertIn("sudo did not take the password. Run it again", shown)
        self.assertFalse(os.path.exists(self.path("sudo.seen")))
        self.assertEqual([call for host in self.hosts for call in self.calls(host)], [], "nobody has rehearsed")
        with open(self.path("sudo.refused")) as file:
            self.assertLess(len(file.readlines()), 8, "it is not tried on every host, until an account is locked")

    def test_the_password_of_sudo_is_asked_for_and_seen_by_sudo_alone(self):
        self.add(2)
        status, shown = self.with_sudo(b"secret-of-sudo")
        self.assertEqual(status, 0, shown)
        self.assertIn("2 gate passed", shown)
        with open(self.path("sudo.seen")) as file:
            self.assertEqual(set(file.read().split("\n")), {"asked", ""})
        left = subprocess.run(["grep", "-rl", "secret-of-[s]udo", self.folder, "--exclude=sudo"], capture_output=True, text=True).stdout
        self.assertEqual((left, "secret" in shown), ("", False))

    def test_addresses_and_nics_from_a_table(self):
        self.add(3)
        with open(self.path("rack.csv"), "w", encoding="utf-8-sig", newline="") as file:
            file.write("host;bond_address;nic1\r\nsrv1;10.9.0.1/16;enp1s0\r\nsrv2;10.9.0.2/16;eno2\r\n")
        plan = dict(PLAN, slaves=[{"name": "{{ nic1 }}"}, {"name": "eth9"}])
        said = self.rollout("--values", self.path("rack.csv"), "--batches", "1", "--playbook", self.path("kept.yml"), plan=plan, status=1)
        self.assertRegex(said, r"srv1 +gate passed")
        self.assertRegex(said, r"srv3 +failed +.*The table does not name srv3")
        self.assertEqual(self.state("srv2")["plan"]["ipv4"]["addresses"], ["10.9.0.2/16"])
        self.assertEqual([slave["name"] for slave in self.state("srv2")["plan"]["slaves"]], ["eno2", "eth9"])
        again = subprocess.run(["ansible-playbook", "-i", self.path("inventory"), "--limit", "srv1,srv2", self.path("kept.yml")],
                               env=self.environment(), capture_output=True, text=True, timeout=300)
        self.assertEqual(again.returncode, 0, again.stdout[-2000:])
        for line, said in (("srv2;10.9.0.1/24;x", "address of its own, such as 192.0.2.11/24: srv1, srv2"), ("srv2;x;x", ": srv2")):
            with open(self.path("rack.csv"), "w") as file:
                file.write("host;bond_address;items\nsrv1;10.9.0.1/16;x\n%s\n" % line)
            before = len(self.calls("srv1"))
            self.assertIn(said, self.rollout("--values", self.path("rack.csv"), status=1))
            self.assertEqual(len(self.calls("srv1")), before)
        with open(self.path("rack.csv"), "w") as file:
            file.write("")
        self.assertIn("The table has no hosts.", self.rollout("--values", self.path("rack.csv"), plan=plan, status=1))

    def test_names_of_hosts_that_are_no_plain_words(self):
        """What the window and a person may call them."""
        self.add(1)
        with open(self.path("inventory")) as file:
            line = file.read().split(" ", 1)[1]
        names = ["服务器1", "ops@srv2", "srv3#2222", "a@2001:db8::1#22022", "2001:db8::7"]
        variables = dict(word.split("=", 1) for word in line.split())
        with open(self.path("inventory"), "w") as file:
            json.dump({"all": {"hosts": {name: dict(variables, bond_address="10.0.0.%d/16" % at) for at, name in enumerate(names, 1)}}}, file)
        os.rename(self.path("inventory"), self.path("inventory.json"))
        os.symlink("inventory.json", self.path("inventory"))
        said = self.rollout("--check")
        for name in names:
            self.assertRegex(said, re.escape(name) + r" +would change")

    def test_without_ansible(self):
        self.add(1)
        environment = dict(self.environment(), PATH="/nowhere")
        with open(self.path("plan.json"), "w") as file:
            json.dump(PLAN, file)
        done = subprocess.run([BONDCTL, "--lang", "en", "rollout", self.path("plan.json"), "--inventory", "x,"], env=environment,
                              capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("ansible-playbook is not installed here.\n  Install ansible-core", done.stderr)

    def test_an_interrupt_lets_the_batch_end(self):
        self.add(3)
        with open(self.path("plan.json"), "w") as file:
            json.dump(PLAN, file)
        process = subprocess.Popen([BONDCTL, "--lang", "en", "rollout", self.path("plan.json"), "--inventory", self.path("inventory"),
                                    "--batches", "1", "--json"], env=self.environment(), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL)
        while not self.calls("srv1") and process.poll() is None:
            time.sleep(0.1)
        process.send_signal(2)
        out, err = process.communicate(timeout=120)
        self.assertIn("No further batch begins.", err)
        self.assertEqual([one["stage"] for one in json.loads(out)["hosts"]], ["gate-passed", "waiting", "waiting"])


    def test_without_a_bondctl_that_was_killed_no_further_batch_begins(self):
        self.add(3)
        with open(self.path("plan.json"), "w") as file:
            json.dump(PLAN, file)
        process = subprocess.Popen([BONDCTL, "--lang", "en", "rollout", self.path("plan.json"), "--inventory", self.path("inventory"),
                                    "--batches", "1"], env=self.environment(), stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        while not self.calls("srv1") and process.poll() is None:
            time.sleep(0.1)
        process.kill()
        process.wait()
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and subprocess.run(["pgrep", "-f", "ansible-playbook.*" + self.folder], capture_output=True).returncode == 0:
            time.sleep(0.2)
        self.assertLess(time.monotonic(), deadline, "Ansible has ended")
        self.assertEqual([self.state(host).get("transaction", {}).get("state") for host in self.hosts], ["done", None, None])
        self.assertEqual(self.calls("srv2") + self.calls("srv3"), [])


@unittest.skipUnless(BONDCTL, "without a bondctl no command of the guide runs")
class Guide(Fleet):
    """What docs/guide/fleets.* shows is what works: its plan, its inventory, its commands, word for word."""

    def run_page(self, language):
        with open(os.path.join(HERE, "../../docs/guide/fleets.%s.md" % language), encoding="utf-8") as file:
            page = file.read()
        blocks = dict(re.findall(r"```(\w+)\n(.*?)```", page, re.S))
        for name, kind in (("bond0.json", "json"), ("rack1.ini", "ini"), ("rack1.csv", "csv")):
            with open(self.path(name), "w") as file:
                file.write(blocks[kind])
        with open(self.path("srv1.json"), "w") as file:
            file.write(blocks["json"].replace("{{ bond_address }}", "192.0.2.1/24"))
        self.add(2, nics=[dict(NICS[1], name="eth0"), dict(NICS[1], name="eth1")])
        os.makedirs(self.path("group_vars"))
        with open(self.path("group_vars/all.yml"), "w") as file:
            json.dump({"ansible_connection": "local", "ansible_python_interpreter": sys.executable, "ansible_become_exe": "/nowhere",
                       "ansible_become": False, "bondwright_bondctl": self.folder + "/{{ inventory_hostname }}/bondctl"}, file)
        os.makedirs(self.path("bin"))
        os.symlink(BONDCTL, self.path("bin/bondctl"))
        commands = [span.replace("\n", " ") for span in re.findall(r"(?<!`)`([^`]+)`(?!`)", page)]
        commands = [span for span in commands if span.startswith(("bondctl rollout bond0", "bondctl render", "ansible-"))]
        options = [" " + span.replace("ADDRESS", "192.0.2.254").replace("地址", "192.0.2.254")
                   for span in re.findall(r"(?<!`)`(--[^`]+ [^`]+)`(?!`)", page)]
        render = [option for option in options if option.startswith(" --format")]
        alone = {option: option + (" --ping 192.0.2.254" if "failover-limit" in option else "") for option in options if option not in render}
        commands += ["bondctl rollout bond0.json --inventory rack1.ini" + more for more in alone.values() if "confirm-within" not in more]
        commands += ["bondctl render srv1.json" + option for option in render]
        given = {key: value for key, value in self.environment().items() if key != "ANSIBLE_STDOUT_CALLBACK"}
        given["PATH"] = self.path("bin") + ":" + given["PATH"]
        # The playbook that is run again is one that has been kept.
        commands.sort(key=lambda command: command.startswith("ansible-playbook"))
        for command in commands:
            done = subprocess.run(["sh", "-c", command], cwd=self.folder, env=given, capture_output=True, text=True, timeout=300,
                                  stdin=subprocess.DEVNULL)
            self.assertEqual(done.returncode, 0, "%s: %s" % (command, done.stdout + done.stderr))
        return commands

    def test_english(self):
        ran = self.run_page("en")
        for part in ("--check", "--choose", "--failover-limit 500", "--report rack1.html", "--values rack1.csv", "ansible-playbook -i", "ansible-doc -l",
                     "--format ansible", "--format system-role", "--format nmstate"):
            self.assertTrue(any(part in command for command in ran), "%s of %s" % (part, ran))

    def test_chinese(self):
        self.assertGreater(len(self.run_page("zh_CN")), 9)


class Conversation(unittest.TestCase):
    def test_a_bondctl_that_never_answers_is_given_up(self):
        with tempfile.TemporaryDirectory() as folder:
            host = os.path.join(folder, "bondctl")
            with open(host, "w") as file:
                file.write("#!/bin/sh\nexec sleep 600\n")
            os.chmod(host, 0o755)
            said = subprocess.run(command.bounded(host, ["bonds", "--json"], 1), capture_output=True, timeout=60)
            self.assertEqual(said.returncode, command.TOO_LATE)

    def test_a_host_that_says_much_hears_something_too(self):
        """Else it ends after half a minute of its client's silence, in the middle of a test or a change."""
        serve.ALIVE = 0.3
        with tempfile.TemporaryDirectory() as folder:
            host = os.path.join(folder, "bondctl")
            with open(host, "w") as file:
                file.write("#!/bin/sh\nread hello; echo '{\"type\":\"hello\"}'; read request\n"
                           "(while sleep 0.1; do echo '{\"type\":\"alive\"}'; done) & saying=$!\n"
                           "read life; kill $saying; echo \"{\\\"type\\\":\\\"reply\\\",\\\"id\\\":1,\\\"result\\\":$life}\"; read end\n")
            os.chmod(host, 0o755)
            with serve.Serve(host, timeout=5) as conversation:
                self.assertEqual(conversation.request("transaction"), {"type": "alive"})

    def test_what_a_bondctl_said_before_its_end(self):
        with tempfile.TemporaryDirectory() as folder:
            host = os.path.join(folder, "bondctl")
            with open(host, "w") as file:
                file.write("#!/bin/sh\nyes | head -c 200000 >&2; echo 'no such user' >&2\n")
            os.chmod(host, 0o755)
            with self.assertRaises(serve.ServeError) as caught:
                serve.Serve(host, timeout=20)
            self.assertEqual((caught.exception.code, caught.exception.text()[-12:]), ("serve.ended", "no such user"))


unittest.main(verbosity=2)
