import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Endpoint } from "@hostseal/core";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createVirtualClock } from "../clock/virtual-clock.ts";
import { startWorld } from "./start-world.ts";
import { bindUdp } from "./zones/bind-udp.ts";
import { openWorld, random, START } from "./world.fixture.ts";

const isListening = async ({ address, port }: Endpoint): Promise<boolean> => {
  const socket = connect(port, address);
  const connected = once(socket, "connect").then(() => true);
  return connected.catch(() => false).finally(() => socket.destroy());
};

const isTakenForUdp = async ({ port }: Endpoint): Promise<boolean> => {
  const socket = await bindUdp(port);
  socket?.close();
  return socket === undefined;
};

/** The sockets of this program that others could connect to. */
const countServers = (): number => process.getActiveResourcesInfo().filter((name) => /Server|UDP/.test(name)).length;

describe("the demo world", () => {
  test("closes every socket, and closing again does nothing", async () => {
    const opened = await openWorld();
    const { world } = opened;
    const endpoints = [world.dns, world.http, world.https];
    expect(await Promise.all(endpoints.map(isListening))).toEqual([true, true, true]);
    expect(await isTakenForUdp(world.dns)).toBe(true);
    await opened.close();
    await world.close();
    await world[Symbol.asyncDispose]();
    expect(await Promise.all(endpoints.map(isListening))).toEqual([false, false, false]);
    expect(await isTakenForUdp(world.dns)).toBe(false);
  });

  test("closes although visitors are still connected", async () => {
    const opened = await openWorld();
    const { world } = opened;
    const visitors = [world.dns, world.http, world.https].map(({ port, address }) => connect(port, address));
    await Promise.all(visitors.map(async (socket) => once(socket, "connect")));
    await opened.close();
    for (const socket of visitors) socket.destroy();
  });

  test("several live side by side, each with names and credentials of its own", async () => {
    const worlds = await Promise.all([openWorld(), openWorld()]);
    const [one, other] = worlds.map(({ world }) => world);
    expect(one?.panel.url).not.toBe(other?.panel.url);
    expect(one?.panel.credentials.harbour.reveal()).not.toBe(other?.panel.credentials.harbour.reveal());
    one?.controls.dns.add({ host: "_x.example.com", type: "TXT", value: "only here" });
    expect(other?.controls.dns.zoneEntries("example.com").some(({ host }) => host === "_x.example.com")).toBe(false);
    await Promise.all(worlds.map(async (opened) => opened.close()));
  });

  test("leaves nothing running when it cannot be started", async () => {
    const parent = await mkdtemp(join(tmpdir(), "hostseal-world-"));
    onTestFinished(async () => rm(parent, { recursive: true }));
    const folder = join(parent, "no-folder");
    await writeFile(folder, "a file");
    const before = countServers();
    await expect(startWorld({ clock: createVirtualClock({ start: START }), random, folder })).rejects.toThrow(
      "ENOTDIR",
    );
    await vi.waitFor(() => expect(countServers()).toBe(before));
  });

  test("controls refuse what does not exist", async () => {
    const opened = await openWorld();
    const { world } = opened;
    onTestFinished(async () => opened.close());
    expect(() => world.controls.web.teach("nobody", {})).toThrow("there is no webspace nobody");
    expect(() => world.controls.panel.permit("nobody", "tls:write", true)).toThrow("there is no account nobody");
    const certificate = { key: world.panel.credentials.harbour, certificates: ["nothing"] };
    expect(() => world.controls.panel.install("bakery", certificate)).toThrow("no certificate");
  });
});
