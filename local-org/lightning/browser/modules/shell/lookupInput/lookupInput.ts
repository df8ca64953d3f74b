import { api, LightningElement } from "lwc";
import type { ComboboxOption } from "../combobox/combobox.ts";
import { nameOf } from "../cells/cells.ts";
import { faultOf } from "../faults/faults.ts";
import { iconNameOf } from "../icons/icons.ts";
import { objectInfoOf } from "../objectInfos/objectInfos.ts";
import { lookup, recordNames } from "../orgApi/orgApi.ts";

/** A lookup field: type to search the objects that it may name. Event `change` (`{value}`: id or null). */
export default class LookupInput extends LightningElement {
  @api label = "";
  @api objectApiName = "";
  @api fieldApiName = "";
  @api isRequired = false;
  @api isDisabled = false;
  @api error = "";
  @api help = "";
  text = "";
  icon = "standard:record";
  options: readonly ComboboxOption[] = [];
  isLoading = false;
  emptyText = "No results";
  problem = "";
  #value: string | null = null;
  #chosen = "";
  #run = 0;

  /** Id of the named record. */
  @api
  get value(): string | null {
    return this.#value;
  }
  set value(value: string | null) {
    if (value === this.#value) return;
    this.#value = value;
    if (value === null) this.#show("");
    else void this.#readName(value);
  }

  /** Name of the record, where it is known. */
  @api
  get displayText(): string {
    return this.#chosen;
  }
  set displayText(text: string) {
    if (text !== "") this.#show(text);
  }

  #show(text: string): void {
    this.#chosen = text;
    this.text = text;
  }

  async #readName(id: string): Promise<void> {
    if (this.#chosen !== "") return;
    try {
      const name = await recordNames([id]);
      if (this.#value === id && this.text === "") this.#show(name.get(id) ?? id);
    } catch {
      if (this.#value === id) this.#show(id);
    }
  }

  get placeholder(): string {
    return "Search...";
  }

  get message(): string {
    return this.error === "" ? this.problem : this.error;
  }

  async handleSearch(event: CustomEvent<{ text: string }>): Promise<void> {
    const run = ++this.#run;
    const { text } = event.detail;
    this.text = text;
    this.isLoading = true;
    const isSearch = text.length >= 2 && text !== this.#chosen;
    this.emptyText = isSearch ? "No results" : "Type at least two characters to search";
    try {
      const { lookupResults } = await lookup(this.objectApiName, this.fieldApiName, isSearch ? text : "");
      const options = await Promise.all(
        Object.entries(lookupResults).map(async ([objectApiName, { records }]) => {
          const info = await objectInfoOf(objectApiName);
          return records.map((record) => ({
            id: record.id ?? "",
            label: nameOf(record, info),
            detail: info.label,
            icon: iconNameOf(info.themeInfo.iconUrl),
          }));
        }),
      );
      if (run === this.#run) this.options = options.flat();
    } catch (error) {
      if (run !== this.#run) return;
      this.options = [];
      this.problem = faultOf(error).message;
    } finally {
      if (run === this.#run) this.isLoading = false;
    }
  }

  handlePick(event: CustomEvent<{ id: string }>): void {
    const option = this.options.find(({ id }) => id === event.detail.id);
    if (option === undefined) return;
    this.problem = "";
    this.#value = option.id;
    this.#show(option.label);
    this.#tell();
  }

  handleClear(): void {
    this.problem = "";
    this.#value = null;
    this.#show("");
    this.#tell();
  }

  /** Text that names nothing is not kept. */
  handleLeave(event: CustomEvent<{ text: string }>): void {
    this.#run += 1;
    this.isLoading = false;
    const { text } = event.detail;
    if (text === this.#chosen) return;
    if (text === "") this.handleClear();
    else this.problem = "Select an option from the picklist or remove the search term.";
    this.text = text;
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent("change", { detail: { value: this.#value } }));
  }
}
