import { spawnSync } from "node:child_process";

/** What a step says that needs Java where there is none. */
export const JAVA_MISSING = "Java 11 or newer is missing; install it with: apt-get install openjdk-17-jre-headless";

/** The Java program of this machine when it is new enough for Salesforce's analysers, else undefined. */
export function findJava(): string | undefined {
  const candidates = process.env["JAVA_HOME"] === undefined ? ["java"] : [`${process.env["JAVA_HOME"]}/bin/java`, "java"];
  return candidates.find((program) => {
    const answer = spawnSync(program, ["-version"], { encoding: "utf8" });
    const major = Number(/version "(\d+)/.exec(answer.stderr)?.[1] ?? 0);
    return answer.status === 0 && major >= 11;
  });
}
