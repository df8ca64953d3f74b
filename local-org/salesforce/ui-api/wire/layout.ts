/** Layouts, and what forms and record pages get at once. */
import type { ObjectInfo } from "./object-info.ts";
import type { RecordRepresentation } from "./record.ts";

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
