/** Columns of list views, related lists and search layouts have names of their own in metadata: `FULL_NAME`, `ACCOUNT.PHONE1`. */
import { MetadataError, type MetadataFile } from "../../data/schema/metadata-files.ts";
import type { ObjectSchema } from "../../data/schema/schema.ts";

/** Names that mean the same in every object; `Name` stands for the object's name field. */
const GENERAL: Readonly<Record<string, string>> = {
  NAME: "Name",
  FULL_NAME: "Name",
  "CORE.USERS.ALIAS": "Owner.Alias",
  "CORE.USERS.FULL_NAME": "Owner.Name",
  "CORE.USERS.FIRST_NAME": "Owner.FirstName",
  "CORE.USERS.LAST_NAME": "Owner.LastName",
  "OWNER.ALIAS": "Owner.Alias",
  "OWNER.FULL_NAME": "Owner.Name",
  OWNER_NAME: "Owner.Name",
  CREATED_DATE: "CreatedDate",
  CREATEDBY_USER: "CreatedBy.Name",
  "CREATEDBY_USER.ALIAS": "CreatedBy.Alias",
  "CREATED_BY.ALIAS": "CreatedBy.Alias",
  LAST_UPDATE: "LastModifiedDate",
  UPDATEDBY_USER: "LastModifiedBy.Name",
  "UPDATEDBY_USER.ALIAS": "LastModifiedBy.Alias",
  LAST_ACTIVITY: "LastActivityDate",
  RECORDTYPE: "RecordType.Name",
  DESCRIPTION: "Description",
  EMAIL: "Email",
  PHONE: "Phone",
  TITLE: "Title",
  STATUS: "Status",
  SUBJECT: "Subject",
  PRIORITY: "Priority",
};

const PERSON = {
  TITLE: "Title",
  EMAIL: "Email",
  PHONE1: "Phone",
  PHONE2: "Fax",
  PHONE3: "MobilePhone",
  PHONE4: "HomePhone",
  PHONE5: "OtherPhone",
  MOBILE: "MobilePhone",
  FULL_NAME: "Name",
  NAME: "Name",
  FIRST_NAME: "FirstName",
  LAST_NAME: "LastName",
  CREATED_DATE: "CreatedDate",
};

/** Names after a table's name: `CONTACT.EMAIL`. */
const BY_TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ACCOUNT: {
    NAME: "Name",
    PHONE1: "Phone",
    PHONE2: "Fax",
    TYPE: "Type",
    INDUSTRY: "Industry",
    URL: "Website",
    ADDRESS1_CITY: "BillingCity",
    ADDRESS1_STATE: "BillingState",
    ADDRESS1_COUNTRY: "BillingCountry",
    CREATED_DATE: "CreatedDate",
    LAST_UPDATE: "LastModifiedDate",
    RATING: "Rating",
  },
  CONTACT: PERSON,
  LEAD: { ...PERSON, COMPANY: "Company", STATUS: "Status", STATE: "State", LEAD_SOURCE: "LeadSource" },
  CASES: {
    CASE_NUMBER: "CaseNumber",
    SUBJECT: "Subject",
    STATUS: "Status",
    PRIORITY: "Priority",
    ORIGIN: "Origin",
    TYPE: "Type",
    CREATED_DATE: "CreatedDate",
    CREATED_DATE_DATE_ONLY: "CreatedDate",
    CLOSED: "IsClosed",
  },
  OPPORTUNITY: {
    NAME: "Name",
    STAGE_NAME: "StageName",
    AMOUNT: "Amount",
    CLOSE_DATE: "CloseDate",
    PROBABILITY: "Probability",
    TYPE: "Type",
    CREATED_DATE: "CreatedDate",
    CLOSED: "IsClosed",
    WON: "IsWon",
  },
  TASK: {
    SUBJECT: "Subject",
    STATUS: "Status",
    PRIORITY: "Priority",
    DUE_DATE: "ActivityDate",
    WHO_NAME: "Who.Name",
    WHAT_NAME: "What.Name",
  },
};

/** How another object refers to a table whose columns it shows. */
const RELATIONSHIPS: Readonly<Record<string, string>> = { ACCOUNT: "Account", CONTACT: "Contact", OPPORTUNITY: "Opportunity" };
const OBJECT_OF_TABLE: Readonly<Record<string, string>> = {
  ACCOUNT: "Account",
  CONTACT: "Contact",
  LEAD: "Lead",
  CASES: "Case",
  OPPORTUNITY: "Opportunity",
  TASK: "Task",
};

/** The field path of a column: `Account.Name`. Throws MetadataError for a name that stands for no field of the object. */
export function columnPath(object: ObjectSchema, column: string, file: MetadataFile, line: number): string {
  const direct = object.fields.get(column.toLowerCase());
  if (direct !== undefined) return direct.name;
  const found = tablePath(object, column) ?? GENERAL[column] ?? spanningPath(object, column);
  const path = found === "Name" ? (nameOf(object) ?? found) : found;
  const [first = "", ...rest] = (path ?? "").split(".");
  const isKnown = rest.length === 0 ? object.fields.has(first.toLowerCase()) : object.parents.has(first.toLowerCase());
  if (path === null || !isKnown)
    throw new MetadataError(file.path, line, `the column ${column} is no field of ${object.name} that is known here`);
  return path;
}

function tablePath(object: ObjectSchema, column: string): string | null {
  const [table = "", name = ""] = column.split(".");
  const field = BY_TABLE[table]?.[name];
  if (field === undefined) return null;
  if (OBJECT_OF_TABLE[table] === object.name) return field;
  const relationship = RELATIONSHIPS[table];
  return relationship === undefined ? null : `${relationship}.${field}`;
}

/** `Account.Name`, `Party__r.Phone__c`, and the form of custom lookups in metadata: the reference field itself. */
function spanningPath(object: ObjectSchema, column: string): string | null {
  const [relationship = "", ...rest] = column.split(".");
  const reference = object.parents.get(relationship.toLowerCase());
  return reference?.relationshipName == null || rest.length === 0 ? null : [reference.relationshipName, ...rest].join(".");
}

function nameOf(object: ObjectSchema): string | null {
  return object.fields.get("name")?.name ?? [...object.fields.values()].find(({ isNameField }) => isNameField)?.name ?? null;
}
