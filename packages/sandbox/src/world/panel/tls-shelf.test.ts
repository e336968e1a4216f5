import { readCertificate } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createVirtualClock } from "../../clock/virtual-clock.ts";
import { createFormerAuthority, type FormerAuthority } from "../populate/former-authority.ts";
import { createServedCertificates } from "../web/served-certificates.ts";
import { random, START } from "../world.fixture.ts";
import type { TlsInstall, TlsShelf, TlsVersion } from "./tls-shelf.ts";
import { createTlsShelf } from "./tls-shelf.ts";

const SITE = "bakery";
let authority: FormerAuthority;
let shelf: TlsShelf;

beforeAll(async () => {
  authority = await createFormerAuthority(createVirtualClock({ start: START }), random);
});

beforeEach(async () => {
  shelf = createTlsShelf(createServedCertificates(await authority.issue(["fallback.example.com"], DAY)));
});

const offer = async (ifVersion: number): Promise<TlsInstall> => {
  const material = await authority.issue(["example.com"], DAY);
  const read = readCertificate(material.certificates[0] ?? "");
  if (read.kind === "malformed") throw new TypeError("not a certificate");
  return { material, certificate: read.certificate, ifVersion };
};

const install = async (ifVersion: number) => shelf.install(SITE, await offer(ifVersion));

describe("the shelf of certificates", () => {
  test("numbers what is installed on a webspace and says what each replaced", async () => {
    expect(await install(0)).toMatchObject({ number: 1, replaced: 0 });
    expect(await install(1)).toMatchObject({ number: 2, replaced: 1 });
    expect(shelf.active(SITE)?.number).toBe(2);
    expect(shelf.active("elsewhere")).toBeUndefined();
  });

  test("refuses an installation that stands on anything but the active certificate", async () => {
    await install(0);
    for (const wrong of [0, 2]) {
      await expect(install(wrong)).rejects.toMatchObject({ status: 409, code: "version_conflict" });
    }
    expect(shelf.active(SITE)?.number).toBe(1);
  });

  test("takes the same installation again for the one it has done", async () => {
    const offered = await offer(0);
    const first = shelf.install(SITE, offered);
    expect(shelf.install(SITE, offered)).toBe(first);
    expect(shelf.baseFor(SITE, offered.certificate.sha256)).toBe(0);
    shelf.confirm(SITE, offered.certificate.sha256);
    expect(shelf.baseFor(SITE, offered.certificate.sha256)).toBe(1);
  });

  test("never uses a number twice, also after taking one back", async () => {
    const { certificate } = await install(0);
    shelf.restore(SITE, certificate.sha256, 0);
    expect(shelf.active(SITE)).toBeUndefined();
    expect(await install(0)).toMatchObject({ number: 2, replaced: 0 });
  });

  test("puts back exactly the version before, and does nothing for others", async () => {
    const first = await install(0);
    const second = await install(1);
    shelf.restore(SITE, second.certificate.sha256, 0);
    shelf.restore(SITE, first.certificate.sha256, 0);
    expect(shelf.active(SITE)).toBe(second);
    shelf.restore(SITE, second.certificate.sha256, 1);
    shelf.restore(SITE, second.certificate.sha256, 1);
    expect(shelf.active(SITE)).toBe(first);
  });

  test("keeps one version below a confirmed one, and says so when an older one is wanted", async () => {
    const installed: TlsVersion[] = [];
    for (const number of [0, 1, 2]) {
      const version = await install(number);
      shelf.confirm(SITE, version.certificate.sha256);
      installed.push(version);
    }
    shelf.restore(SITE, installed[2]?.certificate.sha256 ?? "", 2);
    expect(shelf.active(SITE)?.number).toBe(2);
    const older = () => shelf.restore(SITE, installed[1]?.certificate.sha256 ?? "", 1);
    expect(older).toThrow(expect.objectContaining({ code: "gone" }));
  });

  test("confirms only what is active", async () => {
    const first = await install(0);
    await install(1);
    const late = () => shelf.confirm(SITE, first.certificate.sha256);
    expect(late).toThrow(expect.objectContaining({ code: "not_active" }));
  });

  test("changes nothing when key and certificate cannot be served", async () => {
    await install(0);
    const [offered, other] = [await offer(1), await offer(1)];
    const wrong = { ...offered, material: { ...offered.material, key: other.material.key } };
    expect(() => shelf.install(SITE, wrong)).toThrow();
    expect(shelf.active(SITE)?.number).toBe(1);
    expect(shelf.install(SITE, offered).number).toBe(2);
  });
});
