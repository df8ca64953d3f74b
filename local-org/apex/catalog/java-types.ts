/**
 * Java signatures of the stub classes, read as canonical Apex type names: `Lcom/nawforce/runforce/System/List<TT;>;`
 * is `List<T>`, `Lcom/nawforce/runforce/Database/SaveResult;` is `Database.SaveResult`.
 */
const ROOT = "com/nawforce/runforce/";

/** Apex writes these without a namespace. */
const BARE = new Set(
  "Blob Boolean Date Datetime Decimal Double Id Integer Long String Time List Set Map SObject".split(" ").map((name) => `System.${name}`),
);

/** Java packages must not clash with other names, so some of the stubs' are lower case. */
const NAMESPACE_SPELLING: Readonly<Record<string, string>> = {
  applauncher: "AppLauncher",
  cache: "Cache",
  dom: "Dom",
  eventbus: "EventBus",
  reports: "Reports",
  wavetemplate: "WaveTemplate",
};

/** Splits an internal class name into Apex namespace and name; null for classes that are not Apex. */
export function apexNameOf(internalName: string): { readonly namespace: string; readonly name: string } | null {
  if (!internalName.startsWith(ROOT)) return null;
  const [namespace, name] = internalName.slice(ROOT.length).split("/");
  if (namespace === undefined || name === undefined) return null;
  return { namespace: NAMESPACE_SPELLING[namespace] ?? namespace, name: name.replace(/\$$/, "").replaceAll("$", ".") };
}

/** The canonical Apex name of a Java class: `String`, `System.Http`, `Account`, `Object` for everything unknown to Apex. */
export function canonicalName(internalName: string): string {
  const apex = apexNameOf(internalName);
  if (apex === null) return internalName === "java/lang/String" ? "String" : "Object";
  const { namespace, name } = apex;
  if (namespace === "SObjects" || namespace === "SObjectStubs") return name;
  if (namespace === "Internal") {
    if (name === "RecordSet") return "List";
    if (name === "SObjectType") return "Schema.SObjectType";
    return "Object";
  }
  const full = `${namespace}.${name}`;
  return BARE.has(full) ? name : full;
}

/** Reads consecutive types from a signature or descriptor. */
export class SignatureReader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** `<T:Ljava/lang/Object;>` at the start of a class signature. */
  typeParameters(): string[] {
    const names: string[] = [];
    if (this.text[this.at] !== "<") return names;
    this.at++;
    while (this.text[this.at] !== ">") {
      const colon = this.text.indexOf(":", this.at);
      names.push(this.text.slice(this.at, colon));
      this.at = colon;
      while (this.text[this.at] === ":") {
        this.at++;
        if (this.text[this.at] !== ":") this.type();
      }
    }
    this.at++;
    return names;
  }

  /** One type, as an Apex name. Java arrays are lists. */
  type(): string {
    const tag = this.text[this.at++];
    if (tag === "[") return `List<${this.type()}>`;
    if (tag === "V") return "void";
    if (tag === "T") {
      const end = this.text.indexOf(";", this.at);
      const name = this.text.slice(this.at, end);
      this.at = end + 1;
      return name;
    }
    if (tag !== "L") throw new Error(`unexpected ${tag ?? "end"} in signature ${this.text}`);
    const start = this.at;
    while (!/[;<]/.test(this.text[this.at] ?? ";")) this.at++;
    const name = canonicalName(this.text.slice(start, this.at));
    const parameters: string[] = [];
    if (this.text[this.at] === "<") {
      this.at++;
      while (this.text[this.at] !== ">") parameters.push(this.type());
      this.at++;
    }
    this.at++;
    return parameters.length > 0 && name !== "Schema.SObjectType" ? `${name}<${parameters.join(",")}>` : name;
  }

  /** `(...)R` of a method. */
  method(): { parameters: string[]; returns: string } {
    this.at = this.text.indexOf("(") + 1;
    const parameters: string[] = [];
    while (this.text[this.at] !== ")") parameters.push(this.type());
    this.at++;
    return { parameters, returns: this.type() };
  }
}
