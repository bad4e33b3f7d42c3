#!/bin/sh
# Bonds the network interface cards (NICs) of one host, and reverts by itself unless you confirm in time.
#
#   Host:   Red Hat Enterprise Linux @RELEASE@ or a rebuild of it
#   Bond:   @BOND@ from @SLAVES@
#   Made:   by Bondwright @VERSION@
#
#   sh THIS_FILE show       what would change, changes nothing
#   sh THIS_FILE apply      back up, write the files, restart the network, ping, wait for "confirm"
#   sh THIS_FILE confirm    keep it (within @WAIT@ seconds after "apply" is done)
#   sh THIS_FILE rollback   roll everything back now; after "confirm", too
#   sh THIS_FILE status     where things stand
#
# Works in dash, bash 3.2 and busybox sh. The originals are kept below /var/lib/bondwright-bundle/@BOND@.
# The watchdog is a process: a reboot in the middle ends it; then run "rollback" or "confirm" by hand.
# BONDWRIGHT_ROOT=DIR works on a mounted image: files only, nothing is restarted and nobody watches.
# "apply NAME" gives the change a name; "confirm NAME" and "rollback NAME" are then about that change alone.

BOND='@BOND@'
RELEASE='@RELEASE@'
SLAVES='@SLAVES@'
MACS='@MACS@'
PING='@PING@'
WAIT=@WAIT@
ROOT=${BONDWRIGHT_ROOT:-}
STATE=$ROOT/var/lib/bondwright-bundle/$BOND
PATH=/sbin:/usr/sbin:/bin:/usr/bin
export PATH
LC_ALL=C
export LC_ALL
umask 077

# ---- what the files are to hold: data, never executed (the delimiters are quoted) -------------------------

# How each file is made: "whole" (text_N is all of it), "merge" (the old lines without the keys below, then
# text_N), "line" (text_N is added if it is not there yet), "delete".
files() {
    cat <<'BONDWRIGHT_END'
@FILES@BONDWRIGHT_END
}

@TEXTS@
# A NIC that becomes a slave loses its address and keeps everything else.
OWNED='IPADDR[0-9]*|NETMASK[0-9]*|PREFIX[0-9]*|BROADCAST[0-9]*|NETWORK|GATEWAY[0-9]*|GATEWAYDEV|DNS[0-9]*|DOMAIN|SEARCH'
OWNED="$OWNED|DEFROUTE|PEERDNS|PEERROUTES|METRIC|SRCADDR|DHCP[A-Z0-9_]*|PERSISTENT_DHCLIENT|IPV6[A-Z0-9_]*|IPV4[A-Z0-9_]*"
OWNED="$OWNED|DEVICE|BOOTPROTO|ONBOOT|USERCTL|MASTER|SLAVE|BRIDGE|TEAM_MASTER|MASTER_UUID"
# Release 5 does not know it, and nothing is written for it.
[ "$RELEASE" = 5 ] || OWNED="$OWNED|NM_CONTROLLED"

# ---- little helpers ----------------------------------------------------------------------------------------

say() { echo "bondwright: $*"; }
die() {
    echo "bondwright: $*" >&2
    exit 1
}
uptime_seconds() {
    read -r up rest </proc/uptime
    echo "${up%%.*}"
}
state() { cat "$STATE/state" 2>/dev/null || echo none; }
# Whether the change that is here is the one that is meant. $1 its name; empty: any.
is_meant() { [ -z "$1" ] || [ "$1" = "$(cat "$STATE/name" 2>/dev/null)" ]; }
set_state() { echo "$1" >"$STATE/state.new" && mv -f "$STATE/state.new" "$STATE/state"; }

# A file without the assignments of owned keys, on standard output; each goes with all the lines of its value, and no
# other byte changes. Status 3: a quote is never closed; 4: an owned key shares its lines with something else, or a
# shell would compute its value. $1 the file
without_owned() {
    awk -v owned="($OWNED)[+]?=" '
        { text = text $0 "\n" }
        function word_begins(at) {
            if (in_word) return
            in_word = 1
            rest = substr(text, at, 80)
            if (rest ~ "^" owned) owned_words++
            else if (rest !~ /^export[ \t\\]/) other_words++
        }
        function command_ends(at) {
            if (owned_words && (other_words || other)) exit_now(4)
            if (!owned_words) printf "%s", substr(text, begin, at - begin + 1)
            begin = at + 1; in_word = 0; owned_words = 0; other_words = 0; other = 0
        }
        function exit_now(how) { status = how; exit how }
        END {
            if (status) exit status
            length_of_text = length(text); begin = 1; quote = ""
            for (i = 1; i <= length_of_text; i++) {
                c = substr(text, i, 1)
                if (quote == "#" && c != "\n") continue
                if (quote == "#") quote = ""
                if (quote == "\047") { if (c == quote) quote = ""; continue }
                if (c == "`" || substr(text, i, 2) == "$(") other = 1
                if (quote == "\"") { if (c == "\\") i++; else if (c == quote) quote = ""; continue }
                if (c == "\n") { command_ends(i); continue }
                if (c == " " || c == "\t") { in_word = 0; continue }
                if (c == "#" && !in_word) { quote = c; continue }
                if (index(";&|<>()", c)) { other = 1; in_word = 0; continue }
                if (c == "\\" && substr(text, i + 1, 1) == "\n") { i++; continue }
                word_begins(i)
                if (c == "\\") i++
                else if (c == "\"" || c == "\047") quote = c
            }
            if (quote != "") exit_now(3)
        }' "$1"
}

# The new text of a file, on standard output. $1 kind, $2 number, $3 path
new_text() {
    case $1 in
    whole) "text_$2" ;;
    merge)
        if [ -f "$ROOT$3" ]; then without_owned "$ROOT$3" || return 1; fi
        "text_$2"
        ;;
    line)
        [ ! -f "$ROOT$3" ] || cat "$ROOT$3"
        if [ -f "$ROOT$3" ] && [ -n "$(tail -c 1 "$ROOT$3")" ]; then echo; fi
        "text_$2" | while read -r line; do
            grep -q -x -F -e "$line" "$ROOT$3" 2>/dev/null || echo "$line"
        done
        ;;
    esac
}

# Whether the file already is as it should be.
is_done() {
    if [ "$1" = delete ]; then
        [ ! -e "$ROOT$3" ]
    else
        new_text "$1" "$2" "$3" | cmp -s - "$ROOT$3"
    fi
}

# A merged file that already names this bond is done if its own lines are all there.
all_done() {
    files | {
        while read -r kind number path; do
            is_done "$kind" "$number" "$path" || exit 1
        done
        exit 0
    }
}

# Replaces $1 by standard input in one step, with the mode and owner it had.
replace() {
    temporary=$(dirname "$1")/.bondwright.$(basename "$1")
    mkdir -p "$(dirname "$1")" && rm -f "$temporary" || return 1
    if [ -f "$1" ]; then cp -p "$1" "$temporary" || return 1; fi
    cat >"$temporary" || return 1
    [ -f "$1" ] || chmod 644 "$temporary"
    sync
    mv -f "$temporary" "$1" || return 1
    if [ -z "$ROOT" ] && command -v restorecon >/dev/null 2>&1; then restorecon "$1" 2>/dev/null; fi
    return 0
}

# ---- backup, write, restore --------------------------------------------------------------------------------

back_up() {
    if [ -d "$STATE" ]; then mv "$STATE" "$STATE.$(date +%Y%m%d-%H%M%S).$$" || return 1; fi
    mkdir -p "$STATE/original" || return 1
    files | {
        while read -r kind number path; do
            if [ -L "$ROOT$path" ]; then die "$path is a symbolic link; replace it by a file first"; fi
            if [ -f "$ROOT$path" ]; then
                cp -p "$ROOT$path" "$STATE/original/$number" || exit 1
            else
                : >"$STATE/original/$number.absent" || exit 1
            fi
        done
        exit 0
    }
}

write_files() {
    files | {
        while read -r kind number path; do
            if [ "$kind" = delete ]; then
                rm -f "$ROOT$path" || exit 1
            else
                # Into a file first: the new text is made from the old one.
                new_text "$kind" "$number" "$path" >"$STATE/new" || exit 1
                replace "$ROOT$path" <"$STATE/new" || exit 1
            fi
        done
        exit 0
    }
}

restore_files() {
    files | {
        bad=0
        while read -r kind number path; do
            if [ -f "$STATE/original/$number" ]; then
                # The saved copy carries mode and owner; the rename makes it one step.
                temporary=$(dirname "$ROOT$path")/.bondwright.$(basename "$path")
                cp -p "$STATE/original/$number" "$temporary" && mv -f "$temporary" "$ROOT$path" || bad=1
                if [ -z "$ROOT" ] && command -v restorecon >/dev/null 2>&1; then restorecon "$path" 2>/dev/null; fi
            elif [ -f "$STATE/original/$number.absent" ]; then
                rm -f "$ROOT$path" || bad=1
            fi
            rm -f "$(dirname "$ROOT$path")/.bondwright.$(basename "$path")"
        done
        exit $bad
    }
}

# ---- the network -------------------------------------------------------------------------------------------

manager_runs() { command -v nmcli >/dev/null 2>&1 && nmcli general status >/dev/null 2>&1; }

# In a session of its own and with its number written down, so that the watchdog can end it: the boot scripts
# would go on bringing up the new network after this script was killed.
run_network() {
    if command -v setsid >/dev/null 2>&1; then
        setsid /etc/init.d/network "$1" >>"$STATE/log" 2>&1 </dev/null &
    else
        /etc/init.d/network "$1" >>"$STATE/log" 2>&1 </dev/null &
    fi
    echo $! >"$STATE/network"
    wait $!
    rm -f "$STATE/network"
}

# Ends what "apply" has left running.
end_apply() {
    kill -s KILL "$(cat "$STATE/pid")" 2>/dev/null
    [ -f "$STATE/network" ] || return 0
    left=$(cat "$STATE/network")
    kill -s KILL -- "-$left" 2>/dev/null || kill -s KILL "$left" 2>/dev/null
    rm -f "$STATE/network"
}

# With the files that brought it up; a slave's file would not take the old address away.
network_stop() {
    [ -z "$ROOT" ] || return 0
    if manager_runs; then return 0; fi
    run_network stop
    # The scripts leave the bond behind.
    if [ -w /sys/class/net/bonding_masters ] && grep -q -w -e "$BOND" /sys/class/net/bonding_masters; then
        echo "-$BOND" >/sys/class/net/bonding_masters
    fi
    return 0
}

network_start() {
    [ -z "$ROOT" ] || return 0
    if manager_runs; then
        nmcli connection reload >>"$STATE/log" 2>&1
        for nic in $SLAVES; do
            nmcli device disconnect "$nic" >>"$STATE/log" 2>&1
            nmcli device connect "$nic" >>"$STATE/log" 2>&1
        done
        return 0
    fi
    run_network start
}

answers() {
    [ -n "$PING" ] || return 0
    tries=0
    # The ping of old releases knows IPv4 only; new ones have no ping6.
    ping=ping
    case $PING in *:*) if command -v ping6 >/dev/null 2>&1; then ping=ping6; fi ;; esac
    while [ $tries -lt 20 ]; do
        $ping -c 1 -w 2 "$PING" >/dev/null 2>&1 && return 0
        sleep 1
        tries=$((tries + 1))
    done
    return 1
}

# ---- the watchdog ------------------------------------------------------------------------------------------

# Whoever makes this folder first decides: "confirm", "rollback" or the watchdog. Never two of them.
decide() { mkdir "$STATE/decided" 2>/dev/null; }

watchdog() {
    trap '' HUP INT PIPE
    while :; do
        [ ! -d "$STATE/decided" ] || exit 0
        [ "$(uptime_seconds)" -lt "$(cat "$STATE/deadline")" ] || break
        # Killed while it wrote: no need to wait.
        if [ "$(state)" = applying ] && ! kill -0 "$(cat "$STATE/pid")" 2>/dev/null; then break; fi
        sleep 1
    done
    decide || exit 0
    [ "$(state)" != applying ] || end_apply
    take_back
}

take_back() {
    set_state rolling-back
    network_stop
    if restore_files; then
        network_start
        set_state rolled-back
        say "everything is as before"
    else
        network_start
        set_state failed
        say "some files could not be restored; the originals are in $STATE/original" >&2
        return 1
    fi
}

# ---- the commands ------------------------------------------------------------------------------------------

# Below BONDWRIGHT_ROOT nothing on the way to a file may be a link: it would lead out of the image, into this host.
check_links() {
    [ -n "$ROOT" ] || return 0
    { echo "state 0 /var/lib/bondwright-bundle/$BOND/original/0"; files; } | {
        while read -r kind number path; do
            while [ "$path" != / ]; do
                [ ! -L "$ROOT$path" ] || die "$ROOT$path is a symbolic link; replace it by what it points to first"
                path=$(dirname "$path")
            done
        done
        exit 0
    }
}

# Whether the files can be merged, before anything is changed.
check_files() {
    files | {
        while read -r kind number path; do
            if [ "$kind" != merge ] || [ ! -f "$ROOT$path" ]; then continue; fi
            without_owned "$ROOT$path" >/dev/null
            case $? in
            0) ;;
            3) die "$path: a quote is never closed; correct the file first" ;;
            4) die "$path: put each of its settings on a line of its own, without commands, first" ;;
            *) die "$path cannot be read" ;;
            esac
        done
        exit 0
    }
}

check_release() {
    grep -q -E " release $RELEASE([. ]|\$)" "$ROOT/etc/redhat-release" 2>/dev/null ||
        die "this is not release $RELEASE: see /etc/redhat-release"
}

check_host() {
    [ -n "$ROOT" ] || [ "$(id -u)" = 0 ] || die "only root can do this"
    check_release
    [ -z "$ROOT" ] || return 0
    for nic in $SLAVES; do
        [ -d "/sys/class/net/$nic" ] || die "this host has no NIC $nic"
    done
    # In a bond a NIC hides its own address; the bond tells it.
    for pair in $MACS; do
        nic=${pair%%=*}
        mac=${pair#*=}
        grep -q -i -x -e "$mac" "/sys/class/net/$nic/address" ||
            grep -q -i -e "^Permanent HW addr: $mac\$" /proc/net/bonding/* 2>/dev/null ||
            die "$nic does not have the MAC address $mac: is this the right host?"
    done
    manager_runs || [ -x /etc/init.d/network ] || die "neither the network service nor NetworkManager is here"
}

case ${1:-help} in
apply | confirm | rollback | status | show) check_links || exit 1 ;;
esac
case ${1:-help} in
apply)
    check_host
    check_files || exit 1
    case $(state) in
    applying | waiting | rolling-back) die "there is a change already: \"confirm\" or \"rollback\" first" ;;
    esac
    if all_done; then
        say "nothing to do: the files already say so"
        exit 0
    fi
    trap '' HUP PIPE # the session may well run over the network that is restarted now
    back_up || die "the originals could not be saved; nothing was changed"
    echo "${2:-}" >"$STATE/name"
    echo $$ >"$STATE/pid"
    # A limit for the work itself; the time to confirm begins when the network is up.
    echo $(($(uptime_seconds) + WAIT + 300)) >"$STATE/deadline"
    cp "$0" "$STATE/script" || die "this script could not be copied; nothing was changed"
    set_state applying
    if [ -z "$ROOT" ]; then
        if command -v setsid >/dev/null 2>&1; then
            setsid sh "$STATE/script" watchdog >>"$STATE/log" 2>&1 </dev/null &
        else
            sh "$STATE/script" watchdog >>"$STATE/log" 2>&1 </dev/null &
        fi
    fi
    say "the originals are in $STATE/original; restarting the network"
    network_stop
    if ! write_files; then
        if decide; then take_back; fi
        die "the files could not be written"
    fi
    network_start
    if [ -n "$ROOT" ]; then
        decide
        set_state confirmed
        say "written below $ROOT"
        exit 0
    fi
    if ! answers; then
        say "$PING does not answer"
        if decide; then take_back; fi
        exit 4
    fi
    echo $(($(uptime_seconds) + WAIT)) >"$STATE/deadline.new" && mv -f "$STATE/deadline.new" "$STATE/deadline"
    set_state waiting
    say "$BOND is up. Keep it with:  sh $0 confirm"
    say "otherwise everything is rolled back in $(($(cat "$STATE/deadline") - $(uptime_seconds))) seconds"
    ;;
confirm)
    is_meant "${2:-}" || die "the change that is here is another one"
    [ "$(state)" = waiting ] || die "nothing waits to be confirmed ($(state))"
    decide || die "too late: it is being rolled back"
    set_state confirmed
    say "kept. The originals stay in $STATE/original"
    ;;
rollback)
    is_meant "${2:-}" || die "the change that is here is another one"
    case $(state) in
    none | rolled-back) die "nothing to roll back ($(state))" ;;
    rolling-back) die "it is being rolled back already" ;;
    applying | waiting) decide || die "it is being rolled back already" ;;
    esac
    take_back
    ;;
status)
    now=$(state)
    echo "state: $now"
    if [ "$now" = waiting ] || [ "$now" = applying ]; then
        echo "seconds left: $(($(cat "$STATE/deadline") - $(uptime_seconds)))"
    fi
    [ ! -r "/proc/net/bonding/$BOND" ] || cat "/proc/net/bonding/$BOND"
    ;;
show)
    check_release
    check_files || exit 1
    files | while read -r kind number path; do
        old=$ROOT$path label=$path
        if [ ! -f "$old" ]; then old=/dev/null label=/dev/null; fi
        if [ "$kind" = delete ]; then
            [ "$old" = /dev/null ] || diff -u -L "$path" -L /dev/null "$old" /dev/null
        else
            new_text "$kind" "$number" "$path" | diff -u -L "$label" -L "$path" "$old" -
        fi
    done
    exit 0
    ;;
watchdog) watchdog ;;
*)
    sed -n '2,/^$/s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
