/** Pages of lists: a page token is the offset of its first row. */
import { RestError } from "../rest-error.ts";
import { parameter } from "../route.ts";
import { numberParameter, type UiRequest } from "./resource.ts";

const MOST = 2000;

export interface PageRequest {
  readonly pageSize: number;
  readonly offset: number;
}

export interface PageFields {
  readonly count: number;
  readonly currentPageToken: string;
  readonly currentPageUrl: string;
  readonly nextPageToken: string | null;
  readonly nextPageUrl: string | null;
  readonly previousPageToken: string | null;
  readonly previousPageUrl: string | null;
  readonly pageSize: number;
}

/** Reads `pageSize` and `pageToken`. Throws RestError (400). */
export function pageRequest(request: UiRequest, fallbackSize = 50): PageRequest {
  const pageSize = numberParameter(request, "pageSize", fallbackSize, 1, MOST);
  const offset = Number(parameter(request, "pageToken") ?? "0");
  if (!Number.isInteger(offset) || offset < 0 || offset > MOST) {
    throw new RestError(
      400,
      "ILLEGAL_QUERY_PARAMETER_VALUE",
      `pageToken must come from an answer; at most ${MOST} records can be skipped.`,
    );
  }
  return { pageSize, offset };
}

/** `rows` holds up to one more than fits on the page: that one tells that there is a further page. */
export function pageOf<Row>(
  request: UiRequest,
  { pageSize, offset }: PageRequest,
  rows: readonly Row[],
): { page: PageFields; rows: readonly Row[] } {
  const shown = rows.slice(0, pageSize);
  const next = rows.length > pageSize && offset + pageSize <= MOST ? String(offset + pageSize) : null;
  const previous = offset === 0 ? null : String(Math.max(0, offset - pageSize));
  return {
    rows: shown,
    page: {
      count: shown.length,
      currentPageToken: String(offset),
      currentPageUrl: urlOf(request, pageSize, String(offset)),
      nextPageToken: next,
      nextPageUrl: next === null ? null : urlOf(request, pageSize, next),
      previousPageToken: previous,
      previousPageUrl: previous === null ? null : urlOf(request, pageSize, previous),
      pageSize,
    },
  };
}

function urlOf({ path, query }: UiRequest, pageSize: number, token: string): string {
  const others = query.filter(([name]) => name !== "pageSize" && name !== "pageToken");
  const own: [string, string][] = [
    ["pageSize", String(pageSize)],
    ["pageToken", token],
  ];
  const all = new URLSearchParams([...others.map(([name, value]): [string, string] => [name, value]), ...own]);
  return `${path}?${all.toString()}`;
}
