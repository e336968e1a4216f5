import type { HostRefusal } from "./host-facts.ts";

/** The refusal as a sentence without its full stop, with what to do about it. */
export const hostRefusalInWords = (refusal: HostRefusal): string => {
  switch (refusal.kind) {
    case "unanswered":
      return "what its shell says is not what our script says";
    case "not-root":
      return "the login is not root and may not become root with sudo; log in as root, or allow sudo without a password";
    case "unsupported-system":
      return `servers are found by way of /proc, which ${refusal.kernel || "this system"} does not have`;
    case "panel":
      return `its web server is managed by ${refusal.panel}, which would undo any change; install the certificate through it`;
    case "not-running":
      return "no web server runs there; start it, since a stopped one is never started by an installation";
    case "several":
      return `several web servers run there (${refusal.commandLines.join("; ")}); name the configuration that is meant`;
    case "in-container":
      return "its web server runs in a container, whose files are gone with it; install where the container gets them from";
    case "red":
      return `its own test of the configuration fails: ${refusal.output.split("\n")[0] ?? ""}`;
    case "unreadable":
      return `${refusal.what} cannot be read`;
  }
};
