import { api, LightningElement } from "lwc";
import { cellOf, nameOf, type Cell } from "../cells/cells.ts";
import { openEdit } from "../recordModal/recordModal.ts";
import type { ListColumn, ObjectInfo, RecordRepresentation } from "../../../../../salesforce/ui-api/wire.ts";

interface Row {
  readonly key: string;
  readonly number: number;
  readonly name: string;
  readonly canEdit: boolean;
  readonly menuLabel: string;
  readonly cells: readonly {
    readonly key: string;
    readonly label: string;
    readonly cell: Cell;
    readonly isFirst: boolean;
    readonly isRest: boolean;
  }[];
}

/** Records in rows, columns as the org defines them. Events: `sortchange` (`{fieldApiName}`), `deleterecord` (`{recordId, name}`). */
export default class RecordTable extends LightningElement {
  @api label = "";
  @api columns: readonly ListColumn[] = [];
  @api records: readonly RecordRepresentation[] = [];
  @api info: ObjectInfo | null = null;
  /** Field that the rows are sorted by, `-` before it for descending; empty: cannot be sorted. */
  @api sortBy: string | null = null;
  /** Rows have no numbers and no menus. */
  @api isCompact = false;
  @api isSortable = false;

  get hasNumbers(): boolean {
    return !this.isCompact;
  }

  /** Columns stay readable: a narrow window scrolls. */
  get tableStyle(): string {
    return `min-width: ${(this.isCompact ? 0 : 7) + this.columns.length * 7.5}rem`;
  }

  get heads(): readonly {
    key: string;
    label: string;
    sort: string;
    headClass: string;
    icon: string;
    isSortable: boolean;
    title: string;
  }[] {
    const by = this.sortBy ?? "";
    return this.columns.map(({ fieldApiName, label, sortable }) => {
      const isSorted = by.replace(/^-/, "") === fieldApiName;
      const isDescending = isSorted && by.startsWith("-");
      return {
        key: fieldApiName,
        label,
        title: `Sort by ${label}`,
        isSortable: sortable && this.isSortable,
        sort: isSorted ? (isDescending ? "descending" : "ascending") : "none",
        icon: isDescending ? "utility:arrowdown" : "utility:arrowup",
        headClass: `${this.isSortable && sortable ? "slds-is-sortable" : ""}${isSorted ? " slds-is-sorted" : ""}`,
      };
    });
  }

  get rows(): readonly Row[] {
    return this.records.map((record, index) => {
      const name = nameOf(record, this.info);
      const cells = this.columns.map(({ fieldApiName, label, lookupId }, column) => ({
        key: fieldApiName,
        label,
        cell: linked(cellOf(fieldApiName, record, this.info, lookupId), column, record),
        isFirst: column === 0,
        isRest: column > 0,
      }));
      return {
        key: record.id ?? String(index),
        number: index + 1,
        name,
        cells,
        canEdit: this.info?.updateable ?? false,
        menuLabel: `Show actions for ${name}`,
      };
    });
  }

  get objectApiName(): string {
    return this.info?.apiName ?? "";
  }

  handleSort(event: Event): void {
    const fieldApiName = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset["field"] : undefined;
    if (fieldApiName !== undefined) this.dispatchEvent(new CustomEvent("sortchange", { detail: { fieldApiName } }));
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    const { currentTarget } = event;
    const recordId = currentTarget instanceof HTMLElement ? currentTarget.dataset["record"] : undefined;
    const row = this.rows.find(({ key }) => key === recordId);
    if (recordId === undefined || row === undefined) return;
    if (event.detail.value === "edit") openEdit(recordId, this.info?.apiName ?? null);
    else this.dispatchEvent(new CustomEvent("deleterecord", { detail: { recordId, name: row.name } }));
  }
}

/** The first column always leads to its record. */
function linked(cell: Cell, column: number, record: RecordRepresentation): Cell {
  if (column > 0 || cell.kind !== "text" || record.id === null) return cell;
  return { kind: "record", text: cell.text, recordId: record.id, href: `/lightning/r/${record.apiName}/${record.id}/view` };
}
