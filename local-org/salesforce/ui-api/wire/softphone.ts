/** Call center and softphone. */

export type CallKind = "Internal" | "Inbound" | "Outbound";

/**
 * `PopToEntity`: the record (single match), or with no match a new record of the object in `screenPopData`; `PopToSearch`: the
 * search page; `PopToVisualforce`: the page in `screenPopData`.
 */
export interface ScreenPopSetting {
  readonly screenPopType: "DoNotPop" | "PopToEntity" | "PopToSearch" | "PopToVisualforce";
  readonly screenPopData?: string;
}

export interface ScreenPopSettings {
  readonly screenPopsOpenWithin: "ExistingWindow" | "NewWindow";
  readonly NoMatch: ScreenPopSetting;
  readonly SingleMatch: ScreenPopSetting;
  readonly MultipleMatches: ScreenPopSetting;
}

/** One call type's part of `getSoftphoneLayout`. `objects`: by object, the fields shown: `[{displayName, apiName}]`. */
export interface SoftphoneLayoutPart {
  readonly callRelatedFields: readonly ("ANI" | "DNIS" | "SEGMENT" | "QUEUE")[];
  readonly objects: Readonly<Record<string, readonly { readonly displayName: string; readonly apiName: string }[]>>;
  /** Internal and outbound calls do not pop: only `screenPopsOpenWithin`. */
  readonly screenPopSettings: Partial<ScreenPopSettings> & Pick<ScreenPopSettings, "screenPopsOpenWithin">;
}

/** `GET`/`PUT /lightning/api/softphone-layout` and the answer of Open CTI's `getSoftphoneLayout`. */
export type SoftphoneLayout = Readonly<Record<CallKind, SoftphoneLayoutPart>>;

/** `GET /lightning/api/call-center`; null for a user without a call center. */
export interface CallCenter {
  readonly name: string;
  readonly internalName: string;
  /** `"/section/item"` -> value: what Open CTI's `getCallCenterSettings` gives. */
  readonly settings: Readonly<Record<string, string>>;
  readonly adapterUrl: string;
  readonly standbyUrl: string | null;
  /** Milliseconds until the standby page replaces a silent adapter; null: never. */
  readonly timeoutMs: number | null;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The adapter is made for Lightning Experience (`reqSalesforceCompatibilityMode`). */
  readonly supportsLightning: boolean;
  readonly softphoneLayout: SoftphoneLayout;
}

/** Body of `POST /lightning/api/softphone-search`. At least one of `searchParams` and `queryParams` says what to look for. */
export interface SoftphoneSearchRequest {
  readonly searchParams?: string | null;
  /** For a pop to a Visualforce page or flow: `key=value&...`. */
  readonly queryParams?: string | null;
  readonly params?: Readonly<Record<string, unknown>> | null;
  readonly defaultFieldValues?: Readonly<Record<string, unknown>> | null;
  readonly callType?: string | null;
}

/** What Open CTI's `screenPop` takes. */
export interface ScreenPop {
  readonly type: "SOBJECT" | "URL" | "OBJECTHOME" | "LIST" | "SEARCH" | "NEW_RECORD_MODAL" | "FLOW";
  readonly params: Readonly<Record<string, unknown>>;
}

export interface SoftphoneSearchAnswer {
  /** By record id: `Id`, `Name`, `LastModifiedDate`, `RecordType` (its object), and the layout's fields. */
  readonly matches: Readonly<Record<string, Readonly<Record<string, string | number | boolean | null>>>>;
  /** Null: nothing pops. */
  readonly screenPop: ScreenPop | null;
}
