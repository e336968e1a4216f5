/** The only source of chance. Bytes are fit for secrets. */
export interface Random {
  bytes(count: number): Uint8Array;
}
