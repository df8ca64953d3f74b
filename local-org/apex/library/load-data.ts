/** Test.loadData: inserts the rows of a CSV file that is a static resource. The first line names the fields. */
import { insertRecords } from "../../data/dml/insert-update.ts";
import type { FieldSchema } from "../../data/schema/schema.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import { ApexDate, ApexDatetime, ApexList, Decimal, SObjectRecord, type ApexValue } from "../runtime/values.ts";
import { ObjectToken } from "./schema/tokens.ts";

export function loadData(token: ObjectToken | null, resource: string | null): ApexValue {
  const { object } = requireArgument(token);
  const name = requireArgument(resource);
  const bytes = currentTransaction().org.resources.get(name.toLowerCase());
  if (bytes === undefined) throwApex("System.StringException", `Static Resource not found: ${name}`);
  const [header = [], ...lines] = parseCsv(new TextDecoder().decode(bytes));
  const fields = header.map((text) => {
    const field = object.fields.get(text.trim().toLowerCase());
    return field ?? throwApex("System.StringException", `Invalid field ${text} for ${object.name}`);
  });
  const records = lines.map((cells) => {
    const values = fields.map((field, at) => [field.name, valueOf(field, cells[at] ?? "")] as const);
    return new SObjectRecord(
      object,
      values.filter(([field, value]) => value !== null && field !== "Id"),
    );
  });
  insertRecords(records, { allOrNone: true });
  return new ApexList(`List<${object.name}>`, records);
}

function valueOf(field: FieldSchema, text: string): ApexValue {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  switch (field.apexType) {
    case "Boolean":
      return /^(true|1|yes)$/i.test(trimmed);
    case "Integer":
      return Number.parseInt(trimmed, 10);
    case "Decimal":
    case "Double":
      return Decimal.parse(trimmed);
    case "Date":
      return new ApexDate(Date.parse(trimmed.slice(0, 10)) / 86_400_000);
    case "Datetime":
      return new ApexDatetime(Date.parse(trimmed));
    default:
      return text;
  }
}

/** Cells of each line; quotes may hold commas, line ends and doubled quotes. Empty lines are left out. */
export function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = (): void => {
    cells.push(cell);
    cell = "";
  };
  const endLine = (): void => {
    endCell();
    if (cells.some((one) => one !== "")) lines.push(cells);
    cells = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += char;
        at++;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ",") endCell();
    else if (char === "\n") endLine();
    else if (char !== "\r" && char !== "\uFEFF") cell += char;
  }
  endLine();
  return lines;
}
