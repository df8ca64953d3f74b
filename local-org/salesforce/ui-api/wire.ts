/**
 * What the org's user interface routes answer: the User Interface API (`/services/data/v67.0/ui-api/...`, real paths and
 * shapes) and `/lightning/api/...`. Types only, so that browser code may import them too (`import type`).
 */
export type * from "./wire/layout.ts";
export type * from "./wire/list.ts";
export type * from "./wire/object-info.ts";
export type * from "./wire/page.ts";
export type * from "./wire/record.ts";
export type * from "./wire/related-list.ts";
export type * from "./wire/search.ts";
export type * from "./wire/shell.ts";
export type * from "./wire/softphone.ts";
export type * from "./wire/timeline.ts";
