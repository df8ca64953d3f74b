/** Layouts of an object as metadata or the local org's defaults state them. */

export interface LayoutItemSpec {
  /** Null: an empty space. */
  readonly field: string | null;
  readonly behavior: "Edit" | "Required" | "Readonly";
}

export interface LayoutSectionSpec {
  readonly label: string;
  readonly isHeadingShown: boolean;
  /** Column by column, from the top. */
  readonly columns: readonly (readonly LayoutItemSpec[])[];
}

export interface RelatedListSpec {
  /** Name of the child relationship. */
  readonly relationship: string;
  /** Null: the children's plural label. */
  readonly label: string | null;
  /** Field paths. */
  readonly columns: readonly string[];
  /** Field path, `-` before it for descending; null: by name. */
  readonly sortBy: string | null;
}

export interface LayoutSpec {
  readonly name: string;
  readonly sections: readonly LayoutSectionSpec[];
  readonly relatedLists: readonly RelatedListSpec[];
}
