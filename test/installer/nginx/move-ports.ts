/** Where a test listens instead of on the ports that belong to the whole machine. */
export type Ports = { readonly http: number; readonly https: number };

const LISTEN = /(\blisten\s+(?:[^;\s]*:)?)(80|443)(?=[\s;])/g;

/** A configuration with other ports behind its `listen`; what is no `listen` stays. One character is one byte. */
export const movePorts = (bytes: Uint8Array, { http, https }: Ports): Buffer => {
  const text = Buffer.from(bytes).toString("latin1");
  const moved = text.replaceAll(
    LISTEN,
    (_, before: string, port: string) => `${before}${port === "80" ? http : https}`,
  );
  return Buffer.from(moved, "latin1");
};
