/** The sockets on which a process waits for connections, as the kernel lists them, with the numbers of its own. */
export const SOCKETS = String.raw`
hs_sockets() {
  {
    for hs_table in tcp tcp6; do sed -n 's/^ *[0-9]*: \([^ ]*\) [^ ]* 0A /'"$hs_table"' \1 /p' "/proc/$1/net/$hs_table" 2>/dev/null; done
    ls -l "/proc/$1/fd" 2>/dev/null | sed -n 's/.*socket:\[\([0-9]*\)\].*/own \1/p'
  } | hs_block sockets
}
`;
