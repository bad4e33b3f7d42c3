# SPDX-FileCopyrightText: 2026 The Bondwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of bondctl for fish: "bondctl complete" knows what can follow.

function __bondctl_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    # The path of "--report=pa" is "pa".
    set -l option (string match -r -- '^--[a-z-]+=' $current)
    set -l path (string replace -r -- '^--[a-z-]+=' '' $current)
    for line in (bondctl complete -- $before[2..] "$current" 2>/dev/null)
        switch $line
            case ':files*'
                for found in (__fish_complete_path "$path")
                    echo "$option$found"
                end
            case ':folders*'
                for found in (__fish_complete_directories "$path")
                    echo "$option$found"
                end
            case '*'
                echo $line
        end
    end
end
complete -c bondctl -f -a '(__bondctl_complete)'
