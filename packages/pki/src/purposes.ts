/** Extended key usage for TLS servers (RFC 5280 §4.2.1.12). */
export const SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
/** Extended key usage for TLS clients; public CAs stop asserting it (Chrome Root Program Policy §1.3.2). */
export const CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
