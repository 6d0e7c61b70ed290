# Equal lines to `line TAB count`, as everybody does it.
LC_ALL=C sort | LC_ALL=C uniq -c | sed -E 's/^ *([0-9]+) (.*)$/\2\t\1/'
