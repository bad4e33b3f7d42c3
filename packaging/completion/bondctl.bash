# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Completion of bondctl for bash: "bondctl complete" knows what can follow.

_bondctl() {
  local line=${COMP_LINE:0:COMP_POINT} breaks='' kept='' candidate
  local -a words
  # bash takes words apart at "=" and ":", and replaces only what stands behind the last of them.
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  [[ $COMP_WORDBREAKS == *=* ]] && breaks+='='
  [[ $COMP_WORDBREAKS == *:* ]] && breaks+=':'
  if [[ -n $breaks ]]; then kept=${words[-1]%"${words[-1]##*["$breaks"]}"}; fi
  COMPREPLY=()
  while IFS=$'\t' read -r candidate _; do
    case $candidate in
      :files) compopt -o default ;;
      :folders) compopt -o dirnames ;;
      *=) COMPREPLY+=("${candidate#"$kept"}"); compopt -o nospace ;;
      *) COMPREPLY+=("${candidate#"$kept"}") ;;
    esac
  done < <("${words[0]}" complete -- "${words[@]:1}" 2>/dev/null)
}
complete -F _bondctl bondctl
