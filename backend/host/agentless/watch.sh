# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sent to a host without Bondwright, over the connection that carries its output: prints what the kernel shows of bonds and
# NICs, twice a second, until nobody listens. Writes no file. For any POSIX shell, also bash 3.2, dash and busybox. What has
# not changed is not printed again; the NICs' links are looked at each five seconds, their other small files when a link or
# the text of a bond has changed, and each half minute, as addresses and routes are: opening files and starting processes
# costs more than all else.
LC_ALL=C PATH=$PATH:/usr/sbin:/sbin
export LC_ALL PATH
exec 2>/dev/null # a NIC or a bond may go between two looks
newline='
'

# get FILE, run COMMAND: the lines in $text, each behind a "|", so that an empty one stays one. say TEXT: prints it.
# word FILE: its first word in $value, or "-". Reading the carrier of a NIC that is down is an error.
if [ -n "$BASH_VERSION" ] && [ "${BASH_VERSION%%.*}" -ge 4 ]; then
  # Starts no process, and reads the file at once: after each `read` bash seeks back to the end of the line, and the kernel
  # makes the text anew. A descriptor that nobody has need not be saved and put back; echo writes all at once where printf
  # would write, and wake sshd, for each line. Other shells could not even parse this.
  shopt -u xpg_echo
  eval 'get() { mapfile -u 4 -t lines 4<"$1" && printf -v text "|%s\n" "${lines[@]}" && text=${text%"$newline"}; }
    run() { text=$("$@") && text="|${text//$newline/$newline|}"; }
    say() { echo "$1"; }
    clock() { mapfile -u 4 -t lines 4</proc/uptime && uptime=${lines%% *}; }
    word() { lines=; mapfile -u 4 -t lines 4<"$1"; value=${lines%% *} value=${value:--}; }
    devices() { get /proc/net/dev && dev=$text present="${lines[*]%%:*}"; }'
  isBash=1
else
  get() { text=$(sed 's/^/|/' "$1"); }
  run() { text=$("$@" | sed 's/^/|/') && [ -n "$text" ]; }
  say() { printf '%s\n' "$1"; }
  clock() { read -r uptime rest </proc/uptime; }
  word() { value=; read -r value rest <"$1"; [ -n "$value" ] || value=-; }
  isBash=0
fi

# What the driver says in $bonds, the counters in $dev, and what tells a change of the NICs in $present.
look() {
  if [ $isBash = 0 ]; then # one process as long as nothing changes
    set -- /sys/class/net/*
    present=$*
    text=$(sed 's/^/|/' /proc/net/bonding/* /proc/net/dev)
    dev="|Inter-|${text##*"|Inter-|"}"
    text=${text%"$dev"}
    [ "$text" != "$raw" ] || return
    raw=$text
  fi
  bonds=bonds
  for file in /proc/net/bonding/*; do
    if [ -r "$file" ] && get "$file"; then bonds="$bonds${newline}bond ${file##*/}$newline$text"; fi
  done
  [ $isBash = 0 ] || devices
}

# What tells that a NIC has another link than before.
links() {
  links=
  for folder in /sys/class/net/*; do
    word "$folder/flags" && links="$links $value"
    word "$folder/carrier" && links="$links $value"
  done
}

nics() {
  said="$said${newline}nics"
  for folder in /sys/class/net/*; do
    [ -r "$folder/ifindex" ] || continue
    fields=
    for file in ifindex flags carrier mtu speed duplex address type uevent; do
      word "$folder/$file"
      fields="$fields $value"
    done
    # Before Linux 3.9 only a bridge's port says whose it is.
    if [ -r "$folder/master/ifindex" ]; then word "$folder/master/ifindex"; else word "$folder/brport/bridge/ifindex"; fi
    said="$said${newline}nic ${folder##*/}$fields $value"
  done
}

frame() {
  clock
  said="frame $uptime"
  isNew=$((turn == 0))
  look
  if [ "$bonds" != "$saidBonds" ]; then said="$said$newline$bonds" saidBonds=$bonds isNew=1; fi
  if [ "$present" != "$names" ]; then names=$present isNew=1 turn=0; fi
  if [ $((turn % 10)) = 0 ]; then
    links
    if [ "$links" != "$saidLinks" ]; then saidLinks=$links isNew=1; fi
  fi
  [ $isNew = 0 ] || nics
  if [ "$dev" != "$counters" ]; then said="$said${newline}dev$newline$dev" counters=$dev; fi
  if [ "$turn" = 0 ]; then
    if [ -r /proc/net/route ] && get /proc/net/route; then
      said="$said${newline}route$newline$text"
      if run grep '^0\{32\} 00 ' /proc/net/ipv6_route; then said="$said$newline$text"; fi
    fi
    if run ip -o addr show; then said="$said${newline}addresses$newline$text"; fi
  fi
  turn=$(((turn + 1) % 60))
  say "$said${newline}end" || exit 0
}

read -r _ _ release _ </proc/version
echo # a login script may have left its line open
echo "kernel $release"
raw='nothing yet' turn=0
# Who watches says so each five seconds. A shell whose read can wait for half a second needs no other process, and leaves by
# itself when nothing is heard; elsewhere the end of its input ends it.
silent=0
if [ $isBash = 1 ]; then
  while [ $silent -lt 60 ]; do
    frame
    silent=$((silent + 1))
    if read -r -t 0.5 line; then silent=0; elif [ $? -le 128 ]; then exit 0; fi
  done
else
  exec 3<&0
  (while read -r line <&3; do :; done; kill $$) &
  while :; do
    frame
    sleep 0.5 || sleep 1
  done
fi
