/**
 * What the built-in driver offers: forward-secret key exchange, authenticated or EtM encryption, no SHA-1, no CBC, no
 * ChaCha20-Poly1305 (CVE-2023-48795 needs it where strict key exchange is missing). Order is preference.
 */
export const OFFERED_ALGORITHMS = {
  kex: [
    "curve25519-sha256",
    "curve25519-sha256@libssh.org",
    "ecdh-sha2-nistp256",
    "ecdh-sha2-nistp384",
    "ecdh-sha2-nistp521",
    "diffie-hellman-group-exchange-sha256",
    "diffie-hellman-group16-sha512",
    "diffie-hellman-group18-sha512",
    "diffie-hellman-group14-sha256",
  ],
  cipher: ["aes128-gcm@openssh.com", "aes256-gcm@openssh.com", "aes128-ctr", "aes192-ctr", "aes256-ctr"],
  hmac: ["hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com", "hmac-sha2-256", "hmac-sha2-512"],
  compress: ["none"],
} as const;

const SIGNATURES = {
  "ssh-ed25519": ["ssh-ed25519"],
  "ecdsa-sha2-nistp256": ["ecdsa-sha2-nistp256"],
  "ecdsa-sha2-nistp384": ["ecdsa-sha2-nistp384"],
  "ecdsa-sha2-nistp521": ["ecdsa-sha2-nistp521"],
  "ssh-rsa": ["rsa-sha2-512", "rsa-sha2-256"],
} as const;

export type HostKeyType = keyof typeof SIGNATURES;
export type HostKeyAlgorithm = (typeof SIGNATURES)[HostKeyType][number];

/** Every type of host key we can verify, the preferred one first. */
export const HOST_KEY_TYPES = Object.keys(SIGNATURES) as readonly HostKeyType[];

export const isHostKeyType = (type: string): type is HostKeyType => Object.hasOwn(SIGNATURES, type);

/** The signature algorithms under which keys of these types are asked for; an RSA key never with SHA-1 (RFC 8332). */
export const toHostKeyAlgorithms = (types: readonly HostKeyType[]): HostKeyAlgorithm[] =>
  types.flatMap((type) => SIGNATURES[type]);
