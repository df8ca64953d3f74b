/** ApexPages.StandardController: the record of a page, and what its buttons do. */
import { deleteRecords } from "../../data/dml/delete-undelete.ts";
import { insertRecords, updateRecords } from "../../data/dml/insert-update.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { ApexException, requireArgument } from "../runtime/exceptions.ts";
import { PlatformObject, type SObjectRecord } from "../runtime/values.ts";
import { addErrorMessage, PageReference } from "./page-reference.ts";

const ALL_OR_NONE = { allOrNone: true };

class StandardController extends PlatformObject {
  readonly apexType = "ApexPages.StandardController";
  readonly record: SObjectRecord;

  constructor(record: SObjectRecord) {
    super();
    this.record = record;
  }

  /** The record's page; of a record that is not saved, the start page of its object. */
  page(suffix = ""): PageReference {
    const { id, schema } = this.record;
    return new PageReference(id === null ? `/${schema.keyPrefix ?? ""}/o` : `/${id}${suffix}`);
  }

  save(): PageReference | null {
    const write = this.record.id === null ? insertRecords : updateRecords;
    return shown(() => write([this.record], ALL_OR_NONE)) ? this.page() : null;
  }

  delete(): PageReference | null {
    const isDone = shown(() => deleteRecords([this.record], ALL_OR_NONE));
    return isDone ? new PageReference(`/${this.record.schema.keyPrefix ?? ""}/o`) : null;
  }
}

/** What refuses the record becomes a message of the page, which stays. */
function shown(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    addErrorMessage(error);
    return false;
  }
}

definePlatformClass("ApexPages.StandardController", {
  constructors: { "(SObject)": (record: SObjectRecord | null) => new StandardController(requireArgument(record)) },
  members: {
    "getId()": (self: StandardController) => self.record.id,
    "getRecord()": (self: StandardController) => self.record,
    // Fields are added to the query of the page; a test gives the record with its fields.
    "addFields(List<String>)": () => null,
    "view()": (self: StandardController) => self.page(),
    "edit()": (self: StandardController) => self.page("/e"),
    "cancel()": (self: StandardController) => self.page(),
    "save()": (self: StandardController) => self.save(),
    "delete()": (self: StandardController) => self.delete(),
  },
});
