# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sent to a host without Bondwright, over the connection that carries its output: prints what the kernel shows of bonds and
# NICs, twice a second, until nobody listens. Writes no file. For any POSIX shell, also bash 3.2, dash and busybox; what a
# shell has built in is preferred, because each process that is started costs more than all of the reading.
LC_ALL=C
export LC_ALL

# FILE: its lines, each behind a "|", so that an empty one stays one.
show() {
  while IFS= read -r line || [ -n "$line" ]; do
    printf '|%s\n' "$line" || exit 0
  done <"$1"
}

# FILE: its first word, or "-". Reading the carrier of a NIC that is down is an error.
word() {
  value=
  if [ -r "$1" ]; then { read -r value rest <"$1"; } 2>/dev/null; fi
  [ -n "$value" ] || value=-
}

nic() { # FOLDER
  word "$1/ifindex"; fields=$value
  for file in flags carrier mtu speed duplex address type; do
    word "$1/$file"; fields="$fields $value"
  done
  echo "nic ${1##*/} $fields"
}

frame() {
  read -r uptime rest </proc/uptime
  echo "frame $uptime"
  for file in /proc/net/bonding/*; do
    if [ -r "$file" ]; then echo "bond ${file##*/}"; show "$file"; fi
  done
  for folder in /sys/class/net/*; do
    if [ -r "$folder/ifindex" ]; then nic "$folder"; fi
  done
  echo dev; show /proc/net/dev
  if [ "$slow" = 0 ]; then
    if [ -r /proc/net/route ]; then echo route; show /proc/net/route; fi
    if command -v ip >/dev/null 2>&1; then echo addresses; ip -o addr show 2>/dev/null | while IFS= read -r line; do printf '|%s\n' "$line"; done; fi
  fi
  slow=$(((slow + 1) % 20))
  echo end || exit 0
}

read -r _ _ release _ </proc/version
echo "kernel $release"
slow=0
# Who watches says so each five seconds. A shell whose read can wait for half a second needs no other process, and leaves by
# itself when nothing is heard; elsewhere the end of its input ends it.
silent=0
if [ -n "$BASH_VERSION" ] && [ "${BASH_VERSION%%.*}" -ge 4 ]; then
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
    sleep 0.5 2>/dev/null || sleep 1
  done
fi
