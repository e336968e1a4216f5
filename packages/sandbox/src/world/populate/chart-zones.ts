import { LOOPBACK } from "../listen.ts";
import type { Zone } from "../zones/zone.ts";
import { createZone } from "../zones/zone.ts";
import type { ZoneRegister } from "../zones/zone-register.ts";
import type { Territory } from "./cast.ts";
import { TERRITORIES } from "./cast.ts";

/** The names above the sites; they have no records, so that a climb for CAA records ends there as it does in the world. */
const ABOVE = ["", "com", "example", "net", "org"];

const HOSTING = "hosting.example";
const OTHER_PROVIDER = "other-dns.example";

const addInfrastructure = (register: ZoneRegister, origin: string, hosts: readonly string[]): void => {
  const zone = createZone(origin, `ns1.${origin}`);
  for (const host of hosts) zone.add({ host: `${host}.${origin}`, type: "A", value: LOOPBACK });
  register.add(zone);
};

const addTerritory = (register: ZoneRegister, { origin, hosted, caa = [], sickness }: Territory): void => {
  const provider = hosted === "elsewhere" ? OTHER_PROVIDER : HOSTING;
  const zone = createZone(origin, `ns1.${provider}`);
  for (const server of ["ns1", "ns2"]) zone.add({ host: origin, type: "NS", value: `${server}.${provider}` });
  zone.add({ host: origin, type: "MX", value: `10 mail.${HOSTING}` });
  for (const value of caa) zone.add({ host: origin, type: "CAA", value });
  register.add(zone);
  register.infect(origin, sickness);
};

/** Fills the register with everything but the sites' own addresses. */
export const chartZones = (register: ZoneRegister): void => {
  for (const origin of ABOVE) register.add(createZone(origin, "ns1.above.example"));
  addInfrastructure(register, HOSTING, ["ns1", "ns2", "mail"]);
  addInfrastructure(register, OTHER_PROVIDER, ["ns1", "ns2"]);
  for (const territory of TERRITORIES) addTerritory(register, territory);
};

/** Points a name of a site to loopback. */
export const pointToLoopback = (zone: Zone, host: string): void => zone.add({ host, type: "A", value: LOOPBACK });
