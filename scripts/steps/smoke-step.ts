import { spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { localRequest } from "../../local-org/http/local-request.ts";
import type { Step, StepReport } from "./step.ts";

const PORT = 8190;
const READY = `Local org ready: http://lightning.org.localhost:${PORT}/`;
const PATIENCE_MS = 90_000;

/** `npm start` as a person types it: it says that it is ready, answers a query as Salesforce does and stops when told. */
export const smokeStep: Step = {
  name: "npm start answers",
  run: async ({ root }) => {
    const child = spawn("npm", ["start", "--", "--port", String(PORT)], { cwd: root, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    const ended = new Promise<void>((done) =>
      child.on("close", () => {
        done();
      }),
    );
    const state = { ended: false };
    void ended.then(() => (state.ended = true));
    try {
      const deadline = Date.now() + PATIENCE_MS;
      while (!output.includes(READY)) {
        if (state.ended) return failed("it ended before it was ready", output);
        if (Date.now() > deadline) return failed(`it did not say "${READY}" within ${PATIENCE_MS / 1000} s`, output);
        await setTimeout(100);
      }
      const { text: answer } = await localRequest(
        `http://lightning.org.localhost:${PORT}/services/data/v67.0/query?q=SELECT+Id,+Name+FROM+Account+LIMIT+1`,
      );
      if (!isQueryAnswer(answer)) return failed("the query endpoint does not answer as Salesforce does", answer);
    } finally {
      if (child.pid !== undefined && !state.ended) process.kill(-child.pid, "SIGTERM");
    }
    const stopped = await Promise.race([ended.then(() => true), setTimeout(10_000, false)]);
    return stopped ? { outcome: "passed", summary: `port ${PORT}` } : failed("it did not stop within 10 s", output);
  },
};

function failed(summary: string, details: string): StepReport {
  return { outcome: "failed", summary, details };
}

/** The address is named in the Host header: Node itself does not resolve names below localhost. */

function isQueryAnswer(body: string): boolean {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === "object" && answer !== null && "totalSize" in answer && "done" in answer && "records" in answer;
  } catch {
    return false;
  }
}
