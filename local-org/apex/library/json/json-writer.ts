/** Writes JSON, compact or with the platform's line breaks (`"a" : 1`, `[ 1, 2 ]`, `{ }`). */
import { throwApex } from "../../runtime/exceptions.ts";

interface Level {
  readonly isObject: boolean;
  count: number;
  /** A field name was written and waits for its value. */
  named: boolean;
}

export class JsonWriter {
  readonly #pretty: boolean;
  #text = "";
  readonly #levels: Level[] = [];

  constructor(pretty: boolean) {
    this.#pretty = pretty;
  }

  /** What was written so far. */
  get text(): string {
    return this.#text;
  }

  startObject(): void {
    this.#open(true);
  }

  startArray(): void {
    this.#open(false);
  }

  endObject(): void {
    this.#close(true);
  }

  endArray(): void {
    this.#close(false);
  }

  /** Throws System.JSONException outside of an object and when a value is due. */
  field(name: string): void {
    const level = this.#levels.at(-1);
    if (level?.isObject !== true || level.named) throwApex("System.JSONException", "Can not write a field name, expecting a value");
    this.#separate(level);
    this.#text += JSON.stringify(name) + (this.#pretty ? " : " : ":");
    level.named = true;
  }

  string(value: string): void {
    this.raw(JSON.stringify(value));
  }

  /** A value as it stands. Throws System.JSONException where a field name is due. */
  raw(json: string): void {
    this.#beforeValue();
    this.#text += json;
  }

  #open(isObject: boolean): void {
    this.#beforeValue();
    this.#levels.push({ isObject, count: 0, named: false });
    this.#text += isObject ? "{" : "[";
  }

  #close(isObject: boolean): void {
    const level = this.#levels.pop();
    const kind = isObject ? "object" : "array";
    if (level?.isObject !== isObject)
      throwApex(
        "System.JSONException",
        `Current context not an ${kind} but ${level === undefined ? "root" : isObject ? "ARRAY" : "OBJECT"}`,
      );
    if (this.#pretty) this.#text += level.count > 0 && isObject ? this.#lineBreak() : " ";
    this.#text += isObject ? "}" : "]";
  }

  #beforeValue(): void {
    const level = this.#levels.at(-1);
    if (level === undefined) {
      if (this.#text !== "") this.#text += " ";
      return;
    }
    if (level.isObject) {
      if (!level.named) throwApex("System.JSONException", "Can not write value, expecting field name");
      level.named = false;
    } else this.#separate(level);
  }

  #separate(level: Level): void {
    if (level.count++ > 0) this.#text += ",";
    if (this.#pretty) this.#text += level.isObject ? this.#lineBreak() : " ";
  }

  /** Only objects indent. */
  #lineBreak(): string {
    return `\n${"  ".repeat(this.#levels.filter((level) => level.isObject).length)}`;
  }
}
