import { api, LightningElement } from "lwc";
import { nameOf } from "../cells/cells.ts";
import { faultOf, type Fault } from "../faults/faults.ts";
import {
  changedValues,
  fieldsOf,
  formSections,
  givenValues,
  missingFields,
  startValues,
  type FormSection,
  type FormValue,
  type FormValues,
} from "../formModel/formModel.ts";
import { closeDialog, goTo, setLeaveGuard } from "../navigation/navigation.ts";
import { org } from "../org/org.ts";
import { createRecord, layoutOf, picklistValues, recordDefaults, recordEditUi, updateRecord } from "../orgApi/orgApi.ts";
import type { DefaultValues, Page } from "../pages/pages.ts";
import { refreshView } from "../refresh/refresh.ts";
import { showToast } from "../toasts/toasts.ts";
import type { ObjectInfo, RecordRepresentation } from "../../../../../salesforce/ui-api/wire.ts";

type DialogPage = Extract<Page, { kind: "new" | "edit" }>;

/** What the open form is about. */
interface Subject {
  readonly info: ObjectInfo;
  /** Null for a new record. */
  readonly recordId: string | null;
  readonly name: string;
}

/** The dialog that creates or edits a record, for the pages `new` and `edit`. */
export default class RecordDialog extends LightningElement {
  subject: Subject | null = null;
  sections: readonly FormSection[] = [];
  values: FormValues = {};
  fault: Fault | null = null;
  saveFault: Fault | null = null;
  fieldErrors: Readonly<Record<string, string>> = {};
  isSaving = false;
  isAsking = false;
  shownPage: DialogPage | null = null;
  #start: FormValues = {};
  #run = 0;
  #leave: () => void = closeDialog;
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#isDirty()) event.preventDefault();
  };

  /** The dialog's page; null: no dialog is open. */
  @api
  get page(): DialogPage | null {
    return this.shownPage;
  }
  set page(page: DialogPage | null) {
    const isSame = page !== null && this.shownPage !== null && JSON.stringify(page) === JSON.stringify(this.shownPage);
    this.shownPage = page;
    if (isSame) return;
    this.isAsking = false;
    if (page === null) this.#run += 1;
    else void this.#load(page);
  }

  override connectedCallback(): void {
    addEventListener("beforeunload", this.#warn);
  }

  override disconnectedCallback(): void {
    removeEventListener("beforeunload", this.#warn);
  }

  async #load(page: DialogPage): Promise<void> {
    const run = ++this.#run;
    this.subject = null;
    this.fault = null;
    this.saveFault = null;
    this.fieldErrors = {};
    this.values = this.#start = {};
    this.isSaving = false;
    try {
      if (page.kind === "new") await this.#prepareNew(page.objectApiName, page.defaults, run);
      else await this.#prepareEdit(page.recordId, run);
    } catch (error) {
      if (run === this.#run) this.fault = faultOf(error);
    }
  }

  async #prepareNew(objectApiName: string, defaults: DefaultValues, run: number): Promise<void> {
    const { layout, objectInfos, record } = await recordDefaults(objectApiName);
    const info = objectInfos[record.apiName];
    if (info === undefined) throw new Error(`The org answered without ${objectApiName}.`);
    const picklists = await picklistValues(record.apiName, record.recordTypeId);
    if (run !== this.#run) return;
    this.#begin(formSections({ layout, info, record, picklists, isNew: true }), { info, recordId: null, name: "" }, record, defaults);
  }

  async #prepareEdit(recordId: string, run: number): Promise<void> {
    const ui = await recordEditUi(recordId);
    const record = Object.values(ui.records).at(0);
    const info = ui.objectInfos[record?.apiName ?? ""];
    if (record === undefined || info === undefined) throw new Error("The org answered without the record.");
    const layout = layoutOf(ui, record, "Full", "Edit");
    if (layout === null) throw new Error(`${info.label} has no layout to edit.`);
    const picklists = await picklistValues(record.apiName, record.recordTypeId);
    if (run !== this.#run) return;
    const sections = formSections({ layout, info, record, picklists, isNew: false });
    this.#begin(sections, { info, recordId, name: nameOf(record, info) }, record, {});
  }

  #begin(sections: readonly FormSection[], subject: Subject, record: RecordRepresentation, defaults: DefaultValues): void {
    this.sections = sections;
    this.#start = startValues(sections, record, defaults);
    this.values = this.#start;
    this.subject = subject;
    setLeaveGuard((leave) => {
      if (!this.#isDirty()) return false;
      this.#leave = leave;
      this.isAsking = true;
      return true;
    });
  }

  #isDirty(): boolean {
    return this.shownPage !== null && !this.isSaving && Object.keys(changedValues(this.#start, this.values)).length > 0;
  }

  get isOpen(): boolean {
    return this.shownPage !== null;
  }

  get isNew(): boolean {
    return this.shownPage?.kind === "new";
  }

  get title(): string {
    if (this.subject === null) return this.isNew ? "New" : "Edit";
    return this.isNew ? `New ${this.subject.info.label}` : `Edit ${this.subject.name}`;
  }

  get isWaiting(): boolean {
    return this.subject === null && this.fault === null;
  }

  get objectApiName(): string {
    return this.subject?.info.apiName ?? "";
  }

  get timeZone(): string {
    return org().session.user.timeZone;
  }

  /** The form with the values and faults of now. */
  get shown(): readonly object[] {
    return this.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({
        ...row,
        rowClass: section.columns > 1 ? "row row_two" : "row",
        cells: row.cells.map((cell) => ({
          ...cell,
          fields: cell.fields.map((field) => ({
            key: field.apiName,
            field,
            value: this.values[field.apiName] ?? null,
            error: this.fieldErrors[field.apiName] ?? "",
          })),
        })),
      })),
    }));
  }

  /** What stands above the form after a refused save. */
  get problems(): readonly { key: number; text: string }[] {
    const { saveFault } = this;
    if (saveFault === null) return [];
    const shown = new Set(fieldsOf(this.sections).map(({ apiName }) => apiName));
    const hidden = saveFault.fields.filter(({ field }) => !shown.has(field)).map(({ label, message }) => `${label}: ${message}`);
    const visible = saveFault.fields.filter(({ field }) => shown.has(field)).map(({ label }) => label);
    const review = visible.length === 0 ? [] : [`Review the following fields: ${[...new Set(visible)].join(", ")}`];
    const all = [...saveFault.recordMessages, ...hidden, ...review];
    return (all.length === 0 ? [saveFault.message] : all).map((text, key) => ({ key, text }));
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  handleFieldChange(event: CustomEvent<{ apiName: string; value: FormValue }>): void {
    const { apiName, value } = event.detail;
    this.values = { ...this.values, [apiName]: value };
    if (this.fieldErrors[apiName] !== undefined) {
      this.fieldErrors = Object.fromEntries(Object.entries(this.fieldErrors).filter(([field]) => field !== apiName));
    }
  }

  handleClose(): void {
    if (this.isSaving) return;
    if (this.#isDirty()) {
      this.#leave = closeDialog;
      this.isAsking = true;
    } else closeDialog();
  }

  handleCancel(): void {
    closeDialog();
  }

  handleKeepEditing(): void {
    this.isAsking = false;
  }

  handleDiscard(): void {
    this.isAsking = false;
    this.#leave();
  }

  handleRetry(): void {
    if (this.shownPage !== null) void this.#load(this.shownPage);
  }

  handleSave(): void {
    void this.#save(false);
  }

  handleSaveAndNew(): void {
    void this.#save(true);
  }

  async #save(isAnother: boolean): Promise<void> {
    const { subject } = this;
    if (subject === null || this.isSaving) return;
    const missing = missingFields(this.sections, this.values);
    if (missing.length > 0) {
      this.#refuse({
        message: "Complete the required fields.",
        recordMessages: [],
        fields: missing.map(({ apiName, label }) => ({ field: apiName, label, message: "Complete this field." })),
        status: null,
      });
      return;
    }
    this.isSaving = true;
    this.saveFault = null;
    this.fieldErrors = {};
    try {
      if (subject.recordId === null) await this.#create(subject, isAnother);
      else await this.#update(subject, subject.recordId);
    } catch (error) {
      this.isSaving = false;
      this.#refuse(faultOf(error));
    }
  }

  async #create({ info }: Subject, isAnother: boolean): Promise<void> {
    const record = await createRecord({ apiName: info.apiName, fields: givenValues(this.values) });
    const recordId = record.id ?? "";
    const name = nameOf(record, info);
    const href = `/lightning/r/${info.apiName}/${recordId}/view`;
    showToast({
      title: "",
      message: `${info.label} {0} was created.`,
      messageData: [{ url: href, label: `“${name === recordId ? info.label : name}”` }],
      variant: "success",
    });
    if (isAnother) {
      refreshView();
      if (this.shownPage !== null) await this.#load(this.shownPage);
      return;
    }
    // An activity shows up on the record that it was made for; anything else opens.
    if (info.apiName === "Task" || info.apiName === "Event") closeDialog();
    else goTo({ kind: "record", objectApiName: info.apiName, recordId }, { replace: true, force: true });
    refreshView();
  }

  async #update({ info, name }: Subject, recordId: string): Promise<void> {
    const changes = changedValues(this.#start, this.values);
    if (Object.keys(changes).length > 0) await updateRecord(recordId, { fields: changes });
    showToast({ title: `${info.label} “${name}” was saved.`, variant: "success" });
    closeDialog();
    refreshView();
  }

  #refuse(fault: Fault): void {
    this.saveFault = fault;
    this.fieldErrors = Object.fromEntries(fault.fields.map(({ field, message }) => [field, message]));
  }
}
