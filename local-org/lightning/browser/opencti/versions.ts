/** Open CTI has the version of the API in its address; methods came with versions. Pure. */

/** Of Sales Engagement and Lightning Message Service; everything else is there from the first version for Lightning on. */
const SINCE: Readonly<Record<string, number>> = { hvs: 46, subscribe: 47, publish: 47, unsubscribe: 47 };

/** The newest, for a script that does not come from the org. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

/** `.../support/api/67.0/lightning/opencti_min.js` is 67. */
export function versionOf(address: string | null): number {
  const found = /\/support\/api\/(\d+)\.0\/lightning\//.exec(address ?? "")?.[1];
  return found === undefined ? UNKNOWN : Number(found);
}

/** Without what came later than the version. */
export function methodsOfVersion<T>(methods: Readonly<Record<string, T>>, version: number): Record<string, T> {
  return Object.fromEntries(Object.entries(methods).filter(([name]) => (SINCE[name] ?? 0) <= version));
}
