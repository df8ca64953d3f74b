/**
 * What the org's user interface routes answer: the User Interface API (`/services/data/v67.0/ui-api/...`, real paths and
 * shapes) and `/lightning/api/...`. Types only, so that browser code may import them too (`import type`).
 */

/* ---- records ---- */

/** A field of a record. `displayValue` is null where the value itself is what people read (text, checkbox) and for no value. */
export interface FieldValue {
  readonly value: null | boolean | number | string | RecordRepresentation;
  readonly displayValue: string | null;
}

export interface RecordTypeInfo {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly developerName: string | null;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

/** A record. A field that spans a relationship stands nested: `fields.Account.value.fields.Name`. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Null in record defaults. */
  readonly id: string | null;
  readonly lastModifiedById: string | null;
  /** ISO 8601, UTC. */
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string;
  /** Null for an object without record types. */
  readonly recordTypeInfo: RecordTypeInfo | null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}

/** Body of POST (`apiName` and `fields`) and PATCH (`fields`) records; `allowSaveOnDuplicate` is accepted. */
export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, null | boolean | number | string>>;
  readonly allowSaveOnDuplicate?: boolean;
}

/** `GET records/batch/{ids}`. */
export interface BatchRepresentation<T> {
  readonly hasErrors: boolean;
  readonly results: readonly { readonly statusCode: number; readonly result: T | readonly UiApiError[] }[];
}

/* ---- errors ---- */

export interface UiApiFieldError {
  readonly constituentField: string | null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string;
  readonly fieldLabel: string;
  readonly message: string;
}

export interface UiApiRecordError {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: null;
  readonly fieldLabel: null;
  readonly message: string;
}

/** One item of an error answer (a list of one). `output` comes with refused writes. */
export interface UiApiError {
  readonly errorCode: string;
  readonly message: string;
  readonly enhancedErrorType?: "RecordError";
  readonly output?: {
    readonly errors: readonly UiApiRecordError[];
    readonly fieldErrors: Readonly<Record<string, readonly UiApiFieldError[]>>;
  };
}

/* ---- object info ---- */

export type DataType =
  | "Address"
  | "AnyType"
  | "Base64"
  | "Boolean"
  | "ComboBox"
  | "Currency"
  | "Date"
  | "DateTime"
  | "Double"
  | "Email"
  | "EncryptedString"
  | "Int"
  | "Location"
  | "Long"
  | "MultiPicklist"
  | "Percent"
  | "Phone"
  | "Picklist"
  | "Reference"
  | "String"
  | "TextArea"
  | "Time"
  | "Url";

export interface ReferenceToInfo {
  readonly apiName: string;
  readonly nameFields: readonly string[];
}

export interface FieldInfo {
  readonly apiName: string;
  readonly calculated: boolean;
  /** The field is made of parts (`Name` of a person, `MailingAddress`). */
  readonly compound: boolean;
  /** `FirstName`, `City` ...: the part that this field is; null: none. */
  readonly compoundComponentName: string | null;
  /** `Name`, `MailingAddress`: the compound field that this field is part of; null: none. */
  readonly compoundFieldName: string | null;
  readonly controllerName: string | null;
  readonly controllingFields: readonly string[];
  readonly createable: boolean;
  readonly custom: boolean;
  readonly dataType: DataType;
  readonly extraTypeInfo:
    "ExternalLookup" | "IndirectLookup" | "PersonName" | "PlainTextArea" | "RichTextArea" | "SwitchablePersonName" | null;
  readonly externalId: boolean;
  readonly filterable: boolean;
  readonly filteredLookupInfo: null;
  readonly highScaleNumber: boolean;
  readonly htmlFormatted: boolean;
  readonly inlineHelpText: string | null;
  readonly label: string;
  readonly length: number;
  readonly maskType: null;
  readonly nameField: boolean;
  readonly polymorphicForeignKey: boolean;
  readonly precision: number;
  readonly reference: boolean;
  readonly referenceTargetField: string | null;
  readonly referenceToInfos: readonly ReferenceToInfo[];
  readonly relationshipName: string | null;
  readonly required: boolean;
  readonly scale: number;
  readonly searchPrefilterable: boolean;
  readonly sortable: boolean;
  readonly unique: boolean;
  readonly updateable: boolean;
}

export interface ChildRelationshipInfo {
  readonly childObjectApiName: string;
  readonly fieldName: string;
  readonly junctionIdListNames: readonly string[];
  readonly junctionReferenceTo: readonly string[];
  readonly relationshipName: string;
}

/** `iconUrl` ends in `/standard/<name>_120.png` or `/custom/<name>_120.png`, as on the platform: `standard:<name>` is its SLDS icon. */
export interface ThemeInfo {
  /** Six hexadecimal digits without `#`. */
  readonly color: string;
  readonly iconUrl: string;
}

/** `GET object-info/{Object}`; the list of objects (`GET object-info`) is `{objects: {<api name>: {apiName, label, ...}}}`. */
export interface ObjectInfo {
  readonly apiName: string;
  readonly associateEntityType: null;
  readonly associateParentEntity: null;
  readonly childRelationships: readonly ChildRelationshipInfo[];
  readonly compactLayoutable: boolean;
  readonly createable: boolean;
  readonly custom: boolean;
  readonly defaultRecordTypeId: string;
  readonly deletable: boolean;
  readonly dependentFields: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly feedEnabled: boolean;
  /** By API name. */
  readonly fields: Readonly<Record<string, FieldInfo>>;
  readonly keyPrefix: string | null;
  readonly label: string;
  readonly labelPlural: string;
  readonly layoutable: boolean;
  readonly mruEnabled: boolean;
  readonly nameFields: readonly string[];
  readonly queryable: boolean;
  readonly recordTypeInfos: Readonly<Record<string, RecordTypeInfo>>;
  readonly searchable: boolean;
  readonly searchLayoutable: boolean;
  readonly themeInfo: ThemeInfo;
  readonly updateable: boolean;
}

export interface PicklistValueRepresentation {
  readonly attributes: null;
  readonly label: string;
  /** Indexes of controlling values for which this value is valid. */
  readonly validFor: readonly number[];
  readonly value: string;
}

export interface PicklistValues {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: PicklistValueRepresentation | null;
  readonly eTag: string;
  readonly url: string;
  readonly values: readonly PicklistValueRepresentation[];
}

/** `GET object-info/{Object}/picklist-values/{recordTypeId}`. */
export interface PicklistValuesCollection {
  readonly eTag: string;
  readonly picklistFieldValues: Readonly<Record<string, PicklistValues>>;
}

/* ---- layouts ---- */

export type LayoutType = "Full" | "Compact";
export type LayoutMode = "View" | "Edit" | "Create";

export interface LayoutComponent {
  /** Null for an empty space. */
  readonly apiName: string | null;
  readonly componentType: "Field" | "EmptySpace";
  readonly label: string | null;
}

/** A field, or several shown as one: `CreatedById` and `CreatedDate`, the parts of a person's name, the parts of an address. */
export interface LayoutItem {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly LayoutComponent[];
  /** `WhoId` for what shows as `Who`; null: no lookup. */
  readonly lookupIdApiName: string | null;
  readonly required: boolean;
  readonly sortable: boolean;
}

export interface LayoutSection {
  readonly collapsible: boolean;
  readonly columns: number;
  readonly heading: string;
  readonly id: string;
  /** Every row has as many items as there are columns. */
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItem[] }[];
  readonly rows: number;
  readonly useHeading: boolean;
}

/** `GET layout/{Object}?layoutType=&mode=&recordTypeId=`. */
export interface Layout {
  readonly eTag: string;
  readonly id: string;
  readonly layoutType: LayoutType;
  readonly mode: LayoutMode;
  readonly objectApiName: string;
  readonly recordTypeId: string;
  readonly saveOptions: readonly never[];
  readonly sections: readonly LayoutSection[];
}

/** `GET record-ui/{ids}?layoutTypes=&modes=`. */
export interface RecordUi {
  readonly eTag: string;
  readonly layoutUserStates: Readonly<Record<string, never>>;
  /** By object, record type id, layout type, mode. */
  readonly layouts: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Layout>>>>>>>>;
  readonly objectInfos: Readonly<Record<string, ObjectInfo>>;
  readonly records: Readonly<Record<string, RecordRepresentation>>;
}

/** `GET record-defaults/create/{Object}`. */
export interface RecordDefaults {
  readonly layout: Layout;
  readonly objectInfos: Readonly<Record<string, ObjectInfo>>;
  readonly record: RecordRepresentation;
}

/* ---- list views ---- */

export interface ListReference {
  readonly id: string;
  readonly listViewApiName: string;
  readonly objectApiName: string;
  readonly type: "listView";
}

export interface ListColumn {
  /** May span: `Account.Name`. */
  readonly fieldApiName: string;
  readonly label: string;
  /** `AccountId` for `Account.Name`: what the cell links to; null: nothing. */
  readonly lookupId: string | null;
  readonly sortable: boolean;
}

/** `GET list-info/{Object}/{listViewApiName}` or `/{listViewId}`. */
export interface ListInfo {
  readonly cloneable: boolean;
  readonly createable: boolean;
  readonly deletable: boolean;
  readonly displayColumns: readonly ListColumn[];
  readonly eTag: string;
  readonly filterLogicString: string | null;
  readonly filteredByInfo: readonly {
    readonly fieldApiName: string;
    readonly label: string;
    readonly operandLabels: readonly string[];
    readonly operator: string;
  }[];
  readonly label: string;
  readonly listReference: ListReference;
  readonly orderedByInfo: readonly { readonly fieldApiName: string; readonly isAscending: boolean; readonly label: string }[];
  readonly updateable: boolean;
  readonly userPreferences: {
    readonly columnWidths: Readonly<Record<string, number>>;
    readonly columnWrap: Readonly<Record<string, boolean>>;
  };
  readonly visibility: "Private" | "Public";
  readonly visibilityEditable: boolean;
}

interface Page {
  readonly count: number;
  readonly currentPageToken: string;
  readonly currentPageUrl: string;
  /** Null: no further page. */
  readonly nextPageToken: string | null;
  readonly nextPageUrl: string | null;
  readonly previousPageToken: string | null;
  readonly previousPageUrl: string | null;
}

/** `GET list-records/{Object}/{listViewApiName}?fields=&optionalFields=&pageSize=&pageToken=&sortBy=`. */
export interface ListRecords extends Page {
  readonly fields: readonly string[];
  readonly listInfoETag: string;
  readonly listReference: ListReference;
  readonly optionalFields: readonly string[];
  readonly pageSize: number;
  readonly records: readonly RecordRepresentation[];
  readonly searchTerm: string | null;
  readonly sortBy: readonly string[];
}

/** `GET list-ui/{Object}/{listViewApiName}`. */
export interface ListUi {
  readonly eTag: string;
  readonly info: ListInfo;
  readonly records: ListRecords;
}

/** `GET list-info/{Object}` and `GET list-ui/{Object}`: the lists of an object. */
export interface ListSummaryCollection extends Page {
  readonly eTag: string;
  readonly lists: readonly {
    readonly apiName: string;
    readonly id: string;
    readonly label: string;
    readonly listUiUrl: string;
    /** Not on the platform: the built-in list "Recently Viewed". */
    readonly isRecentlyViewed: boolean;
  }[];
  readonly objectApiName: string;
  readonly pageSize: number;
}

/* ---- related lists ---- */

export interface RelatedListSummary {
  readonly entityLabel: string;
  readonly entityLabelPlural: string;
  readonly fieldApiName: string;
  readonly label: string;
  readonly objectApiName: string;
  /** Name of the child relationship. */
  readonly relatedListId: string;
  readonly relatedListInfoUrl: string;
  readonly themeInfo: ThemeInfo;
}

/** `GET related-list-info/{parentObject}`: in the order of the layout. Activities are not in it: the timeline shows them. */
export interface RelatedListSummaryCollection {
  readonly eTag: string;
  readonly parentObjectApiName: string;
  readonly parentRecordTypeId: string;
  readonly relatedLists: readonly RelatedListSummary[];
}

export interface RelatedListReference {
  readonly inContextOfRecordId: string | null;
  readonly parentObjectApiName: string;
  readonly recordTypeId: string;
  readonly relatedListId: string;
  readonly type: "relatedList";
}

/** `GET related-list-info/{parentObject}/{relatedListId}`. */
export interface RelatedListInfo {
  readonly createable: boolean;
  readonly displayColumns: readonly ListColumn[];
  readonly eTag: string;
  readonly fieldApiName: string;
  readonly label: string;
  readonly listReference: RelatedListReference;
  readonly objectApiNames: readonly string[];
  readonly orderedByInfo: ListInfo["orderedByInfo"];
}

/** `GET related-list-records/{parentRecordId}/{relatedListId}?fields=&optionalFields=&pageSize=&pageToken=&sortBy=`. */
export interface RelatedListRecords extends Page {
  readonly fields: readonly string[];
  readonly listInfoETag: string;
  readonly listReference: RelatedListReference;
  readonly optionalFields: readonly string[];
  readonly pageSize: number;
  readonly records: readonly RecordRepresentation[];
  readonly sortBy: readonly string[];
}

/** `GET related-list-count/{parentRecordId}/{relatedListId}`. */
export interface RelatedListCount {
  readonly count: number;
  readonly hasMore: boolean;
  readonly listReference: RelatedListReference;
}

/* ---- lookups and search ---- */

/** `GET lookups/{Object}/{field}[/{targetObject}]?q=&searchType=Search|TypeAhead|Recent&pageSize=`: by target object. */
export interface LookupResults {
  readonly lookupResults: Readonly<Record<string, LookupValues>>;
}

export interface LookupValues extends Page {
  readonly eTag: string;
  readonly records: readonly RecordRepresentation[];
}

/** `GET`/`POST /services/data/v67.0/parameterizedSearch?q=&sobject=&Account.fields=Id,Name&in=&overallLimit=`. */
export interface SearchAnswer {
  readonly searchRecords: readonly SearchRecord[];
}

export interface SearchRecord {
  readonly attributes: { readonly type: string; readonly url: string };
  readonly Id: string;
  readonly [field: string]: unknown;
}

/** `GET /lightning/api/search?q=&objects=Account,Contact`: global search, grouped by object in the order of relevance. */
export interface GlobalSearch {
  readonly term: string;
  readonly groups: readonly {
    readonly objectApiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly themeInfo: ThemeInfo;
    readonly displayColumns: readonly ListColumn[];
    readonly records: readonly RecordRepresentation[];
    readonly hasMore: boolean;
  }[];
}

/* ---- /lightning/api ---- */

export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly profile: string | null;
  /** IANA name, used to show times. */
  readonly timeZone: string;
  /** `en_US`. */
  readonly locale: string;
  readonly language: string;
  readonly isAdministrator: boolean;
}

/** `GET /lightning/api/session`. */
export interface Session {
  readonly user: SessionUser;
  /** Active people, by name, to log in as: `/local/login?user=<username>`. */
  readonly users: readonly Pick<SessionUser, "id" | "name" | "username" | "email" | "profile">[];
  readonly org: { readonly id: string; readonly name: string; readonly namespace: string | null; readonly isSandbox: boolean };
}

export interface AppTab {
  readonly developerName: string;
  readonly label: string;
  readonly type: "home" | "object" | "flexipage" | "lwc" | "visualforce" | "web";
  /** Of an object tab. */
  readonly objectApiName: string | null;
  /** Of a web tab, or `/apex/<Page>`. */
  readonly url: string | null;
  /** `c:myComponent` of a tab made of a Lightning web component; name of the page for a Lightning page. */
  readonly target: string | null;
  /** `standard:account`, `custom:custom9`. */
  readonly icon: string;
}

export interface UtilityItem {
  /** The item's place in its bar: `0`, `1`. */
  readonly id: string;
  /** `opencti:softPhone` or `c:myComponent`. */
  readonly component: string;
  readonly label: string;
  /** SLDS utility icon without its prefix: `call`. */
  readonly icon: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly scrollable: boolean;
  /** Starts with the app. */
  readonly eager: boolean;
  /** No item in the bar: works in the background. */
  readonly isBackground: boolean;
  readonly properties: Readonly<Record<string, string>>;
}

export interface App {
  readonly developerName: string;
  readonly label: string;
  readonly description: string;
  readonly navType: "Standard" | "Console";
  /** `#RRGGBB`. */
  readonly headerColor: string;
  readonly tabs: readonly AppTab[];
  readonly utilityItems: readonly UtilityItem[];
  readonly utilityAlignment: "Left" | "Right";
}

/** `GET /lightning/api/apps`: the project's apps, then the built-in ones. `allTabs` = what the app launcher lists. */
export interface Apps {
  readonly apps: readonly App[];
  readonly allTabs: readonly AppTab[];
}

export interface FlexiPageComponent {
  /** `force:detailPanel`, `c:myComponent`. */
  readonly component: string;
  readonly identifier: string | null;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

/** `GET /lightning/api/flexipage/<name>`. */
export interface FlexiPage {
  readonly developerName: string;
  readonly label: string;
  readonly type: string;
  readonly template: string;
  readonly objectApiName: string | null;
  readonly regions: readonly {
    readonly name: string;
    readonly type: string;
    readonly mode: string | null;
    readonly items: readonly FlexiPageComponent[];
  }[];
}

export interface TimelineReference {
  readonly id: string;
  readonly name: string;
  readonly objectApiName: string;
}

export interface TimelineItem {
  readonly id: string;
  readonly objectApiName: "Task" | "Event" | "EmailMessage";
  readonly kind: "call" | "task" | "event" | "email";
  readonly subject: string;
  /** What decides the place: activity date of a task (`2026-11-02`), start of an event (ISO 8601, UTC); null: no due date. */
  readonly date: string | null;
  /** As people read it, in the user's zone: `Today`, `Nov 2, 2026`, `9:00 AM | Today`; null: no date. */
  readonly displayDate: string | null;
  readonly isClosed: boolean;
  readonly isOverdue: boolean;
  readonly owner: TimelineReference | null;
  readonly who: TimelineReference | null;
  readonly what: TimelineReference | null;
  readonly description: string | null;
  /**
   * Every other fact that it carries, custom fields included, in words: `{label: "Call Duration", value: "75"}`. No empty fields,
   * no unticked checkboxes. `recordId`: where a lookup leads; null: no lookup.
   */
  readonly details: readonly {
    readonly apiName: string;
    readonly label: string;
    readonly dataType: DataType;
    readonly value: string;
    readonly recordId: string | null;
  }[];
}

/** `GET /lightning/api/timeline/<recordId>`: upcoming = open, soonest first; past = closed, newest first. */
export interface Timeline {
  readonly upcoming: readonly TimelineItem[];
  readonly past: readonly TimelineItem[];
}

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
