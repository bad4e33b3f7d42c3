# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What another host costs and how soon it tells, over real ssh. The guests are many times slower than any server, so beside
each figure stands what ssh alone takes there, and the CPU time of a guest is measured from outside it: its own clock ticks
a hundred times a second, and what a tick wakes has ended before the next."""
import json, os, select, subprocess, time

HERE = os.path.dirname(os.path.realpath(__file__))
WATCHED_BY_SHELL = os.path.join(HERE, "../../../backend/host/agentless/watch.sh")

# Pulls the active slave's cable so many times, and says when the kernel told of each failover: clock and monotonic clock.
FAILOVERS = r"""
import json, os, socket, struct, subprocess, sys, time
def attributes(data):
    while len(data) >= 4:
        length, kind = struct.unpack_from("=HH", data)
        if length < 4:
            return
        yield kind & 0x3fff, data[4:length]
        data = data[(length + 3) & ~3:]
def active(data):
    while len(data) >= 16:
        length, kind = struct.unpack_from("=IH", data)
        if kind == 16:  # RTM_NEWLINK; IFLA_IFNAME, IFLA_LINKINFO, IFLA_INFO_DATA, IFLA_BOND_ACTIVE_SLAVE
            link = dict(attributes(data[32:length]))
            if link.get(3, b"").rstrip(b"\0") == b"bond0":
                slave = dict(attributes(dict(attributes(link.get(18, b""))).get(2, b""))).get(2)
                if slave:
                    yield socket.if_indextoname(struct.unpack("=I", slave)[0])
        data = data[(length + 3) & ~3:]
def read(path):
    with open(path) as file:
        return file.read().strip()
os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(50))  # hears it before anybody else
kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
kernel.bind((0, 1))
times = []
for _ in range(int(sys.argv[1])):
    before = read("/sys/class/net/bond0/bonding/active_slave")
    cable = "port" + before[3:]
    subprocess.run(["ip", "-n", "switch", "link", "set", cable, "down"], check=True)
    told = None
    while not told:
        data = kernel.recv(65536)
        now = time.time_ns(), time.monotonic_ns()
        told = now if any(slave != before for slave in active(data)) else None
    times.append(told)
    time.sleep(1)
    subprocess.run(["ip", "-n", "switch", "link", "set", cable, "up"], check=True)
    while read("/sys/class/net/" + before + "/bonding_slave/mii_status") != "up":
        time.sleep(0.1)
    time.sleep(1)
print(json.dumps(times))
"""
# Each line is answered by the clock.
CLOCK = "import sys, time\nfor line in sys.stdin: print(time.time_ns(), flush=True)"


def figures(what, milliseconds):
    """Prints them; the median."""
    ordered = sorted(milliseconds)
    median = ordered[len(ordered) // 2]
    print("      %-62s min %6.1f  median %6.1f  max %6.1f ms (%d)" % (what, ordered[0], median, ordered[-1], len(ordered)), flush=True)
    return median


def started(words, **more):
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **more)


def ended(process):
    process.stdin.close()
    process.stdout.close()
    process.wait()


def seconds_of(words, until=None):
    """Until it has ended, or has printed that."""
    began = time.monotonic()
    process = started(words, stderr=subprocess.DEVNULL)
    if until:
        while until not in process.stdout.readline():
            assert process.poll() is None, words
        took = time.monotonic() - began
        process.kill()
        ended(process)
        return took * 1000
    process.stdin.close()
    process.stdout.read()
    process.wait()
    return (time.monotonic() - began) * 1000


def echo(host, count):
    """A line to the host and back, in ms, and how far its clock is from ours, in ns: as the quickest answer says."""
    process = started(["ssh", "-T", host, "exec python3 -uc '%s'" % CLOCK])
    trips = []
    for _ in range(count + 3):
        sent = time.time_ns()
        process.stdin.write(b"\n")
        process.stdin.flush()
        there = int(process.stdout.readline())
        came = time.time_ns()
        trips.append((came - sent, there - (sent + came) // 2))
        time.sleep(0.1)
    ended(process)
    trips = trips[3:]
    return [trip / 1e6 for trip, _ in trips], min(trips)[1]


def connect(host_class, host, check):
    """How soon a host's first state is there; a master that is there already, and none."""
    def first_state():
        began = time.monotonic()
        with host_class(host) as conversation:
            conversation.request("watch-state")
            conversation.until(lambda line: line.get("type") == "state")
            return (time.monotonic() - began) * 1000
    bare = figures("ssh HOST true, a new connection", [seconds_of(["ssh", host, "true"]) for _ in range(5)])
    program = figures("bondctl --version on the host itself", [seconds_of(["ssh", host, "true; bondctl --version"]) for _ in range(5)]) - bare
    state = figures("the first state, a new connection", [first_state() for _ in range(5)])
    figures("bondctl --host HOST monitor, to its first line",
            [seconds_of(["bondctl", "--host", host, "monitor", "--json"], b'"start"') for _ in range(5)])
    print("      ssh itself %.0f ms, a program's start there %.0f ms, the rest %.0f ms" % (bare, program, state - bare - program))
    # On a computer of its own ssh takes most of the second (tests/bench/ssh); how slow a guest is these two tell.
    check("the first state comes within 1 s, or not much later than an ssh that starts a program there", state <= max(1000, 1.5 * (bare + program)),
          "%.0f ms" % state)


def failovers(host_class, host, check, count=20):
    """How much later than the kernel of the host said it a failover is here."""
    trips, offset = echo(host, count)
    trip = figures("a line to the host and back by ssh alone", trips)
    pull = started(["ssh", "-T", host, "cat >/tmp/failovers.py; exec python3 /tmp/failovers.py %d" % count])
    came, read_there = [], []
    with host_class(host) as conversation:
        conversation.request("watch-state")
        pull.stdin.write(FAILOVERS.encode())
        pull.stdin.close()
        for _ in range(count):
            line = conversation.until(lambda line: line.get("type") == "event" and line["event"]["kind"] == "failover", 60)
            came.append(time.time_ns())
            read_there.append(line["t"])
    told = json.loads(pull.stdout.read())
    pull.stdout.close()
    pull.wait()
    figures("bondctl there has read it, after the kernel told all", [(there - kernel[1]) / 1e6 for there, kernel in zip(read_there, told)])
    # It may have asked the kernel already for the sake of the lost link: then that was the first word.
    late = figures("a failover is here, after the kernel said it there",
                   [(here + offset - kernel[0] + max(0, kernel[1] - there)) / 1e6 for here, there, kernel in zip(came, read_there, told)])
    return late, trip


def used(host, seconds, words=None, feed=b"", alive=b"alive\n"):
    """While the program runs over ssh and is listened to: share of a core of all that the host does, in percent, and bytes a second
    that it says, and that come over the wire in both directions. No program: what the host does for itself."""
    process = started(["ssh", "-T", host, *words]) if words else None
    if process:
        process.stdin.write(feed)
        process.stdin.flush()
    listen(process, 8, alive)
    cpu, wire, began = cpu_of(host), wire_bytes(), time.monotonic()
    said = listen(process, seconds, alive)
    took = time.monotonic() - began
    share, wired = 100 * (cpu_of(host) - cpu) / took, (wire_bytes() - wire) / took
    if process:
        process.kill()
        ended(process)
    return share, said / took, wired


def listen(process, seconds, alive):
    """Bytes that it says meanwhile. It is told every five seconds that somebody listens."""
    said, until, next_sign = 0, time.monotonic() + seconds, 0
    while time.monotonic() < until:
        if not process:
            time.sleep(seconds)
            break
        if time.monotonic() > next_sign:
            process.stdin.write(alive)
            process.stdin.flush()
            next_sign = time.monotonic() + 5
        if select.select([process.stdout], [], [], 0.2)[0]:
            said += len(os.read(process.stdout.fileno(), 65536))
    return said


def cpu_of(host):
    return float(subprocess.run(["mgmt", "cpu", host], check=True, capture_output=True, text=True).stdout)


def wire_bytes():
    with open("/proc/net/dev") as file:
        words = next(line for line in file if line.strip().startswith("mgmt0:")).split(":")[1].split()
    return int(words[0]) + int(words[8])


def with_four_bonds(host):
    lines = []
    for i in range(4):
        lines.append("link add four%d type bond mode active-backup miimon 100" % i)
        for j in range(2):  # NetworkManager leaves what begins with "mgmt" alone
            lines += [one.format(i, j) for one in ("link add mgmtf{0}{1} type veth peer name mgmtp{0}{1}",
                                                   "link set mgmtp{0}{1} up", "link set mgmtf{0}{1} master four{0}")]
        lines.append("link set four%d up" % i)
    subprocess.run(["ssh", host, "ip -batch -"], input="\n".join(lines), text=True, check=True)


def without_them(host):
    subprocess.run(["ssh", host, "for i in 0 1 2 3; do ip link delete four$i; ip link delete mgmtf${i}0; ip link delete mgmtf${i}1; done"], check=True)


def costs(host_class, host, check, seconds=30):
    """What it costs a host to be watched: by bondctl, and by each shell's program where there is none. Four bonds of two NICs."""
    try:
        with_four_bonds(host)
        with host_class(host) as conversation:
            state = conversation.request("watch-state") or conversation.until(lambda line: line.get("type") == "state")
        bonds = [nic["ifindex"] for nic in state["nics"] if nic["name"].startswith(("four", "mgmtf"))]
        hello = {"type": "hello", "version": 1, "program": "measure", "language": "en"}
        watch = [hello, {"type": "request", "id": 1, "method": "watch-state", "arguments": {}}]
        counters = {"type": "request", "id": 2, "method": "watch-counters", "arguments": {"interfaces": bonds, "intervalMs": 500}}
        ways = {"bondctl serve, state and events": (["bondctl serve --stdio"], watch),
                "bondctl serve, and %d NICs' counters twice a second" % len(bonds): (["bondctl serve --stdio"], watch + [counters])}
        with open(WATCHED_BY_SHELL, "rb") as file:
            program = file.read()
        for shell in ("bash", "dash", "busybox sh"):
            ways["the shell program in " + shell] = (["exec %s -s" % shell], program)
        idle = used(host, seconds)[0]
        print("      %-62s %.2f %% of a core" % ("the host by itself, with four bonds", idle))
        for name, (words, feed) in ways.items():
            lines = isinstance(feed, list)
            share, said, wire = used(host, seconds, words, b"".join(json.dumps(one).encode() + b"\n" for one in feed) if lines else feed,
                                     b'{"type":"alive"}\n' if lines else b"alive\n")
            print("      %-62s %.2f %% of a core, says %.2f kB/s, on the wire %.2f kB/s" % (name, share - idle, said / 1000, wire / 1000), flush=True)
            check("%s: below %d kB/s" % (name, 2 if name.endswith("events") else 30), wire < (2000 if name.endswith("events") else 30000), wire)
            if "bash" in name:
                check("at most 2 % of a core in bash", share - idle <= 2, share - idle)
    finally:
        without_them(host)
