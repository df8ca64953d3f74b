const ICONS: ReadonlyMap<string, string> = new Map([
  ["Account", "standard:account"],
  ["Case", "standard:case"],
  ["Contact", "standard:contact"],
  ["Lead", "standard:lead"],
  ["Opportunity", "standard:opportunity"],
]);

/** Icon of a record's object; a neutral one for custom objects. */
export function recordIcon(objectApiName: string): string {
  return ICONS.get(objectApiName) ?? "standard:default";
}
