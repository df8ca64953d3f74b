/** Answers of the org that several components share: one request for one address, read again when what they tell may have changed. */
import { FetchError } from "../org/org.ts";

export interface Snapshot<T> {
  readonly data: T | undefined;
  readonly error: FetchError | undefined;
}

interface Resource {
  readonly load: () => Promise<unknown>;
  readonly tags: ReadonlySet<string>;
  readonly listeners: Set<(snapshot: Snapshot<unknown>) => void>;
  snapshot: Snapshot<unknown> | null;
  /** When the answer came, in milliseconds of the page's clock. */
  readAt: number;
  /** Counts requests: an older answer that comes late is dropped. */
  round: number;
  running: Promise<void> | null;
}

export interface ResourceRequest<T> {
  /** Equal for requests that share an answer. */
  readonly key: string;
  /** What the answer depends on besides the request: ids of records. */
  readonly tags?: readonly string[];
  readonly load: () => Promise<T>;
}

/** Nobody looks at an answer for so long: the next one who asks gets a new one. Milliseconds; Lightning Data Service keeps Apex answers as long. */
const MAXIMUM_AGE = 30_000;

const resources = new Map<string, Resource>();

/**
 * Calls the listener with the answer: at once when it is known, and after each change. Gives what ends that.
 */
export function watch<T>({ key, tags = [], load }: ResourceRequest<T>, listener: (snapshot: Snapshot<T>) => void): () => void {
  const resource = resources.get(key) ?? newResource(key, tags, load);
  const heard = listener as (snapshot: Snapshot<unknown>) => void;
  const isStale = resource.listeners.size === 0 && performance.now() - resource.readAt > MAXIMUM_AGE;
  resource.listeners.add(heard);
  if (resource.snapshot !== null && !isStale) heard(resource.snapshot);
  else if (resource.running === null) void read(resource);
  return () => void resource.listeners.delete(heard);
}

/** Reads the answer again; resolves when its listeners know it. An unknown key is nobody's. */
export async function refresh(key: string): Promise<void> {
  const resource = resources.get(key);
  if (resource !== undefined) await read(resource);
}

/** Reads again what depends on one of the tags, or everything for null; what nobody looks at is forgotten. */
export async function refreshTagged(tags: readonly string[] | null): Promise<void> {
  const touched = [...resources].filter(([, resource]) => tags === null || tags.some((tag) => resource.tags.has(tag)));
  for (const [key, { listeners }] of touched) if (listeners.size === 0) resources.delete(key);
  await Promise.all(touched.filter(([, { listeners }]) => listeners.size > 0).map(([, resource]) => read(resource)));
}

function newResource(key: string, tags: readonly string[], load: () => Promise<unknown>): Resource {
  const resource: Resource = { load, tags: new Set(tags), listeners: new Set(), snapshot: null, readAt: 0, round: 0, running: null };
  resources.set(key, resource);
  return resource;
}

function read(resource: Resource): Promise<void> {
  resource.round += 1;
  const round = resource.round;
  const running = snapshotOf(resource.load).then((snapshot) => {
    if (round !== resource.round) return resource.running ?? undefined;
    resource.snapshot = snapshot;
    resource.readAt = performance.now();
    resource.running = null;
    for (const listener of [...resource.listeners]) listener(snapshot);
    return undefined;
  });
  resource.running = running;
  return running;
}

async function snapshotOf(load: () => Promise<unknown>): Promise<Snapshot<unknown>> {
  try {
    return { data: deepFreeze(await load()), error: undefined };
  } catch (error) {
    return { data: undefined, error: asFetchError(error) };
  }
}

/** Components read `error.body.message`, whatever went wrong. */
function asFetchError(error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  return new FetchError(0, "", { message: error instanceof Error ? error.message : String(error) });
}

/** What components share is not theirs to change; Lightning Data Service hands it out read-only too. */
export function deepFreeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
