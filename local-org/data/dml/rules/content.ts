/** Files: a new ContentVersion makes its ContentDocument, and a link to the owner and the first publish location. */
import { ApexBlob, type ApexValue } from "../../../apex/runtime/values.ts";
import { requiredFieldMissing } from "../dml-error.ts";
import type { ObjectRules, SaveContext } from "../object-rules.ts";
import type { Row } from "../../store/store.ts";
import { toText } from "../../../apex/runtime/to-string.ts";

export const contentVersionRules: ObjectRules = {
  derived: ["ContentSize", "FileExtension", "FileType", "IsLatest", "VersionNumber", "VersionDataUrl"],
  onNew(values) {
    values.set("IsLatest", true);
  },
  beforeSave(values, { old }, errors) {
    const path = text(values.get("PathOnClient"));
    if (path === null) {
      if (old === null) errors.push(requiredFieldMissing(["PathOnClient"]));
      return;
    }
    const file = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
    const dot = file.lastIndexOf(".");
    const extension = dot > 0 ? file.slice(dot + 1) : null;
    if (text(values.get("Title")) === null) values.set("Title", dot > 0 ? file.slice(0, dot) : file);
    values.set("FileExtension", extension);
    values.set("FileType", extension === null ? "UNKNOWN" : fileType(extension));
    const data = values.get("VersionData") ?? null;
    values.set("ContentSize", data instanceof ApexBlob ? data.bytes.length : 0);
    if (old === null && data === null && text(values.get("ContentUrl")) === null) errors.push(requiredFieldMissing(["VersionData"]));
  },
  afterSave(row, context) {
    if (context.old !== null) return;
    const document = row.get("ContentDocumentId") ?? null;
    if (typeof document === "string") addVersion(row, document, context);
    else addDocument(row, context);
  },
};

export const contentDocumentLinkRules: ObjectRules = {
  onNew(values) {
    if ((values.get("ShareType") ?? null) === null) values.set("ShareType", "V");
    if ((values.get("Visibility") ?? null) === null) values.set("Visibility", "AllUsers");
  },
};

export const contentDistributionRules: ObjectRules = {
  onNew(values) {
    const version = values.get("ContentVersionId") ?? null;
    values.set("DistributionPublicUrl", `https://content.local.org/sfc/p/${toText(version)}`);
    values.set("ContentDownloadUrl", `https://content.local.org/sfc/dist/version/download/${toText(version)}`);
  },
  beforeSave(values, { transaction }) {
    const version = values.get("ContentVersionId") ?? null;
    const row = typeof version === "string" ? transaction.org.store.get(version) : undefined;
    values.set("ContentDocumentId", row?.get("ContentDocumentId") ?? null);
  },
};

function addDocument(row: Row, { transaction: { org, user } }: SaveContext): void {
  const { store } = org;
  const documentId = store.newId("ContentDocument");
  const shared = ["Title", "Description", "FileType", "FileExtension", "ContentSize", "OwnerId"];
  const stamps = ["CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp", "IsDeleted"];
  const document = new Map<string, ApexValue>([["Id", documentId]]);
  for (const field of [...shared, ...stamps]) document.set(field, row.get(field) ?? null);
  document.set("OwnerId", row.get("OwnerId") ?? user.id);
  document.set("LatestPublishedVersionId", row.get("Id") ?? null);
  document.set("PublishStatus", "R");
  store.insert("ContentDocument", document);
  store.update("ContentVersion", new Map([...row, ["ContentDocumentId", documentId], ["VersionNumber", "1"], ["IsLatest", true]]));
  link(row, documentId, document.get("OwnerId") ?? null, "I", org);
  const location = row.get("FirstPublishLocationId") ?? null;
  if (location !== null && location !== document.get("OwnerId")) link(row, documentId, location, "V", org);
}

function link(row: Row, documentId: string, entity: ApexValue, shareType: string, { store }: SaveContext["transaction"]["org"]): void {
  store.insert(
    "ContentDocumentLink",
    new Map<string, ApexValue>([
      ["Id", store.newId("ContentDocumentLink")],
      ["ContentDocumentId", documentId],
      ["LinkedEntityId", entity],
      ["ShareType", shareType],
      ["Visibility", "AllUsers"],
      ["IsDeleted", false],
      ["SystemModstamp", row.get("SystemModstamp") ?? null],
    ]),
  );
}

function addVersion(row: Row, documentId: string, { transaction: { org } }: SaveContext): void {
  const { store } = org;
  const earlier = store
    .table("ContentVersion")
    .lookup("ContentDocumentId", documentId)
    .filter((other) => other.get("Id") !== row.get("Id"));
  for (const version of earlier) {
    if (version.get("IsLatest") === true) store.update("ContentVersion", new Map([...version, ["IsLatest", false]]));
  }
  store.update("ContentVersion", new Map([...row, ["VersionNumber", String(earlier.length + 1)]]));
  const document = store.get(documentId);
  if (document === undefined) return;
  const shared = ["Title", "FileType", "FileExtension", "ContentSize", "LastModifiedDate", "LastModifiedById", "SystemModstamp"];
  const next = new Map(document);
  for (const field of shared) next.set(field, row.get(field) ?? null);
  next.set("LatestPublishedVersionId", row.get("Id") ?? null);
  store.update("ContentDocument", next);
}

function text(value: ApexValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

const FILE_TYPES: Readonly<Partial<Record<string, string>>> = {
  csv: "CSV",
  doc: "WORD",
  docx: "WORD_X",
  gif: "GIF",
  htm: "HTML",
  html: "HTML",
  jpeg: "JPEG",
  jpg: "JPG",
  json: "JSON",
  m4a: "M4A",
  m4v: "M4V",
  mov: "MOV",
  mp3: "MP3",
  mp4: "MP4",
  pdf: "PDF",
  png: "PNG",
  ppt: "POWER_POINT",
  pptx: "POWER_POINT_X",
  svg: "SVG",
  txt: "TEXT",
  wav: "WAV",
  xls: "EXCEL",
  xlsx: "EXCEL_X",
  xml: "XML",
  zip: "ZIP",
};

function fileType(extension: string): string {
  return FILE_TYPES[extension.toLowerCase()] ?? "UNKNOWN";
}
