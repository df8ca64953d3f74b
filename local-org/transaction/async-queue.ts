/** Jobs of an org that wait to run, in the order in which they become due. */
import type { AsyncJob } from "./async-job.ts";

export class AsyncQueue {
  #jobs: AsyncJob[] = [];

  add(job: AsyncJob): void {
    const at = this.#jobs.findIndex((other) => other.notBefore > job.notBefore);
    if (at < 0) this.#jobs.push(job);
    else this.#jobs.splice(at, 0, job);
  }

  /** Takes the job out. False when it does not wait here. */
  remove(id: string): boolean {
    const before = this.#jobs.length;
    this.#jobs = this.#jobs.filter((job) => job.id !== id);
    return this.#jobs.length < before;
  }

  /** Takes the first job that is due at an instant. */
  takeDue(now: number): AsyncJob | null {
    const [first] = this.#jobs;
    if (first === undefined || first.notBefore > now) return null;
    this.#jobs.shift();
    return first;
  }

  countDue(now: number): number {
    return this.#jobs.filter((job) => job.notBefore <= now).length;
  }

  /** When the next job becomes due; null when none waits. */
  nextAt(): number | null {
    return this.#jobs[0]?.notBefore ?? null;
  }

  jobs(): readonly AsyncJob[] {
    return this.#jobs;
  }
}
