/** The sockets on which anybody waits for connections, as the kernel lists them, and the numbers of those of a process. */
export const SOCKETS = String.raw`
hs_sockets() {
  ls -l "/proc/$1/fd" 2>/dev/null | sed -n -e 's/.*socket:\[\([0-9]*\)\].*/'"$hs_marker"' own \1/p' \
    -e 's/^ *[0-9]*: \([^ ]*\) [^ ]* 0A /'"$hs_marker"' socket \1 /p' - "/proc/$1/net/tcp" "/proc/$1/net/tcp6" 2>/dev/null
}
`;
