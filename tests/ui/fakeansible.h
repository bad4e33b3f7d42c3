// SPDX-FileCopyrightText: 2026 The Bondwright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// "ansible-playbook" for the roll-out window's test: what the callback would print, for the hosts a and b.
inline constexpr auto ansible = R"sh(#!/bin/sh
dir=${0%/*}
echo "$*" >> "$dir/calls"
cp "$1" "$dir/playbook"
cp "$3" "$dir/inventory"
stop=${5#*:\"}; stop=${stop%\"\}} # JSON, as Ansible takes it
case $7 in @*) cp "${7#@}" "$dir/limit" ;; esac
case " $* " in *" --become-password-file - "*)
  read -r given
  if [ "$given" != "$(cat "$dir/expected")" ]; then
    printf '%s%s\n' '{"type":"result","host":"a","outcome":"failed","action":"bondwright.bond.bond",' \
      '"result":{"msg":"Incorrect sudo password"}}'
    exec sleep 60 # it would try it on the next host
  fi
  grep -la "$given" /proc/$$/environ /proc/$$/cmdline "$1" "$3" >> "$dir/leaks" ;;
esac
check=false
case " $* " in *" --check "*) check=true ;; esac
result() {
  # Not by echo, which makes a line of "\n" in some shells.
  printf '%s\n' '{"type":"result","host":"'$1'","outcome":"'$2'","action":"bondwright.bond.'$3'","result":'"$4"'}'
}
changed() {
  printf '%s' '{"changed":true,"transaction":{"state":"done"},"diff":[{"after_header":"/etc/bond0","before":"",'
  printf '%s' '"after":"mode=1\naddress='$1'\n"}]'"$2"'}'
}
echo '{"type":"play","check":'$check',"hosts":["a","b"],"batch":["a"]}'
echo '{"type":"state","host":"a","state":"admitted","result":{}}'
chosen=
if grep -q bondwright_choose "$1"; then chosen=',"chosen":["enp1s0","enp2s0"]'; fi
if [ $check = true ]; then
  result a ok bond "$(changed 192.0.2.1/24 "$chosen")"
  result b ok bond "$(changed 192.0.2.2/24)"
else
  result a ok bond "$(changed 192.0.2.1/24 "$chosen"',"bonds":[{"name":"bond0","verdict":"healthy"}]')"
  while [ ! -e "$dir/go-on" ] && [ ! -e "$stop" ]; do sleep 0.05; done
  if [ ! -e "$stop" ]; then
    echo '{"type":"play","check":false,"hosts":["a","b"],"batch":["b"]}'
    result b failed bond '{"msg":"The host reverted the change: no link","transaction":{"state":"rolled-back"}}'
  fi
fi
echo '{"type":"stats","hosts":{}}'
)sh";
