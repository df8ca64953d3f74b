/** Which records each user has looked at lately. Kept in memory, as long as the org runs. */

const KEPT = 200;

export class RecentRecords {
  readonly #byUser = new Map<string, string[]>();

  /** The record becomes the user's most recent one. */
  view(userId: string, recordId: string): void {
    const others = (this.#byUser.get(userId) ?? []).filter((id) => id !== recordId);
    this.#byUser.set(userId, [recordId, ...others].slice(0, KEPT));
  }

  /** Ids of an object's records, most recent first. */
  recordsOf(userId: string, keyPrefix: string): readonly string[] {
    return (this.#byUser.get(userId) ?? []).filter((id) => id.startsWith(keyPrefix));
  }
}
