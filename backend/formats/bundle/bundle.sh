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
# For programs: "apply NAME" gives the change a name, answers once it has begun, and goes on without its caller, as does
# "rollback NAME"; "confirm", "rollback" and "status" with a NAME are about that change alone. Status 75: another one is
# on its way on this host.

BOND='@BOND@'
RELEASE='@RELEASE@'
SLAVES='@SLAVES@'
MACS='@MACS@'
PING='@PING@'
WAIT=@WAIT@
ROOT=${BONDWRIGHT_ROOT:-}
FOLDER=$ROOT/var/lib/bondwright-bundle
STATE=$FOLDER/$BOND
KEPT=$STATE/original # as it is told; STATE may become a relative path
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
# $1 the bond whose change it is, if that is known
busy() {
    echo "bondwright: there is a change already${1:+, of $1}: \"confirm\" or \"rollback\" first" >&2
    exit 75
}
uptime_seconds() {
    read -r up rest </proc/uptime
    echo "${up%%.*}"
}
# $1 the folder of a change. A decision counts at once, whatever becomes of the process that made it.
state_in() {
    now=$(cat "$1/state" 2>/dev/null || echo none)
    case $now in
    applying | waiting) readlink "$1/decided" 2>/dev/null || echo "$now" ;;
    *) echo "$now" ;;
    esac
}
state() { state_in "$STATE"; }
set_state() { echo "$1" >"$STATE/state.new" && mv -f "$STATE/state.new" "$STATE/state"; }
# Whether the change that is here is the one that is meant. $1 its name; empty: any.
is_meant() { [ -z "$1" ] || [ "$1" = "$(cat "$STATE/name" 2>/dev/null)" ]; }
# No change of any bond may be on its way: all of them restart the same network.
check_others() {
    for one in "$FOLDER"/*/state; do
        one=${one%/state}
        case $(state_in "$one") in applying | waiting | rolling-back) busy "${one##*/}" ;; esac
    done
}
# Nothing else begins here until this process has ended or has closed the file. $1 the seconds to wait for what is about
# to begin; none: it is a change already.
alone() {
    command -v flock >/dev/null 2>&1 || die "this host has no flock (util-linux)"
    exec 9<"$FOLDER"
    tries=${1:-0}
    until flock -n 9; do
        [ "$tries" -gt 0 ] || busy
        tries=$((tries - 1))
        sleep 1
    done
}
# The process that works on the change. After a reboot its number is another's.
boot() { cat /proc/sys/kernel/random/boot_id; }
set_worker() { echo "$1 $(boot)" >"$STATE/pid.new" && mv -f "$STATE/pid.new" "$STATE/pid"; }
is_at_work() {
    read -r worker since 2>/dev/null <"$STATE/pid" && [ "$since" = "$(boot)" ] && kill -0 "$worker" 2>/dev/null
}

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

# $1 the folder of the originals
back_up() {
    files | {
        while read -r kind number path; do
            if [ -L "$ROOT$path" ]; then die "$path is a symbolic link; replace it by a file first"; fi
            if [ -f "$ROOT$path" ]; then
                cp -p "$ROOT$path" "$1/$number" || exit 1
            else
                : >"$1/$number.absent" || exit 1
            fi
        done
        exit 0
    }
}

# All that a change needs is made beside and takes its place in one step: who looks finds the one before or this one,
# and no half. $1 its name
prepare() {
    new=$FOLDER/.$BOND.new
    rm -rf "$new" && mkdir "$new" "$new/original" && cp "$0" "$new/script" && back_up "$new/original" || return 1
    # A limit for the work itself; the time to confirm begins when the network is up.
    echo $(($(uptime_seconds) + WAIT + 300)) >"$new/deadline" && echo "$$ $(boot)" >"$new/pid" &&
        echo "$1" >"$new/name" && echo applying >"$new/state" && : >"$new/log" || return 1
    # What was sent once and never begun.
    find "$FOLDER" -name "$BOND.sh.*" -mtime +1 -exec rm -f {} \; 2>/dev/null
    ln -s -f -n "$BOND/script" "$STATE.sh" || return 1
    if [ -d "$STATE" ]; then mv "$STATE" "$STATE.$(date +%Y%m%d-%H%M%S).$$" || return 1; fi
    mv "$new" "$STATE"
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

# Ends what works on the change.
end_apply() {
    ! is_at_work || end_group "$worker"
    [ -f "$STATE/network" ] || return 0
    network=$(cat "$STATE/network")
    [ -z "$network" ] || end_group "$network"
    rm -f "$STATE/network"
}
# $1 a process, with all that it has started if it leads a group
end_group() { kill -s KILL -- "-$1" 2>/dev/null || kill -s KILL "$1" 2>/dev/null; }

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

# Who makes this link first decides: "confirm", "rollback" or the watchdog. Never two of them. $1 the state that follows
decide() { ln -s "$1" "$STATE/decided" 2>/dev/null; }

# A part of this script that outlives its caller and the connection. It stays in the folder of its change, also when
# that has made room for the next one. $1 the part
leave() {
    part=$1
    set -- sh ./script "$part"
    if command -v setsid >/dev/null 2>&1; then set -- setsid "$@"; fi
    (cd "$STATE" && exec "$@") >>"$STATE/log" 2>&1 </dev/null 9<&- &
}

# Whether the watchdog runs: it says so itself. Nothing is changed before.
is_watched() {
    tries=0
    # Without a number busybox would look for itself.
    until watching=$(cat "$STATE/watching" 2>/dev/null) && [ -n "$watching" ] && kill -0 "$watching" 2>/dev/null; do
        [ "$tries" -lt 10 ] || return 1
        tries=$((tries + 1))
        sleep 1
    done
}

watchdog() {
    echo $$ >"$STATE/watching" || exit 1
    while :; do
        [ ! -L "$STATE/decided" ] || exit 0
        [ "$(uptime_seconds)" -lt "$(cat "$STATE/deadline")" ] || break
        # Killed while it wrote: no need to wait. In this order: it may come to its end between the two.
        if ! is_at_work && [ "$(state)" = applying ]; then break; fi
        sleep 1
    done
    now=$(state)
    decide rolling-back || exit 0
    [ "$now" != applying ] || end_apply
    take_back
}

take_back() {
    set_worker $$
    set_state rolling-back
    network_stop
    if restore_files; then
        network_start
        set_state rolled-back
        say "everything is as before"
    else
        network_start
        set_state failed
        say "some files could not be restored; the originals are in $KEPT" >&2
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

# Between the preparation and the confirmation.
work() {
    say "the originals are in $KEPT; restarting the network"
    network_stop
    if ! write_files; then
        if decide rolling-back; then take_back; fi
        die "the files could not be written"
    fi
    network_start
    if [ -n "$ROOT" ]; then
        decide confirmed
        set_state confirmed
        say "written below $ROOT"
        return 0
    fi
    if ! answers; then
        say "$PING does not answer"
        if decide rolling-back; then take_back; fi
        exit 4
    fi
    echo $(($(uptime_seconds) + WAIT)) >"$STATE/deadline.new" && mv -f "$STATE/deadline.new" "$STATE/deadline"
    set_state waiting
    say "$BOND is up. Keep it with:  sh $FOLDER/$BOND.sh confirm"
    say "otherwise everything is rolled back in $(($(cat "$STATE/deadline") - $(uptime_seconds))) seconds"
}

# What programs read. $1 name, $2 state
tell() {
    [ -z "$1" ] || echo "name: $1"
    echo "state: $2"
}

# $1 the name of the change, or nothing
apply() {
    check_host
    check_files || exit 1
    mkdir -p "$FOLDER" || die "$FOLDER cannot be made"
    alone
    check_others
    if all_done; then
        say "nothing to do: the files already say so"
        [ -z "$1" ] || tell "$1" unchanged
        exit 0
    fi
    trap '' HUP PIPE # the session may well run over the network that is restarted now
    prepare "$1" || die "the change could not be prepared; nothing was changed"
    exec 9<&-
    if [ -z "$ROOT" ]; then
        leave watchdog
        if ! is_watched; then
            decide rolling-back
            say "the watchdog does not start; nothing was changed" >>"$STATE/log"
            set_state rolled-back
            die "the watchdog does not start; nothing was changed: see $STATE/log"
        fi
    fi
    if [ -n "$ROOT" ] || [ -z "$1" ]; then
        work
    else
        leave work
        set_worker $!
    fi
    [ -z "$1" ] || tell "$1" "$(state)"
}

roll_back() {
    [ -d "$FOLDER" ] || die "nothing to roll back (none)"
    alone 10
    is_meant "${2:-}" || die "the change that is here is another one"
    # The numbers of the originals are those of the script that saved them.
    if [ -f "$STATE/script" ] && ! cmp -s "$0" "$STATE/script"; then
        # Nothing of an image is executed.
        [ -z "$ROOT" ] || die "another script has made the change: take that one"
        exec sh "$STATE/script" "$@"
    fi
    now=$(state)
    # The process that has just decided may not have said yet who it is.
    if [ "$now" = rolling-back ] && ! is_at_work; then sleep 2; fi
    case $(state) in
    none | rolled-back) die "nothing to roll back ($(state))" ;;
    rolling-back) ! is_at_work || die "it is being rolled back already" ;;
    applying | waiting) decide rolling-back || die "it is decided already" ;;
    esac
    [ "$now" != applying ] || end_apply
    set_state rolling-back
    if [ -n "$ROOT" ] || [ -z "${2:-}" ]; then
        trap '' HUP PIPE
        set_worker $$
        exec 9<&-
        take_back
    else
        leave take-back
        set_worker $!
    fi
}

case ${1:-help} in
apply | confirm | rollback | status | show) check_links || exit 1 ;;
esac
# About one change from here on, also if its folder makes room for the next one.
case ${1:-help} in
confirm | status) cd "$STATE" 2>/dev/null && STATE=. ;;
watchdog | work | take-back)
    STATE=. # where leave() has started it
    trap '' HUP INT PIPE
    ;;
esac
case ${1:-help} in
apply) apply "${2:-}" ;;
confirm)
    is_meant "${2:-}" || die "the change that is here is another one"
    if [ -n "${2:-}" ] && [ "$(state)" = confirmed ]; then exit 0; fi # its answer was lost
    [ "$(state)" = waiting ] || die "nothing waits to be confirmed ($(state))"
    decide confirmed || die "too late: it is being rolled back"
    set_state confirmed
    say "kept. The originals stay in $KEPT"
    ;;
rollback) roll_back "$@" ;;
status)
    if ! is_meant "${2:-}"; then
        echo "state: none"
        exit 0
    fi
    now=$(state)
    tell "$(cat "$STATE/name" 2>/dev/null)" "$now"
    if [ "$now" = waiting ] || [ "$now" = applying ]; then
        echo "seconds left: $(($(cat "$STATE/deadline") - $(uptime_seconds)))"
    fi
    grep '^bondwright: ' "$STATE/log" 2>/dev/null
    [ ! -r "/proc/net/bonding/$BOND" ] || cat "/proc/net/bonding/$BOND"
    ;;
show)
    check_release
    check_files || exit 1
    # Its files may be taken back, and nothing else would be done now.
    check_others
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
work)
    sleep 1 # its caller's answer is on its way, over the network that is restarted now
    work
    ;;
take-back)
    sleep 1
    take_back
    ;;
*)
    sed -n '2,/^$/s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
