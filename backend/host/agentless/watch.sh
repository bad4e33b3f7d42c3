# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sent to a host without Bondwright, over the connection that carries its output: prints what the kernel shows of bonds and
# NICs, twice a second, until nobody listens. Writes no file. For any POSIX shell, also bash 3.2, dash and busybox. What has
# not changed is not printed again; the many small files of the NICs are read when the text of a bond has changed, and each
# five seconds, addresses and routes each half minute: opening files and starting processes costs more than all else.
LC_ALL=C PATH=$PATH:/usr/sbin:/sbin
export LC_ALL PATH
exec 2>/dev/null # a NIC or a bond may go between two looks
newline='
'

# get FILE, run COMMAND: the lines in $text, each behind a "|", so that an empty one stays one.
if [ -n "$BASH_VERSION" ] && [ "${BASH_VERSION%%.*}" -ge 4 ]; then
  # Starts no process, and reads the file at once: after each `read` bash seeks back to the end of the line, and the kernel
  # makes the text anew. Other shells could not even parse this.
  eval 'get() { mapfile -t lines <"$1" && printf -v text "|%s\n" "${lines[@]}" && text=${text%"$newline"}; }
    run() { text=$("$@") && text="|${text//$newline/$newline|}"; }'
  isBash=1
else
  get() { text=$(sed 's/^/|/' "$1"); }
  run() { text=$("$@" | sed 's/^/|/') && [ -n "$text" ]; }
  isBash=0
fi

# FILE: its first word, or "-". Reading the carrier of a NIC that is down is an error.
word() {
  value=
  read -r value rest <"$1"
  [ -n "$value" ] || value=-
}

# What the driver says in $bonds, the counters in $dev.
look() {
  if [ $isBash = 1 ]; then
    get /proc/net/dev && dev=$text
  else # one process as long as nothing changes
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
}

nics() { # FOLDER ...
  said="$said${newline}nics"
  for folder; do
    [ -r "$folder/ifindex" ] || continue
    fields=
    for file in ifindex flags carrier mtu speed duplex address type; do
      word "$folder/$file"
      fields="$fields $value"
    done
    said="$said${newline}nic ${folder##*/}$fields"
  done
}

frame() {
  read -r uptime rest </proc/uptime
  said="frame $uptime"
  isNew=$((turn % 10 == 0))
  look
  if [ "$bonds" != "$saidBonds" ]; then said="$said$newline$bonds" saidBonds=$bonds isNew=1; fi
  set -- /sys/class/net/*
  if [ "$*" != "$names" ]; then names=$* isNew=1 turn=0; fi
  [ $isNew = 0 ] || nics "$@"
  if [ "$dev" != "$counters" ]; then said="$said${newline}dev$newline$dev" counters=$dev; fi
  if [ "$turn" = 0 ]; then
    if [ -r /proc/net/route ] && get /proc/net/route; then said="$said${newline}route$newline$text"; fi
    if run ip -o addr show; then said="$said${newline}addresses$newline$text"; fi
  fi
  turn=$(((turn + 1) % 60))
  printf '%s\nend\n' "$said" || exit 0
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
