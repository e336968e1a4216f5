/** A Debian package that tests use as an opinion from outside, and what for. */
export type DebianPackage = { readonly name: string; readonly programs: readonly string[]; readonly why: string };

/** Everything the tests need that npm does not bring. A test that finds none of its programs is left out by name. */
export const DEBIAN_PACKAGES: readonly DebianPackage[] = [
  {
    name: "openssl",
    programs: ["openssl"],
    why: "reads and verifies every key, CSR, certificate and container we write",
  },
  { name: "7zip", programs: ["7zz"], why: "opens the AES-256 archives in which keys are handed over" },
  { name: "knot", programs: ["knotd", "keymgr"], why: "serves zones that are really signed, for DNSSEC" },
  { name: "unbound", programs: ["unbound"], why: "validates those zones, so that its verdict can be read" },
  {
    name: "nginx",
    programs: ["nginx"],
    why: "says which server it gives a name to, and serves what the installer put there",
  },
  {
    name: "libnginx-mod-http-lua",
    programs: ["/usr/lib/nginx/modules/ngx_http_lua_module.so"],
    why: "lets nginx read a tree with Lua in it",
  },
  {
    name: "libnginx-mod-stream",
    programs: ["/usr/lib/nginx/modules/ngx_stream_module.so"],
    why: "lets nginx read a tree with streams in it",
  },
  { name: "apache2", programs: ["apache2"], why: "the same for Apache" },
  { name: "openssh-server", programs: ["sshd"], why: "is logged in to by both SSH drivers" },
  {
    name: "openssh-client",
    programs: ["ssh", "ssh-keygen", "ssh-agent"],
    why: "the second driver, and the oracle for keys",
  },
  { name: "iproute2", programs: ["/usr/sbin/ip"], why: "gives this machine an IPv6 address that nobody else uses" },
  { name: "sudo", programs: ["/usr/bin/sudo"], why: "lets a login that is not root start the program of hosts" },
  { name: "php-cli", programs: ["php"], why: "runs the pages that live on panels" },
  { name: "perl", programs: ["perl"], why: "runs the programs and hooks that live on panels" },
  { name: "curl", programs: ["curl"], why: "is how the signer of DirectAdmin asks the panel, and tells the app" },
  { name: "chromium", programs: ["chromium"], why: "is the browser in which customers, and axe, look at every page" },
  { name: "busybox", programs: ["busybox"], why: "a third shell in which the host's scripts must run" },
];
