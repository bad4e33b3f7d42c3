#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs in the rack's machine "admin": other hosts over real SSH, first by the bare protocol, then through Ansible.

The client of the protocol is the collection's own (module_utils/serve.py), which shares no code with the product's."""
import json, os, pty, select, subprocess, sys, time, uuid

HERE = os.path.dirname(os.path.realpath(__file__))
COLLECTION = os.path.join(HERE, "../../../packaging/ansible")
sys.path.insert(0, COLLECTION + "/bondwright/bond/plugins/module_utils")
import measures, serve  # noqa: E402

# tst_rack.py TOUR [--brief] [PART ...]
IS_BRIEF = "--brief" in sys.argv[2:]
NAMED = [word for word in sys.argv[2:] if word != "--brief"]
failures = []


def check(what, good, seen=""):
    print(("PASS  " if good else "FAIL  ") + what + ("" if good else ": " + str(seen)), flush=True)
    if not good:
        failures.append(what)


def eventually(condition, seconds=60):
    """Whether it holds, or does so by then: the guests share their processor with others."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(1)
    return True


def ssh(host, command, **more):
    return subprocess.run(["ssh", host, command], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, **more)


def mgmt(*words):
    subprocess.run(["mgmt", *words], check=True)


class Host(serve.Serve):
    """A conversation with the bondctl of another host."""

    def __init__(self, host):
        start, real = time.monotonic(), subprocess.Popen
        serve.subprocess.Popen = lambda words, **more: real(["ssh", "-T", host, *words], **more)
        try:
            super().__init__(timeout=60)
        finally:
            serve.subprocess.Popen = real
        self.connected_after = time.monotonic() - start

    def ask(self, method, **arguments):
        """Sends a request without waiting; the id."""
        self.last_id += 1
        self._send({"type": "request", "id": self.last_id, "method": method, "arguments": arguments})
        return self.last_id

    def until(self, wanted, seconds=90):
        return self._next(wanted, time.time() + seconds)


def plan(address, mode="active-backup"):
    return json.dumps({"version": 1, "name": "bond0", "mode": mode, "options": {"miimon": "100"},
                       "slaves": [{"name": "eth0"}, {"name": "eth1"}],
                       "ipv4": {"method": "manual", "addresses": [address], "gateway": "192.0.2.254"}})


OPTIONS = {"confirm-within": 60, "ping-target": "192.0.2.254"}


def state_of(line):
    return line["content"]["state"] if line.get("about") == "transaction" else None


def bond_of(host):
    return json.loads(ssh(host, "bondctl bonds --json").stdout or "null")


def profiles_of(host):
    return ssh(host, "ls /etc/NetworkManager/system-connections").stdout.split()


def a_change_is_confirmed_over_a_new_connection():
    with Host("srv1") as host:
        print("      first word after %.2f s" % host.connected_after)
        check("the greeting names the host", host.hello.get("host") == "srv1", host.hello)
        host.request("watch-state")
        state = host.until(lambda line: line.get("type") == "state")
        check("the state has the NICs", {"eth0", "eth1"} <= {nic["name"] for nic in state["nics"]}, state)
        seen = host.request("preview", plan=plan("192.0.2.1/24"), backend="auto")
        check("the preview has the files", len(seen["files"]) == 3, seen)
        ticket = host.request("apply", request="r1", plan=plan("192.0.2.1/24"), options=OPTIONS)
        now = host.wait_for_transaction(ticket["id"], ("awaiting-confirm",), 120)
        check("the change waits", now["state"] == "awaiting-confirm", now)
    with Host("srv1") as host:
        host.request("confirm", id=ticket["id"], token=ticket["token"])
        check("kept over another connection", host.request("transaction")["state"] == "done")
    check("the bond is there", [bond["name"] for bond in bond_of("srv1")] == ["bond0"], bond_of("srv1"))


def a_failover_is_told():
    with Host("srv1") as host:
        host.request("watch-state")
        active = bond_of("srv1")[0]["active_slave"]
        ssh("srv1", "pull " + active[3:])
        event = host.until(lambda line: line.get("type") == "event" and line["event"]["kind"] == "failover", 30)
        check("the failover is told", event["event"]["from"] == active and event["event"]["to"] != active, event)
        ssh("srv1", "plug " + active[3:])


def kept_since(secret, *folders):
    """Lists the files that hold it and are newer than /run/began: what else lies in /tmp is of the machine around the guests."""
    return "find %s -newer /run/began -type f -exec grep -ls %s {} + 2>/dev/null" % (" ".join(folders), secret)


def polkit_is_answered_over_the_line():
    ssh("srv2", "touch /run/began; echo root:secret-of-root | chpasswd")
    with Host("ops@srv2") as host:
        number = host.ask("apply", request="r2", plan=plan("192.0.2.2/24"), options=OPTIONS)
        answers, asked = ["wrong", "secret-of-root"], []
        while True:
            line = host.until(lambda line: line.get("id") == number or line.get("about") == "authentication")
            if line.get("type") == "reply":
                break
            asked.append(line["content"])
            if not answers:
                break
            host.request("answer-authentication", authentication=asked[-1]["authentication"], text=answers.pop(0))
        check("polkit asked twice: the first answer was wrong", len(asked) == 2, asked)
        check("for root's password, in its words", asked and asked[0]["user"] == "root" and "assword" in asked[0]["prompt"], asked)
        check("an ordinary user changed the host", "result" in line, line)
        if "result" in line:
            # To look at the change polkit would ask again; whoever began it is told of it.
            told = host.until(lambda line: state_of(line) in ("awaiting-confirm", "rolled-back", "failed"))
            check("its owner is told that it waits", state_of(told) == "awaiting-confirm" and told["content"]["owner-name"] == "ops", told)
            host.request("rollback", **line["result"])
            host.until(lambda line: state_of(line) == "rolled-back")
    check("and took it back", bond_of("srv2") == [], bond_of("srv2"))
    logs = ssh("srv2", kept_since("secret-of-root", "/var/log", "/run/log", "/tmp", "/var/lib/bondwright")).stdout
    check("the password is in no log", logs == "", logs)


def a_cut_host_comes_back_by_itself():
    before = profiles_of("srv3")
    host = Host("srv3")
    ticket = host.request("apply", request="r3", plan=plan("192.0.2.3/24"), options=dict(OPTIONS, **{"confirm-within": 10}))
    now = host.wait_for_transaction(ticket["id"], ("awaiting-confirm",), 120)
    check("the change of srv3 waits", now["state"] == "awaiting-confirm", now)
    mgmt("cut", "srv3")
    time.sleep(25)
    mgmt("plug", "srv3")
    host.process.kill()
    try:
        host.__exit__()
    except OSError:
        pass
    with Host("srv3") as again:
        now = again.wait_for_transaction(again.request("transaction")["id"], ("rolled-back",), 60)
        check("reverted while nobody could reach it", now["state"] == "rolled-back", now)
    check("no bond is left", bond_of("srv3") == [], bond_of("srv3"))
    check("the profiles are the former ones", profiles_of("srv3") == before, profiles_of("srv3"))


def the_cable_is_cut_in_each_state():
    before = profiles_of("srv3")
    for state in ("preparing", "writing", "activating", "verifying"):
        host = Host("srv3")
        host.ask("apply", request="cut-" + state, plan=plan("192.0.2.3/24"), options=dict(OPTIONS, **{"confirm-within": 10}))
        host.until(lambda line: state_of(line) == state)
        mgmt("cut", "srv3")
        time.sleep(30)
        mgmt("plug", "srv3")
        host.process.kill()
        with Host("srv3") as again:
            now = again.request("transaction")
            now = again.wait_for_transaction(now["id"], ("rolled-back",), 60)
        check("cut while %s: the host is as it was" % state, now["state"] == "rolled-back" and bond_of("srv3") == []
              and profiles_of("srv3") == before, "%s %s" % (now, profiles_of("srv3")))


def hide(host, *programs):
    """Takes them out of /usr/bin. To move one away would copy all of it into the guest's memory, which a debug build fills."""
    marks = "; ".join("mknod /run/hidden/%s c 0 0" % program for program in programs)
    done = ssh(host, "mkdir -p /run/hidden; %s; mount -t overlay overlay -o lowerdir=/run/hidden:/usr/bin /usr/bin" % marks)
    there = ssh(host, "command -v " + " ".join(programs))
    check("%s is without %s" % (host, " and ".join(programs)), done.returncode == 0 and there.stdout == "", done.stderr + there.stdout)


def show_again(host):
    done = ssh(host, "umount -l /usr/bin && rm -r /run/hidden")
    check("%s has them again" % host, done.returncode == 0, done.stderr)


def a_host_without_bondctl():
    if bond_of("srv1"):  # of a part before
        bondctl("--host", "srv1", "remove", "bond0", "--yes", "--confirm")
    hide("srv1", "bondctl")
    try:
        shown = bondctl("--host", "ops@srv1", "nics", "--json") # sh only, as an ordinary user
        check("its NICs are known", {"eth0", "eth1"} <= {nic["name"] for nic in json.loads(shown.stdout or "[]")}, shown.stdout + shown.stderr)
        watcher = subprocess.Popen(["bondctl", "--host", "ops@srv1", "monitor", "--json"], stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        time.sleep(5)
        used = "cat /proc/[0-9]*/stat 2>/dev/null | awk '$2 == \"(sh)\" || $2 == \"(bash)\" || $2 == \"(sleep)\" {s += $14 + $15} END {print s}'"
        first = int(ssh("srv1", used).stdout or 0)
        time.sleep(10)
        print("      the program there uses %.1f %% of a core" % ((int(ssh("srv1", used).stdout or 0) - first) / 10))
        shells = lambda: ssh("srv1", "pgrep -u ops -ax 'sh|bash'").stdout
        check("it runs as ops", shells() != "")
        watcher.kill()
        watcher.wait()
        check("it ends with its viewer", eventually(lambda: shells() == ""), shells())
        refused = bondctl("--host", "ops@srv1", "create", "bond0", "--slave", "eth0", "--slave", "eth1", "--yes")
        check("a change is refused, and said why", refused.returncode != 0 and "only RHEL 5 to 8 can be changed" in refused.stderr,
              refused.stderr)
        check("and what to do", "ssh -t ops@srv1 'sudo apt install /tmp/bondwright_*.deb'" in refused.stderr, refused.stderr)
        ssh("srv1", "printf 'echo Welcome to $HOSTNAME\\nprintf \"\\\\033]0;x\\\\a\"\\n' >~ops/.bashrc; chown ops: ~ops/.bashrc")
        shown = bondctl("--host", "ops@srv1", "nics", "--json")
        check("a login script that prints is passed over", "eth0" in shown.stdout and "Welcome" not in shown.stdout, shown.stdout + shown.stderr)
    finally:
        show_again("srv1")
    shown = bondctl("--host", "ops@srv1", "nics", "--json")
    check("also before bondctl", "eth0" in shown.stdout and "Welcome" not in shown.stdout, shown.stdout + shown.stderr)
    ssh("srv1", "rm -f ~ops/.bashrc")


RELEASE_6 = """
rm -f /etc/os-release; echo 'CentOS release 6.10 (Final)' >/etc/redhat-release
mkdir -p /etc/sysconfig/network-scripts /etc/init.d /etc/modprobe.d
cat >/etc/init.d/network <<'END'
%sEND
chmod 755 /etc/init.d/network
"""
OLD_FILES = """
ip link delete bond0 2>/dev/null
rm -rf /var/lib/bondwright-bundle /etc/sysconfig/network-scripts/ifcfg-* /etc/modprobe.d/bonding.conf
printf '%s\\n' DEVICE=eth0 IPADDR=192.0.2.1 NETMASK=255.255.255.0 ONBOOT=yes >/etc/sysconfig/network-scripts/ifcfg-eth0
/etc/init.d/network start
"""


def release_6_without_bondwright():
    """srv1 from now on: files of ifcfg and the network service, as the lab plays them, and nothing of ours."""
    if ssh("srv1", "test -e /etc/redhat-release").returncode != 0:
        ssh("srv1", "for nic in eth0 eth1; do nmcli device set $nic managed no; done")
        hide("srv1", "bondctl", "nmcli")
        with open(os.path.join(HERE, "../../formats/lab/network")) as file:
            ssh("srv1", RELEASE_6 % file.read())
    done = ssh("srv1", OLD_FILES)
    check("srv1 is a release 6", done.returncode == 0, done.stderr)


def a_host_of_release_6_is_changed_by_a_script():
    release_6_without_bondwright()
    scripts = "cat /etc/sysconfig/network-scripts/ifcfg-* /etc/modprobe.d/bonding.conf 2>/dev/null"
    before = ssh("srv1", scripts).stdout
    made = ["--host", "srv1", "create", "bond0", "--slave", "eth0", "--slave", "eth1", "--ip", "192.0.2.1/24"]
    shown = bondctl(*made, "--dry-run")
    check("what would change is shown", "ifcfg-bond0" in shown.stdout and "+MASTER=bond0" in shown.stdout, shown.stdout + shown.stderr)
    check("and nothing is changed", ssh("srv1", scripts + "; ls /var/lib/bondwright-bundle 2>/dev/null").stdout == before)
    refused = bondctl("--host", "ops@srv1", *made[2:], "--yes", "--confirm")
    check("an ordinary user is told what he needs", refused.returncode != 0 and "root@HOST" in refused.stderr, refused.stderr)
    done = bondctl(*made, "--yes", "--confirm", "--ping", "192.0.2.254")
    check("create, kept over a new connection", done.returncode == 0 and "Opening a new connection to the host (" in done.stdout,
          done.stdout + done.stderr)
    print("      " + "; ".join(line.strip() for line in done.stdout.splitlines() if "ms)" in line))
    check("the bond is there", "Slave Interface: eth1" in ssh("srv1", "cat /proc/net/bonding/bond0").stdout)
    kept = ssh("srv1", scripts).stdout
    done = bondctl("--host", "srv1", "set", "bond0", "miimon=200", "--yes", "--wait", "--confirm-within", "10")
    check("a change that nobody confirms is rolled back", done.returncode == 4 and ssh("srv1", scripts).stdout == kept,
          done.stdout + done.stderr)


def the_cable_is_cut_while_a_script_works():
    release_6_without_bondwright()
    scripts = "cat /etc/sysconfig/network-scripts/ifcfg-* /etc/modprobe.d/bonding.conf 2>/dev/null"
    done = bondctl("--host", "srv1", "create", "bond0", "--slave", "eth0", "--slave", "eth1", "--ip", "192.0.2.1/24", "--yes", "--confirm")
    check("there is a bond", done.returncode == 0, done.stdout + done.stderr)
    kept = ssh("srv1", scripts).stdout
    for step in ("Starting it there", "restarts the network"):
        process = subprocess.Popen(["bondctl", "--lang", "en", "--host", "srv1", "set", "bond0", "miimon=200", "--yes", "--wait",
                                    "--confirm-within", "10"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for line in process.stdout:
            if step in line:
                break
        mgmt("cut", "srv1")
        time.sleep(45)
        mgmt("plug", "srv1")
        plugged = time.monotonic()
        out, err = process.communicate(timeout=250)
        print("      %.0f s after the cable is back: %d" % (time.monotonic() - plugged, process.returncode))
        check("cut at “%s”: it is back by itself" % step, process.returncode == 4 and ssh("srv1", scripts).stdout == kept,
              "%d %s %s" % (process.returncode, out, err))
    done = bondctl("--host", "srv1", "set", "bond0", "miimon=200", "--yes", "--no-wait", "--confirm-within", "300")
    check("one waits", done.returncode == 0 and "rollback" in done.stdout, done.stdout + done.stderr)
    done = bondctl("--host", "srv1", "set", "bond0", "miimon=300", "--yes", "--no-wait")
    check("another change is refused meanwhile", done.returncode != 0 and "Another change" in done.stderr, done.stdout + done.stderr)
    done = bondctl("--host", "srv1", "rollback")
    check("another bondctl rolls it back", done.returncode == 0, done.stdout + done.stderr)
    for _ in range(30):
        if ssh("srv1", scripts).stdout == kept:
            break
        time.sleep(1)
    check("the files are the former ones", ssh("srv1", scripts).stdout == kept)
    for _ in range(60):  # the network is restarted after the files are back
        if ssh("srv1", "cat /var/lib/bondwright-bundle/bond0/state").stdout.strip() == "rolled-back":
            break
        time.sleep(1)


def a_script_from_the_window():
    release_6_without_bondwright()
    folder = os.path.dirname(os.environ["PATH"].split(":")[0]) + "/log/scripttour"
    os.makedirs(folder, exist_ok=True)
    done = subprocess.run([sys.argv[1], folder, "srv1"], capture_output=True, text=True, timeout=500, env=dict(os.environ, LC_ALL="C.UTF-8"))
    print(done.stdout[-6000:] + done.stderr[-2000:])
    check("the window changes it by a script", done.returncode == 0, done.returncode)
    bond = ssh("srv1", "cat /proc/net/bonding/bond0; cat /var/lib/bondwright-bundle/bond0/state /var/lib/bondwright-bundle/bond0/log")
    check("the bond is there", "Slave Interface: eth1" in bond.stdout, bond.stdout + bond.stderr)


def bondctl(*words, seconds=150):
    started = time.monotonic()
    done = subprocess.run(["bondctl", "--lang", "en", *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds)
    print("      bondctl %s: %d, %.1f s" % (" ".join(words), done.returncode, time.monotonic() - started), flush=True)
    return done


def every_command_reaches_another_host():
    nics = json.loads(bondctl("--host", "srv3", "nics", "--json").stdout)
    check("nics", {"eth0", "eth1"} <= {nic["name"] for nic in nics}, nics)
    status = json.loads(bondctl("status", "--host", "srv3", "--json").stdout)
    check("status is the other host's", "networkmanager_running" in status["host"] and status["transaction"]["state"] == "none", status)
    made = ["create", "bond0", "--slave", "eth0", "--slave", "eth1", "--ip", "192.0.2.3/24", "--host", "srv3"]
    printed = bondctl(*made, "--print")
    with open("/tmp/plan.json", "w") as file:
        file.write(printed.stdout)
    checked = bondctl("--host", "srv3", "check", "/tmp/plan.json", "--json")
    check("check is against the other host", checked.returncode == 0, checked.stdout + checked.stderr)
    findings = bondctl("--host", "ops@srv3", "check", "/tmp/plan.json", "--json").stdout
    check("an ordinary user checks too", findings.startswith("["), findings)
    diff = bondctl(*made, "--dry-run")
    check("the differences are the other host's", "bond0.nmconnection" in diff.stdout and bond_of("srv3") == [], diff.stdout + diff.stderr)
    done = bondctl(*made, "--yes", "--confirm", "--ping", "192.0.2.254")
    check("create, kept over a new connection", done.returncode == 0 and "Opening a new connection to the host (" in done.stdout, done.stdout + done.stderr)
    print("      " + "; ".join(line.strip() for line in done.stdout.splitlines() if "new connection" in line))
    shown = bondctl("show", "bond0", "--host", "srv3")
    check("show", "active-backup" in shown.stdout, shown.stdout + shown.stderr)
    done = bondctl("--host", "srv3", "set", "bond0", "miimon=200", "--yes", "--no-wait")
    check("set, and how to answer", done.returncode == 0 and "bondctl --host srv3 confirm" in done.stdout, done.stdout + done.stderr)
    done = bondctl("--host", "srv3", "confirm")
    check("confirm", done.returncode == 0, done.stdout + done.stderr)
    check("it is set there", ssh("srv3", "cat /sys/class/net/bond0/bonding/miimon").stdout.strip() == "200")
    done = bondctl("--host", "srv3", "test", "bond0", "--ping", "192.0.2.254", "--auto", "--json")
    steps = json.loads(done.stdout)["steps"]
    check("test takes the links there down and up", len(steps) == 2, done.stdout + done.stderr)
    told = bondctl("--host", "srv3", "events", "--json") # no journal runs there, so there may be none to tell
    check("events", told.returncode == 0 and all(json.loads(line) for line in told.stdout.splitlines()), told.stdout + told.stderr)
    active = bond_of("srv3")[0]["active_slave"]
    other = "eth1" if active == "eth0" else "eth0"
    bondctl("--host", "srv3", "activate", "bond0", other)
    check("activate", bond_of("srv3")[0]["active_slave"] == other, bond_of("srv3"))
    done = bondctl("record", "/tmp/srv3.bwrec", "--duration", "2", "--host", "srv3")
    replay = subprocess.run(["bondctl", "monitor", "--replay", "/tmp/srv3.bwrec", "--speed", "0", "--json"], capture_output=True, text=True)
    check("record", "bond0" in replay.stdout, done.stderr + replay.stderr)
    saved = json.loads(bondctl("--host", "srv3", "backups", "--json").stdout)
    check("backups", len(saved) >= 2, saved)
    done = bondctl("--host", "srv3", "restore", saved[0]["id"], "--diff")
    check("restore shows what it would do", done.returncode == 0 and "miimon" in done.stdout, done.stdout + done.stderr)
    done = bondctl("--host", "srv3", "remove", "bond0", "--yes", "--confirm")
    check("remove", done.returncode == 0 and bond_of("srv3") == [], done.stdout + done.stderr)
    check("nothing was kept here of the other host's events", subprocess.run(["bondctl", "events", "--json"], capture_output=True, text=True).stdout == "")


def on_a_terminal(words, answers, seconds=150):
    """Runs it on a terminal of its own; the answers to a prompt are typed in their order, each when it is asked.
    Exit status and all that was shown."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(words[0], words)
    shown, deadline = "", time.time() + seconds
    while time.time() < deadline:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            data = os.read(terminal, 4096)
        except OSError:
            break
        shown += data.decode(errors="replace")
        for prompt, left in answers.items():
            if left and prompt in shown:
                os.write(terminal, left.pop(0).encode() + b"\n")
                shown = shown.replace(prompt, "[asked]", 1)
    else:
        os.kill(pid, 9)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown


def polkit_is_asked_on_the_terminal():
    open("/run/began", "w").close()
    ssh("srv2", "echo root:secret-of-root | chpasswd")
    words = ["bondctl", "--lang", "en", "--host", "ops@srv2", "create", "bond0", "--slave", "eth0", "--slave", "eth1",
             "--ip", "192.0.2.2/24", "--gateway", "192.0.2.254", "--ping", "192.0.2.254", "--confirm-within", "20"]
    # How often depends on what polkit keeps for whom.
    answers = {"root, Password: ": ["wrong"] + ["secret-of-root"] * 5, "Type “yes”": ["yes"], "Keep this configuration?": ["no"]}
    status, shown = on_a_terminal(words, answers)
    check("asked in polkit's words", "Authentication is required on ops@srv2" in shown, shown)
    check("the password is not shown", "secret-of-root" not in shown and "wrong" not in shown, shown)
    check("an ordinary user made it, and took it back", status == 4 and bond_of("srv2") == [], "%d: %s" % (status, shown))
    refused = bondctl("--host", "ops@srv2", "remove", "bond7", "--yes")
    check("without a terminal it is refused, and said why", refused.returncode == 3 and "no terminal" in refused.stderr, refused.stderr)
    left = subprocess.run(kept_since("secret-of-root", "/var/log", "/run/user", "/tmp", "/root"), shell=True, capture_output=True, text=True).stdout
    check("no password is kept here", left == "", left)


def a_change_that_cuts_the_host_off_is_waited_for():
    words = ["bondctl", "--lang", "en", "--host", "srv3", "create", "bond0", "--slave", "eth0", "--slave", "eth1",
             "--ip", "192.0.2.3/24", "--gateway", "192.0.2.254", "--yes", "--wait", "--confirm-within", "10"]
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for line in process.stdout:
        if "…" in line: # the first step
            break
    mgmt("cut", "srv3")
    cut = time.monotonic()
    said = process.stderr.readline()
    print("      after %.0f s: %s" % (time.monotonic() - cut, said.strip()))
    check("it says that the host reverts by itself", "srv3 cannot be reached. It reverts the change by itself" in said, said)
    mgmt("plug", "srv3")
    out, err = process.communicate(timeout=200)
    check("and comes back: reverted", process.returncode == 4 and bond_of("srv3") == [], "%d %s %s" % (process.returncode, out, err))


def what_ssh_refuses_is_said():
    ssh_folder = os.path.expanduser("~/.ssh")
    with open("/tmp/other-key", "w") as file:
        file.write("srv1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGcSM1rfCyp8V6b5AdkYZCZ5b5gkGkCDbbKIDDhWsk0G\n")
    with open(ssh_folder + "/config", "a") as file:
        file.write("\nHost changed\n  HostName 192.0.2.201\n  HostKeyAlias srv1\n  UserKnownHostsFile /tmp/other-key\n"
                   "  GlobalKnownHostsFile /dev/null\n  StrictHostKeyChecking yes\n"
                   "\nHost asks\n  HostName 192.0.2.201\n  HostKeyAlias srv1\n  PubkeyAuthentication no\n"
                   "\nHost hangs\n  ProxyCommand sleep 300\n")
    done = bondctl("--host", "changed", "list")
    check("a changed host key is refused, and said", done.returncode == 1 and "Host key verification failed" in done.stderr
          and "HAS CHANGED" in done.stderr, done.stderr)
    status, shown = on_a_terminal(["bondctl", "--lang", "en", "--host", "asks", "nics"], {"password: ": ["rack"]})
    check("ssh asks for a password itself", status == 0 and "eth0" in shown and "[asked]" in shown, shown)
    done = bondctl("--host", "hangs", "list")
    check("ssh that hangs is given up", done.returncode == 1, done.stderr)
    done = bondctl("--host", "nobody", "list")
    check("a name that there is not", done.returncode == 1 and "resolve" in done.stderr, done.stderr)
    done = subprocess.run(["bondctl", "complete", "--", "show", "--host", "ch"], capture_output=True, text=True)
    check("hosts of the configuration are completed", done.stdout.startswith("changed"), done.stdout)


def a_person_at_the_window():
    ssh("srv2", "echo root:secret-of-root | chpasswd")
    prepare_ansible() # for its roll-out
    folder = os.path.dirname(os.environ["PATH"].split(":")[0]) + "/log/hosttour" # comes out of the guest with the logs
    os.makedirs(folder, exist_ok=True)
    done = subprocess.run([sys.argv[1], folder, "srv3", "srv1", "ops@srv2", "srv2"], capture_output=True, text=True, timeout=900,
                          env=dict(os.environ, LC_ALL="C.UTF-8", ANSIBLE_CONFIG="/tmp/rollout/ansible.cfg",
                                   **({"BONDWRIGHT_BRIEF_TOUR": "1"} if IS_BRIEF else {})))
    print(done.stdout[-6000:] + done.stderr[-2000:])
    check("the tour of other hosts goes as expected", done.returncode == 0, done.returncode)
    for host in ("srv3", "srv2"):
        done = bondctl("--host", host, "remove", "bond0", "--yes", "--confirm")
        check("the bond of %s is removed again" % host, done.returncode == 0 and bond_of(host) == [], done.stdout + done.stderr)


INVENTORY = "srv1 bond_address=192.0.2.1/24\nsrv2 bond_address=192.0.2.2/24\nsrv3 bond_address=192.0.2.3/24\n"
PLAY = """
- hosts: all
  gather_facts: false
  serial: 1
  max_fail_percentage: 0
  roles:
    - role: bondwright.bond.rollout
      vars:
        bondwright_ping: 192.0.2.254
        bondwright_confirm_within: 20
        bondwright_rehearse_required: true
        bondwright_failover_limit: 5000
        bondwright_plan:
          name: bond0
          mode: active-backup
          options: {miimon: "100"}
          slaves: [{name: eth0}, {name: eth1}]
          ipv4: {method: manual, addresses: ["{{ bond_address }}"], gateway: 192.0.2.254}
"""
CONFIG = """
[defaults]
collections_paths = %s
timeout = 60
local_tmp = /tmp/ansible-local
remote_tmp = /tmp/ansible-remote
interpreter_python = /usr/bin/python3
stdout_callback = bondwright.bond.lines
[ssh_connection]
pipelining = True
ssh_args = -o ControlMaster=auto -o ControlPersist=60s -o ConnectTimeout=5 -o ServerAliveInterval=5 -o ServerAliveCountMax=1
"""


def playbook(*words):
    return subprocess.Popen(["ansible-playbook", "-i", "/tmp/rollout/inventory", "/tmp/rollout/play.yml", *words],
                            env=dict(os.environ, ANSIBLE_CONFIG="/tmp/rollout/ansible.cfg", LC_ALL="C.UTF-8"),
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def outcome(process):
    """The statistics of the hosts, and all results."""
    out, err = process.communicate(timeout=400)
    lines = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    if not lines or lines[-1]["type"] != "stats":
        print(out[-3000:], err[-3000:])
        return {}, []
    results = [line for line in lines if line["type"] == "result"]
    for line in results:
        if line["outcome"] in ("failed", "unreachable"):
            print("      %s: %s" % (line["host"], line["result"].get("msg")))
    return lines[-1]["hosts"], results


def prepare_ansible():
    if os.path.exists("/tmp/rollout/collections"):
        return
    os.makedirs("/tmp/rollout/collections")
    os.symlink(os.path.realpath(COLLECTION), "/tmp/rollout/collections/ansible_collections")
    for name, text in (("inventory", INVENTORY), ("play.yml", PLAY), ("ansible.cfg", CONFIG % "/tmp/rollout/collections")):
        with open("/tmp/rollout/" + name, "w") as file:
            file.write(text)


def a_rollout_stops_at_the_host_that_is_cut_off():
    prepare_ansible()
    if not bond_of("srv1"): # this part was named alone
        a_change_is_confirmed_over_a_new_connection()

    stats, results = outcome(playbook("--check", "--diff"))
    changed = {host: one["changed"] for host, one in stats.items()}
    check("check mode: srv1 has it, the others would change", changed == {"srv1": 0, "srv2": 1, "srv3": 1}, changed)
    check("check mode changed nothing", bond_of("srv2") == [], bond_of("srv2"))
    shown = {one["after_header"]: one["after"] for line in results if line["host"] == "srv2" for one in line["result"].get("diff", [])}
    check("check mode shows the files", len(shown) == 3, shown)

    # The management cable of srv2 is cut as soon as its change has begun.
    process = playbook()
    deadline = time.time() + 200
    while time.time() < deadline and process.poll() is None:
        if "no-change" not in ssh("srv2", "bondctl status --json | grep -q '\"state\": *\"\\(none\\|rolled-back\\)\"' && echo no-change").stdout:
            break
    mgmt("cut", "srv2")
    stats, results = outcome(process)
    mgmt("plug", "srv2")
    check("srv1 had nothing to change", stats.get("srv1", {}).get("changed") == 0, stats)
    bad = stats.get("srv2", {})
    check("srv2 failed", bad.get("failures", 0) + bad.get("unreachable", 0) == 1, stats)
    check("srv3 was not touched", "srv3" not in stats and bond_of("srv3") == [], stats)
    time.sleep(25)
    check("srv2 is back by itself", eventually(lambda: bond_of("srv2") == [] and not any("bond0" in name for name in profiles_of("srv2"))),
          profiles_of("srv2"))

    stats, results = outcome(playbook())
    changed = {host: one["changed"] for host, one in stats.items()}
    check("run again: what was missing is changed", changed == {"srv1": 0, "srv2": 1, "srv3": 1}, stats)
    said = {line["host"]: line["result"] for line in results if line["action"] == "bondwright.bond.bond" and line["outcome"] == "ok"}
    rehearsed = {host: one.get("outcome") for host, one in said.items()}
    check("every host has rehearsed in its own kernel", set(rehearsed.items()) == {(host, "passed") for host in ("srv1", "srv2", "srv3")},
          rehearsed)
    tested = {host: one["outage_ms"] for host, one in said.items() if "outage_ms" in one}
    print("      longest outages in ms: %s" % tested)
    check("the failover of what was changed is tested", set(tested) == {"srv2", "srv3"} and max(tested.values()) < 5000, tested)
    for path, text in shown.items():
        check("what --diff showed is what stands in " + path, ssh("srv2", "cat '%s'" % path).stdout == text)
    stats, _ = outcome(playbook())
    changed = {host: one["changed"] for host, one in stats.items()}
    check("the second run changes nothing", changed == {"srv1": 0, "srv2": 0, "srv3": 0}, stats)


def rollout(inventory, *words, during=None):
    """`bondctl rollout` of bond0, one host after the other: exit status, the hosts by name, the report's page, seconds.

    @param during called while it runs, once it does"""
    prepare_ansible()
    with open("/tmp/rollout/bond0.json", "w") as file:
        file.write(plan("{{ bond_address }}"))
    with open("/tmp/rollout/inventory-told", "w") as file:
        file.write(inventory)
    report, began = "/tmp/rollout/told.html", time.monotonic()
    process = subprocess.Popen(["bondctl", "--lang", "en", "rollout", "/tmp/rollout/bond0.json", "--inventory", "/tmp/rollout/inventory-told",
                                "--batches", "1", "--confirm-within", "20", "--report", report, "--json", *words],
                               env=dict(os.environ, ANSIBLE_CONFIG="/tmp/rollout/ansible.cfg", LANG="zh_CN.UTF-8"), stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if during:
        during()
    out, err = process.communicate(timeout=900)
    seconds = time.monotonic() - began
    if process.returncode != 0:
        print(err[-2000:])
    with open(report) as file:
        page = file.read()
    hosts = {one["host"]: one for one in json.loads(out or '{"hosts":[]}')["hosts"]}
    print("      %.0f s: %s" % (seconds, {name: (one["stage"], one["message"]) for name, one in hosts.items()}), flush=True)
    return process.returncode, hosts, page, seconds


def without_bonds():
    for host in ("srv1", "srv2", "srv3"):
        if bond_of(host):
            done = bondctl("--host", host, "remove", "bond0", "--yes", "--confirm")
            check("the bond of %s is removed" % host, done.returncode == 0, done.stdout + done.stderr)


def stages(hosts):
    return [hosts.get(name, {}).get("stage") for name in ("srv1", "srv2", "srv3")]


def a_plan_that_cuts_a_host_off():
    """srv2 is to get the address of the machine that it is reached from: what it answers does not leave it any more."""
    without_bonds()
    before, change_of_srv3 = profiles_of("srv2"), ssh("srv3", "bondctl status --json").stdout
    status, hosts, page, _ = rollout(INVENTORY.replace("192.0.2.2/24", "192.0.2.200/24"))
    check("srv1 has it, srv2 has reverted it, srv3 waits", (status, stages(hosts)) == (1, ["gate-passed", "reverted", "waiting"]), hosts)
    check("it is known from the host itself", "has reverted the change by itself" in hosts["srv2"]["message"] and not hosts["srv2"]["lost"], hosts)
    check("the report says so", "has reverted the change by itself" in page and "gate passed" in page and "waits" in page, page)
    check("srv1 keeps its change", [bond["name"] for bond in bond_of("srv1")] == ["bond0"], bond_of("srv1"))
    check("srv2 is as it was", bond_of("srv2") == [] and profiles_of("srv2") == before, profiles_of("srv2"))
    now = ssh("srv3", "bondctl status --json").stdout
    check("srv3 was not touched", bond_of("srv3") == [] and now == change_of_srv3, change_of_srv3 + now)


def a_host_is_down():
    mgmt("cut", "srv2")
    try:
        status, hosts, page, _ = rollout(INVENTORY)
    finally:
        mgmt("plug", "srv2")
    check("what is there stays, srv2 is out of reach, srv3 waits", status == 1 and stages(hosts)[1:] == ["unreachable", "waiting"]
          and hosts["srv1"]["stage"] in ("gate-passed", "unchanged"), hosts)
    check("the report says so", "unreachable" in page, page)
    check("srv3 was not touched", bond_of("srv3") == [])


def ssh_is_killed_in_a_rollout():
    """All of Ansible's connections, in the middle of a change: it is kept over the next one, or taken back by the host."""
    without_bonds()
    killed = []

    def kill():
        with Host("srv1") as host:
            host.request("transaction")
            host.until(lambda line: state_of(line) == "activating", 300)
        killed.append(subprocess.run(["pkill", "-9", "-x", "ssh"]).returncode)
    status, hosts, page, _ = rollout(INVENTORY, during=kill)
    check("ssh was killed while srv1 changed", killed == [0], killed)
    kept = [bond["name"] for bond in bond_of("srv1")] == ["bond0"]
    if hosts["srv1"]["stage"] == "gate-passed":
        check("kept over the next connection, and the roll-out went on", kept and (status, stages(hosts)) == (0, ["gate-passed"] * 3), hosts)
    else:
        time.sleep(25)
        check("taken back, and the roll-out stopped there", eventually(lambda: bond_of("srv1") == []) and stages(hosts)[1:] == ["waiting"] * 2, hosts)


def facts_fill_a_template():
    prepare_ansible()
    a_bond_of("srv1")
    check("there is a bond to tell of", bond_of("srv1") != [])
    tasks = [{"bondwright.bond.bond_info": {}, "register": "look"},
             {"ansible.builtin.copy": {"dest": "/tmp/page", "content": "{{ inventory_hostname }}:{% for bond in look.bonds %} {{ bond.name }} is "
                                       "{{ bond.verdict }}, {{ bond.active_slave }} of {{ look.nics | length }} is active{% endfor %}\n"}}]
    _, status, _ = timed({"tasks": tasks})
    check("the play of facts", status == 0)
    pages = [ssh(host, "cat /tmp/page").stdout.strip() for host in ("srv1", "srv2", "srv3")]
    for host, page in zip(("srv1", "srv2", "srv3"), pages):
        bonds = bond_of(host)
        check("the page of %s" % host, page.startswith(host + ":" + "".join(" bond0 is healthy, " + bond["active_slave"] for bond in bonds)), pages)


# When Ansible is killed: at a line that it prints, in a state of the change on the host, or while bondctl tests there. Whether the change
# stays, and the seconds in which what still runs on the host shows itself; the deadline of the play is 20 s.
MOMENTS = (("play", False, 5), ("admitted", False, 5), ("rehearsed", False, 25), ("preparing", False, 0), ("writing", False, 0),
           ("activating", False, 0), ("verifying", False, 0), ("awaiting-confirm", False, 0), ("done", True, 25), ("the failover test", True, 5))
BRIEF_MOMENTS = ("admitted", "activating", "awaiting-confirm", "the failover test")


def is_told(process, moment):
    line = process.stdout.readline()
    while line and moment not in (json.loads(line).get("type"), json.loads(line).get("state")):
        line = process.stdout.readline()
    return bool(line)


def is_testing(host):
    return ssh(host, "for i in $(seq 300); do pgrep -fa '^bondctl .*test bond0' && exit; sleep 0.2; done").stdout != ""


def a_killed_ansible_leaves_no_half_change():
    prepare_ansible()
    for moment, stays, seconds in MOMENTS:
        if IS_BRIEF and moment not in BRIEF_MOMENTS:
            continue
        if bond_of("srv3"):
            done = bondctl("--host", "srv3", "remove", "bond0", "--yes", "--confirm")
            check("the bond is removed for the next one", done.returncode == 0, done.stdout + done.stderr)
        before = profiles_of("srv3")
        with Host("srv3") as host:
            host.request("transaction") # from now on it is told
            process = playbook("--limit", "srv3", "-e", json.dumps({"bondwright_choose": {"names": ["eth0", "eth1"]}}))
            if moment in ("play", "admitted", "rehearsed"):
                reached = is_told(process, moment)
            elif moment == "the failover test":
                reached = is_testing("srv3")
            else:
                reached = host.until(lambda line: state_of(line) == moment, 200) is not None
            os.killpg(process.pid, 9)
            process.wait()
        check("“%s” is reached" % moment, reached)
        time.sleep(seconds)
        with Host("srv3") as host:
            now = host.request("transaction")
            if not stays and now["state"] not in ("none", "done"):
                now = host.wait_for_transaction(now["id"], ("rolled-back",), 60)
        has = [bond["name"] for bond in bond_of("srv3")]
        check("killed at “%s”: %s" % (moment, "kept" if stays else "as it was"),
              has == (["bond0"] if stays else []) and (stays or profiles_of("srv3") == before), "%s %s" % (now["state"], profiles_of("srv3")))


# What sudo asks ops for: in no file of the machine around the guests.
SECRET_OF_OPS = uuid.uuid4().hex
# Looks at every process until it is told to stop: whether a command line or an environment holds the word, which it is given backwards.
SPY = """
import glob, os, sys, time
stop, word = sys.argv[1], sys.argv[2][::-1].encode()
while not os.path.exists(stop):
    for path in glob.glob("/proc/[0-9]*/cmdline") + glob.glob("/proc/[0-9]*/environ"):
        try:
            with open(path, "rb") as file:
                if word in file.read():
                    print(path, flush=True)
        except OSError:
            pass
    time.sleep(1) # each round costs the guest some tenths of a second
"""


def spied(work):
    """What the work answers, and what tells, after it, of the processes here and on srv1 that held the password meanwhile."""
    with open("/tmp/spy.py", "w") as file:
        file.write(SPY)
    subprocess.run(["ssh", "srv1", "cat >/tmp/spy.py; rm -f /tmp/spy.stop"], input=SPY, text=True, check=True, timeout=60)
    if os.path.exists("/tmp/spy.stop"):
        os.remove("/tmp/spy.stop")
    spies = [subprocess.Popen([*words, "python3", "/tmp/spy.py", "/tmp/spy.stop", SECRET_OF_OPS[::-1]], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
             for words in ([], ["ssh", "srv1"])]
    # A process with the word in its environment, which each spy has to see. The word comes on no command line.
    trace = "read -r WORD; export WORD; echo /proc/$$/environ; exec sleep 8"
    traces = [subprocess.run([*words, trace], input=SECRET_OF_OPS + "\n", stdout=subprocess.PIPE, text=True, timeout=60).stdout.strip()
              for words in (["sh", "-c"], ["ssh", "srv1"])]

    def others():
        told = [spy.communicate(timeout=60)[0].split() for spy in spies]
        check("the spies looked to the end, and see a process that holds it", [spy.returncode for spy in spies] == [0, 0]
              and all(trace in seen for trace, seen in zip(traces, told)), told)
        return [sorted(set(seen) - {trace}) for trace, seen in zip(traces, told)]
    try:
        return work(), others
    finally:
        open("/tmp/spy.stop", "w").close()
        ssh("srv1", "touch /tmp/spy.stop")


def prepare_sudo():
    """Everything through ops, whose sudo asks for a password."""
    prepare_ansible()
    open("/run/began", "w").close()
    for host in ("srv1", "srv2", "srv3"):
        ssh(host, "touch /run/began; echo ops:%s | chpasswd; sudo -k -u ops true" % SECRET_OF_OPS)
        if bond_of(host):
            bondctl("--host", host, "remove", "bond0", "--yes", "--confirm")
    with open("/tmp/rollout/inventory-ops", "w") as file:
        file.write(INVENTORY.replace("/24\n", "/24 ansible_user=ops ansible_remote_tmp=/tmp/ansible-ops\n"))
    with open("/tmp/rollout/bond0.json", "w") as file:
        json.dump(dict(json.loads(plan("{{ bond_address }}"))), file)


def a_rollout_by_a_user_with_sudo():
    prepare_sudo()
    os.environ["ANSIBLE_CONFIG"] = "/tmp/rollout/ansible.cfg"
    words = ["bondctl", "--lang", "en", "rollout", "/tmp/rollout/bond0.json", "--inventory", "/tmp/rollout/inventory-ops", "--ping", "192.0.2.254",
             "--confirm-within", "60", "--ask-become-pass"]
    try:
        without = bondctl("rollout", "/tmp/rollout/bond0.json", "--inventory", "/tmp/rollout/inventory-ops")
        check("without a password it says what sudo wants", without.returncode == 1 and "rehearsed" not in without.stdout
              and "Run it again with --ask-become-pass" in without.stderr, without.stdout + without.stderr)
        began = time.monotonic()
        status, shown = on_a_terminal([*words, "--check"], {"BECOME password: ": ["wrong"]}, 300)
        print("      a wrong password is told after %.1f s" % (time.monotonic() - began))
        check("a wrong password is told before anybody rehearses, and what to do", status == 1 and "rehearsed" not in shown
              and "sudo did not take the password. Run it again" in shown, shown)
        check("and nothing was changed", [bond_of(host) for host in ("srv1", "srv2", "srv3")] == [[]] * 3)
        (status, shown), spies = spied(lambda: on_a_terminal([*words, "--batches", "1,100%", "--report", "/tmp/rollout/ops.html"],
                                                             {"BECOME password: ": [SECRET_OF_OPS]}, 900))
        check("the roll-out by sudo passes", status == 0 and "3 gate passed" in shown, shown)
        check("the password was asked for once, and is not shown", shown.count("[asked]") == 1 and SECRET_OF_OPS not in shown, shown)
        seen = spies()
        check("no process held it", seen == [[], []], seen)
    finally:
        del os.environ["ANSIBLE_CONFIG"]
    for host in ("srv1", "srv2", "srv3"):
        check("bond0 of %s is there" % host, [bond["name"] for bond in bond_of(host)] == ["bond0"], bond_of(host))
    # Homes are in /run/home here; /root is a folder of the machine around the guests.
    kept = kept_since(SECRET_OF_OPS, "/var/log", "/run/log", "/tmp", "/var/lib/bondwright", "/run/home")
    left = [subprocess.run(kept, shell=True, capture_output=True, text=True).stdout] + [ssh(host, kept).stdout for host in ("srv1", "srv2", "srv3")]
    check("no file holds it, here or there", left == [""] * 4, left)


def timed(tasks, callback="bondwright.bond.lines"):
    """Seconds of a play over all hosts, one after the other; its exit status; and the seconds of each task over all hosts."""
    with open("/tmp/rollout/timed.yml", "w") as file:
        json.dump([dict({"hosts": "all", "gather_facts": False, "serial": 1}, **tasks)], file)
    began = last = time.monotonic()
    process = subprocess.Popen(["ansible-playbook", "-i", "/tmp/rollout/inventory", "/tmp/rollout/timed.yml"], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
                               env=dict(os.environ, ANSIBLE_CONFIG="/tmp/rollout/ansible.cfg", LC_ALL="C.UTF-8", ANSIBLE_STDOUT_CALLBACK=callback))
    spent, said = {}, []
    for line in process.stdout:
        said.append(line)
        known = json.loads(line) if line.startswith("{") else {}
        if known.get("type") in ("play", "state", "result", "stats"):
            now = time.monotonic()
            # What ends with this line.
            part = {"state": known.get("state"), "result": known.get("task", "").split(" : ")[-1][:30], "play": "start", "stats": "end"}[known["type"]]
            spent[part] = spent.get(part, 0) + now - last
            last = now
    if process.wait() != 0:
        print("".join(said)[-3000:])
    return time.monotonic() - began, process.returncode, spent


def a_batch_costs_little_over_ansibles_own_time():
    prepare_ansible()
    outcome(playbook("-e", "bondwright_rehearse_required=false"))
    given = json.loads(json.dumps({"bondwright_plan": json.loads(plan("{{ bond_address }}")), "bondwright_ping": "192.0.2.254"}))

    def role(**more):
        return {"roles": [{"role": "bondwright.bond.rollout", "vars": dict(given, **more)}]}

    def pings(count):
        return {"tasks": [{"ansible.builtin.ping": {}}] * count}
    timed(pings(1))  # opens the connections
    # The role has two tasks: Ansible holds its variables against their specification, and the bond. So has Ansible's own time.
    spent, best = {}, {}
    began = time.monotonic()
    while not spent or time.monotonic() - began < 300:  # they take turns
        for name, tasks, callback in (("two tasks that do nothing", pings(2), "bondwright.bond.lines"),
                                      ("the same, another callback", pings(2), "ansible.builtin.default"),
                                      ("the role without rehearsal", role(bondwright_rehearse=False), "bondwright.bond.lines"),
                                      ("the role with it", role(), "bondwright.bond.lines")):
            seconds, status, tasks = timed(tasks, callback)
            check("%s: %.1f s for three batches of one host" % (name, seconds), status == 0)
            if status == 0 and seconds < spent.get(name, seconds + 1):
                spent[name], best[name] = seconds, tasks
    for name in ("two tasks that do nothing", "the role with it"):
        print("      a batch's seconds, %s: %s" % (name, ", ".join("%s %.1f" % (task, seconds / 3) for task, seconds in best[name].items())))
    over, rehearsed = [(spent[name] - spent["two tasks that do nothing"]) / 3 for name in ("the role without rehearsal", "the role with it")]
    print("      a batch of one host costs %.1f s over Ansible's own time, with rehearsal %.1f s" % (over, rehearsed))
    # Programs start slowly in these guests, and slower where the machine has other work: a task that does nothing tells how slowly.
    # Figures, no checks: beside other tests the shares were up to twice those of a quiet machine, however many turns were taken.
    task = spent["two tasks that do nothing"] / 6
    print("      in tasks that do nothing, each %.1f s: %.1f and %.1f" % (task, over / task, rehearsed / task))


def a_bond_of(host):
    if not bond_of(host):
        done = bondctl("--host", host, "create", "bond0", "--slave", "eth0", "--slave", "eth1", "--ip", "192.0.2.1/24", "--yes", "--confirm")
        check("%s has a bond" % host, done.returncode == 0, done.stdout + done.stderr)


def how_soon_another_host_is_known():
    a_bond_of("srv1")
    measures.connect(Host, "srv1", check)
    late, trip = measures.failovers(Host, "srv1", check)
    check("a failover is here at most 50 ms and a round trip after the kernel said it", late <= 50 + trip, "%.1f ms, a round trip %.1f ms" % (late, trip))


def what_it_costs_a_host_to_be_watched():
    measures.costs(Host, "srv1", check)


for part in (a_change_is_confirmed_over_a_new_connection, a_failover_is_told, how_soon_another_host_is_known, what_it_costs_a_host_to_be_watched, polkit_is_answered_over_the_line,
             every_command_reaches_another_host, polkit_is_asked_on_the_terminal, a_change_that_cuts_the_host_off_is_waited_for,
             what_ssh_refuses_is_said, the_cable_is_cut_in_each_state, a_person_at_the_window,
             a_cut_host_comes_back_by_itself, a_rollout_stops_at_the_host_that_is_cut_off, a_plan_that_cuts_a_host_off, a_host_is_down,
             ssh_is_killed_in_a_rollout, facts_fill_a_template, a_rollout_by_a_user_with_sudo,
             a_batch_costs_little_over_ansibles_own_time, a_host_without_bondctl, a_killed_ansible_leaves_no_half_change,
             a_host_of_release_6_is_changed_by_a_script, a_script_from_the_window, the_cable_is_cut_while_a_script_works):
    if NAMED and part.__name__ not in NAMED:
        continue # only those that were named
    # What is timed is timed on a machine that does nothing else.
    if IS_BRIEF and part in (how_soon_another_host_is_known, what_it_costs_a_host_to_be_watched, a_plan_that_cuts_a_host_off, a_host_is_down,
                             ssh_is_killed_in_a_rollout, facts_fill_a_template, a_rollout_by_a_user_with_sudo,
                             a_batch_costs_little_over_ansibles_own_time):
        continue
    print("== " + part.__name__.replace("_", " "), flush=True)
    with open("/proc/sys/vm/drop_caches", "w") as file:
        file.write("2") # each inode that the guest remembers is an open file of its process outside
    began = time.monotonic()
    try:
        part()
    except Exception as error: # whatever ends one part, the others are played, and counted
        check(part.__name__, False, repr(error))
    print("      %.1f s" % (time.monotonic() - began), flush=True)
print("%d checks failed" % len(failures))
sys.exit(1 if failures else 0)
