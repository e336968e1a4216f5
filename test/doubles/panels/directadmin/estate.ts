import type { DemoWorld, Webspace } from "@hostseal/sandbox";

/** A domain of an account, which the ground calls a webspace. */
export type Domain = {
  readonly name: string;
  readonly user: string;
  readonly webspace: Webspace;
  /** Of its subdomains; `*` stands for all of them. */
  readonly labels: readonly string[];
  readonly pointers: readonly string[];
};

const toDomain = (user: string, webspace: Webspace): Domain => {
  const [name = "", ...others] = webspace.names;
  const below = others.filter((other) => other.endsWith(`.${name}`) && other !== `www.${name}`);
  return {
    name,
    user,
    webspace,
    labels: below.map((other) => other.slice(0, -name.length - 1)),
    pointers: others.filter((other) => !other.endsWith(`.${name}`)),
  };
};

/** Whose domains there are. */
export type Estate = {
  of(user: string): readonly Domain[];
  owned(user: string, name: string): Domain | undefined;
  readonly all: readonly Domain[];
};

export const createEstate = ({ ground, residents }: DemoWorld): Estate => {
  const all = residents.flatMap(({ site, account }) => {
    const webspace = ground.webspaces.get(site);
    return webspace ? [toDomain(account, webspace)] : [];
  });
  const of = (user: string): readonly Domain[] => all.filter((domain) => domain.user === user);
  return { all, of, owned: (user, name) => of(user).find((domain) => domain.name === name) };
};
