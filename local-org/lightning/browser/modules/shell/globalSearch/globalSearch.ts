import { LightningElement } from "lwc";
import type { ComboboxOption } from "../combobox/combobox.ts";
import { cellOf, nameOf } from "../cells/cells.ts";
import { iconNameOf } from "../icons/icons.ts";
import { goTo } from "../navigation/navigation.ts";
import { globalSearch } from "../orgApi/orgApi.ts";
import { org } from "../org/org.ts";
import { recentRecords } from "../recents/recents.ts";
import type { GlobalSearch as Answer } from "../../../../../salesforce/ui-api/wire.ts";

const MOST_OPTIONS = 8;

/** The search box of the header: recent records first, found records while typing, Enter for all results. */
export default class GlobalSearch extends LightningElement {
  options: readonly ComboboxOption[] = [];
  isLoading = false;
  term = "";
  emptyText = "No results";
  #run = 0;

  async handleSearch(event: CustomEvent<{ text: string }>): Promise<void> {
    const run = ++this.#run;
    const { text } = event.detail;
    this.term = text;
    if (text.length < 2) {
      this.isLoading = false;
      this.emptyText = "Search for people, accounts and other records";
      this.options = recentRecords(localStorage, org().session.user.id)
        .slice(0, MOST_OPTIONS)
        .map(({ recordId, objectApiName, label, icon }) => ({ id: recordId, label, detail: objectApiName, icon }));
      return;
    }
    this.isLoading = true;
    try {
      const answer = await globalSearch(text);
      if (run === this.#run) this.#take(answer);
    } catch {
      // Enter still leads to the results page, which says what is wrong.
      if (run === this.#run) this.#take({ term: text, groups: [] });
    } finally {
      if (run === this.#run) this.isLoading = false;
    }
  }

  #take({ groups }: Answer): void {
    this.emptyText = "No records found";
    this.options = groups
      .flatMap(({ label, themeInfo, displayColumns, records }) =>
        records.map((record) => {
          const column = displayColumns[1];
          const cell = column === undefined ? null : cellOf(column.fieldApiName, record, null, column.lookupId);
          const extra = cell === null || !("text" in cell) ? "" : ` • ${cell.text}`;
          return { id: record.id ?? "", label: nameOf(record), detail: label + extra, icon: iconNameOf(themeInfo.iconUrl) };
        }),
      )
      .slice(0, MOST_OPTIONS);
  }

  handlePick(event: CustomEvent<{ id: string }>): void {
    this.term = "";
    goTo({ kind: "record", objectApiName: null, recordId: event.detail.id });
  }

  handleSubmit(event: CustomEvent<{ text: string }>): void {
    goTo({ kind: "search", term: event.detail.text });
  }
}
