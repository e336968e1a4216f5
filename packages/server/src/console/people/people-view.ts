import type { ApiKey, AuditEntry, ConsoleUser, PartnerRecord } from "../../partner/partner-record.ts";

/** Who may come in, without anything they come in with. */
export type PeopleView = {
  readonly users: readonly Pick<ConsoleUser, "email" | "role" | "createdAt">[];
  readonly keys: readonly Omit<ApiKey, "digest">[];
  /** The newest first. */
  readonly history: readonly AuditEntry[];
};

const MOST_ENTRIES = 50;

export const toPeopleView = ({ users, keys, audit }: PartnerRecord): PeopleView => ({
  users: users.map(({ email, role, createdAt }) => ({ email, role, createdAt })),
  keys: keys.map(({ digest: _kept, ...key }) => key),
  history: audit.toReversed().slice(0, MOST_ENTRIES),
});
