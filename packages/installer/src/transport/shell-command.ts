/** Login shells of every kind understand these words; from here on a POSIX shell reads the script. */
export const SHELL_COMMAND = "exec /bin/sh -s";
