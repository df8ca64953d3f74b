/** `local-org start <folder>`: serves the org until it is interrupted. */
import { join, resolve } from "node:path";
import { API_HOST, PHONE_HOST } from "../aircall/aircall.ts";
import { createLightningAssets } from "../lightning/build/lightning-assets.ts";
import { InputError } from "../project/input-error.ts";
import { demoAircall, phoneLoginAddress } from "./demo-aircall.ts";
import { EngineStartError, startEngine } from "./engine-client.ts";
import { startServer } from "./server.ts";
import { parseStartOptions } from "./start-options.ts";

/** Gives the exit code: 1 when the project's Apex has faults, 2 when the project cannot be read. Throws InputError for arguments and ports that cannot be used. */
export async function start(args: readonly string[]): Promise<number> {
  const { folder, port, seed, dataFolder } = parseStartOptions(args);
  process.stdout.write(`Deploying ${resolve(folder)} ...\n`);
  try {
    const seedFolder = seed === "demo" ? join(resolve(folder), "config", "demo") : null;
    // Browser code is built while the engine's thread deploys.
    const assets = createLightningAssets({ folder: resolve(folder), say: (line) => process.stdout.write(`${line}\n`) });
    const aircall = demoAircall(resolve(folder), port);
    const engine = await startEngine({
      folder: resolve(folder),
      port,
      seedFolder,
      dataFolder: dataFolder === null ? null : resolve(dataFolder),
      alsoLogInAt: aircall === null ? null : phoneLoginAddress(port),
    });
    await assets.ready;
    const server = await startServer(engine, port, {
      "lightning.org.localhost": [assets.handler],
      "vf.org.localhost": [assets.handler],
      ...(aircall === null ? {} : { [PHONE_HOST]: [aircall.handler], [API_HOST]: [aircall.handler] }),
    });
    for (const note of engine.notes) process.stdout.write(`${note}\n`);
    if (aircall !== null) process.stdout.write(`Aircall console: http://${PHONE_HOST}:${port}/console\n`);
    process.stdout.write(`Local org ready: http://lightning.org.localhost:${port}/\n`);
    await interrupted();
    aircall?.close();
    server.close();
    server.closeAllConnections();
    await engine.close();
    return 0;
  } catch (error) {
    if (error instanceof EngineStartError) {
      process.stderr.write(`${error.lines.join("\n")}\n`);
      return error.isBadInput ? 2 : 1;
    }
    if (isPortTaken(error))
      throw new InputError(`--port ${port}`, "the port is taken; stop what listens there or choose another with --port N");
    throw error;
  }
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
  });
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, "code") === "EADDRINUSE";
}
