import { badRequest } from "./rest-error.ts";
import type { RestAnswer, RestRequest } from "./rest-route.ts";

const DEFAULT_SIZE = 20;
const MAXIMUM_SIZE = 50;

/** Calls and contacts end here, whatever `total` says. */
const RECORD_LIMIT = 10_000;

export interface List<T> {
  /** In order of creation. */
  readonly items: readonly T[];
  /** Name of the list in the answer. */
  readonly key: string;
  readonly json: (item: T) => object;
  /** UNIX seconds of creation, what `from` and `to` mean; absent: not filtered. */
  readonly createdAt?: (item: T) => number;
  /** The 10,000 record limit counts. */
  readonly isLimited?: boolean;
}

/** One page of a list, by `page`, `per_page`, `order`, `from` and `to`; links keep every other parameter but `fetch_*`. Throws 400. */
export function pageOf<T>({ standIn, url }: RestRequest, { items, key, json, createdAt, isLimited = false }: List<T>): RestAnswer {
  const page = whole(url, "page", 1, Number.MAX_SAFE_INTEGER) ?? 1;
  const size = whole(url, "per_page", 1, MAXIMUM_SIZE) ?? DEFAULT_SIZE;
  const order = url.searchParams.get("order") ?? "asc";
  if (order !== "asc" && order !== "desc") throw badRequest("order must be asc or desc");
  const from = whole(url, "from", 0, Number.MAX_SAFE_INTEGER) ?? 0;
  const to = whole(url, "to", 0, Number.MAX_SAFE_INTEGER) ?? Number.MAX_SAFE_INTEGER;
  const wanted = createdAt === undefined ? [...items] : items.filter((item) => createdAt(item) >= from && createdAt(item) <= to);
  if (order === "desc") wanted.reverse();
  const reachable = isLimited ? wanted.slice(0, RECORD_LIMIT) : wanted;
  const shown = reachable.slice((page - 1) * size, page * size);
  const link = (target: number): string => {
    const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith("fetch_")));
    query.set("order", order);
    query.set("page", String(target));
    query.set("per_page", String(size));
    query.sort();
    return `${standIn.company.apiAddress}${url.pathname}?${query.toString()}`;
  };
  const meta = {
    count: shown.length,
    total: wanted.length,
    current_page: page,
    per_page: size,
    next_page_link: page * size < reachable.length ? link(page + 1) : null,
    previous_page_link: page > 1 ? link(page - 1) : null,
  };
  return { status: 200, body: { meta, [key]: shown.map(json) } };
}

function whole(url: URL, name: string, minimum: number, maximum: number): number | undefined {
  const text = url.searchParams.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < minimum || value > maximum) {
    throw badRequest(`${name} must be a whole number from ${minimum}${maximum < 1e6 ? ` to ${maximum}` : ""}`);
  }
  return value;
}
