/** `layouts/<Object>-<Name>.layout-meta.xml`. */
import { fileStem, MetadataError, type MetadataFile } from "../../data/schema/metadata-files.ts";
import type { ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { childrenOf, isTrue, textOf, type XmlElement } from "../../data/schema/xml.ts";
import { columnPath } from "./column-name.ts";
import type { LayoutItemSpec, LayoutSectionSpec, LayoutSpec, RelatedListSpec } from "./layout-spec.ts";

/** Child relationships of the platform's own related lists; null: shown elsewhere (timeline, files, notes) or not at all. */
const STANDARD_LISTS: Readonly<Record<string, string | null>> = {
  RelatedContactList: "Contacts",
  RelatedOpportunityList: "Opportunities",
  RelatedCaseList: "Cases",
  RelatedCaseCommentsList: "CaseComments",
  RelatedActivityList: null,
  RelatedHistoryList: null,
  RelatedEntityHistoryList: null,
  RelatedNoteList: null,
  RelatedAttachmentList: null,
  RelatedFileList: null,
  RelatedContentList: null,
  RelatedEmailMessageList: null,
  RelatedProcessHistoryList: null,
};

/** The object that a layout file is for: its name before the first hyphen. */
export function layoutObject(file: MetadataFile): string {
  return decodeURIComponent(fileStem(file)).split("-", 1)[0] ?? "";
}

/** Throws MetadataError for fields and related lists that the object does not have. */
export function readLayout(schema: Schema, object: ObjectSchema, file: MetadataFile): LayoutSpec {
  const root = file.root();
  return {
    name: decodeURIComponent(fileStem(file)).slice(object.name.length + 1),
    sections: childrenOf(root, "layoutSections")
      .filter((section) => textOf(section, "style") !== "CustomLinks")
      .map((section) => readSection(object, section, file)),
    relatedLists: childrenOf(root, "relatedLists").flatMap((list) => readRelatedList(schema, object, list, file)),
  };
}

function readSection(object: ObjectSchema, section: XmlElement, file: MetadataFile): LayoutSectionSpec {
  return {
    label: textOf(section, "label") ?? "",
    isHeadingShown: isTrue(section, "detailHeading"),
    columns: childrenOf(section, "layoutColumns").map((column) =>
      childrenOf(column, "layoutItems").flatMap((item): LayoutItemSpec[] => {
        if (isTrue(item, "emptySpace")) return [{ field: null, behavior: "Readonly" }];
        const name = textOf(item, "field");
        // Pages, components and links inside a layout are Salesforce Classic's.
        if (name === null) return [];
        const field = object.fields.get(name.toLowerCase());
        if (field === undefined) throw new MetadataError(file.path, item.line, `there is no field ${object.name}.${name}`);
        const behavior = textOf(item, "behavior");
        return [{ field: field.name, behavior: behavior === "Required" || behavior === "Readonly" ? behavior : "Edit" }];
      }),
    ),
  };
}

function readRelatedList(schema: Schema, object: ObjectSchema, list: XmlElement, file: MetadataFile): RelatedListSpec[] {
  const name = textOf(list, "relatedList") ?? "";
  const standard = STANDARD_LISTS[name];
  if (standard === null) return [];
  const [childName = "", field = ""] = name.split(".");
  const relationship = object.children.find((child) =>
    standard === undefined
      ? sameName(schema.object(childName)?.name, child.childObject) && sameName(child.field, field)
      : child.relationshipName === standard,
  );
  const child = schema.object(relationship?.childObject ?? "");
  if (relationship?.relationshipName == null || child === undefined) {
    throw new MetadataError(file.path, list.line, `there is no related list ${name} of ${object.name}`);
  }
  const sort = textOf(list, "sortField");
  return [
    {
      relationship: relationship.relationshipName,
      label: textOf(list, "customLabel"),
      columns: childrenOf(list, "fields").map((column) => columnPath(child, column.text.trim(), file, column.line)),
      sortBy: sort === null ? null : `${textOf(list, "sortOrder") === "Desc" ? "-" : ""}${columnPath(child, sort, file, list.line)}`,
    },
  ];
}

function sameName(left: string | undefined, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase();
}
