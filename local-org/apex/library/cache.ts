/** Platform cache: partitions of the org and of the session, kept in memory. Sizes and times are not measured. */
import { currentTransaction } from "../../transaction/context.ts";
import { snapshot } from "../../transaction/snapshot.ts";
import { definePlatformClass, type InstanceMember, type StaticMember } from "../runtime/define.ts";
import { requireArgument, throwApex, unsupported } from "../runtime/exceptions.ts";
import { callBridge } from "../runtime/user-object.ts";
import { ApexList, ApexSet, PlatformObject, type ApexValue, type ClassRef } from "../runtime/values.ts";
import { newInstance } from "./type.ts";

type Text = string | null;
type Seconds = number | null;

const KINDS = ["Org", "Session"] as const;
type Kind = (typeof KINDS)[number];

const DEFAULT_TTL = { Org: 86_400, Session: 28_800 } as const;
const MINIMUM_TTL = 300;
const MAXIMUM_TTL = { Org: 172_800, Session: 28_800 } as const;
const MAXIMUM_KEY = 50;

class Partition extends PlatformObject {
  readonly kind: Kind;
  readonly name: string;

  constructor(kind: Kind, name: string) {
    super();
    this.kind = kind;
    this.name = name;
  }

  get apexType(): string {
    return `Cache.${this.kind}Partition`;
  }

  /** The session cache belongs to the user; Apex without a session has none. */
  get #scope(): string {
    const { user } = currentTransaction();
    return `${this.kind}/${this.kind === "Session" ? user.id : ""}/${this.name.toLowerCase()}/`;
  }

  get isAvailable(): boolean {
    return this.kind === "Org" || currentTransaction().job === null;
  }

  #path(key: Text): string {
    const text = requireArgument(key);
    if (!/^[A-Za-z0-9]+$/.test(text) || text.length > MAXIMUM_KEY) {
      throwApex("Cache.InvalidParamException", `Invalid key: ${text}. Keys are alphanumeric and have ${MAXIMUM_KEY} characters at most`);
    }
    return this.#scope + text;
  }

  get(key: Text): ApexValue {
    return currentTransaction().org.cache.get(this.#path(key), currentTransaction().org.clock.now());
  }

  /** Loads a missing value through the builder and keeps it. */
  load(builder: ClassRef | null, key: Text): ApexValue {
    const name = `${requireArgument(builder).name.replaceAll(".", "")}B${requireArgument(key)}`;
    const known = this.get(name);
    if (known !== null) return known;
    const loaded = callBridge(newInstance(requireArgument(builder).name), "doLoad", key) ?? null;
    this.put(name, loaded, null);
    return loaded;
  }

  put(key: Text, value: ApexValue, ttl: Seconds): null {
    if (!this.isAvailable) throwApex("Cache.SessionCacheNoSessionException", "Session cache is not available");
    const seconds = ttl ?? DEFAULT_TTL[this.kind];
    if (ttl !== null && ttl !== 0 && (ttl < MINIMUM_TTL || ttl > MAXIMUM_TTL[this.kind])) {
      throwApex("Cache.InvalidParamException", `ttlSecs must be between ${MINIMUM_TTL} and ${MAXIMUM_TTL[this.kind]}`);
    }
    const { org } = currentTransaction();
    org.cache.put(this.#path(key), snapshot(value), org.clock.now() + (seconds === 0 ? DEFAULT_TTL[this.kind] : seconds) * 1000);
    return null;
  }

  remove(key: Text): boolean {
    return currentTransaction().org.cache.remove(this.#path(key));
  }

  keys(): string[] {
    return currentTransaction().org.cache.keys(this.#scope, currentTransaction().org.clock.now());
  }
}

/** Members of a partition, by signature. */
const MEMBERS: Readonly<Record<string, (self: Partition, ...args: never[]) => ApexValue>> = {
  "contains(String)": (self, key: Text) => self.get(key) !== null,
  "get(String)": (self, key: Text) => self.get(key),
  "get(System.Type,String)": (self, builder: ClassRef | null, key: Text) => self.load(builder, key),
  "getKeys()": (self) => new ApexSet("Set<String>", self.keys()),
  "getName()": (self) => self.name,
  "getNumKeys()": (self) => BigInt(self.keys().length),
  "getCapacity()": () => 0,
  "getMissRate()": () => 0,
  "isAvailable()": (self) => self.isAvailable,
  "put(String,Object)": (self, key: Text, value: ApexValue) => self.put(key, value, null),
  "put(String,Object,Integer)": (self, key: Text, value: ApexValue, ttl: Seconds) => self.put(key, value, ttl),
  "put(String,Object,Integer,Cache.Visibility,Boolean)": (self, key: Text, value: ApexValue, ttl: Seconds) => self.put(key, value, ttl),
  "put(String,Object,Cache.Visibility)": (self, key: Text, value: ApexValue) => self.put(key, value, null),
  "remove(String)": (self, key: Text) => self.remove(key),
  "remove(System.Type,String)": (self, builder: ClassRef | null, key: Text) =>
    self.remove(`${requireArgument(builder).name.replaceAll(".", "")}B${requireArgument(key)}`),
};

/** `partition.key`, `ns.partition.key` or a bare key of the default partition. */
function located(kind: Kind, key: Text): { readonly partition: Partition; readonly key: string } {
  const parts = requireArgument(key).split(".");
  const last = parts.pop() ?? "";
  return { partition: new Partition(kind, parts.length === 0 ? "default" : parts.join(".")), key: last };
}

function byKey(kind: Kind, signature: string): StaticMember {
  const member = MEMBERS[signature];
  if (member === undefined) return () => unsupported(`Cache.${kind}.${signature}`);
  const keyAt = signature.includes("(System.Type,") ? 1 : 0;
  return (...args: readonly ApexValue[]): ApexValue => {
    const { partition, key } = located(kind, args[keyAt] as Text);
    return (member as (self: Partition, ...rest: readonly ApexValue[]) => ApexValue)(partition, ...args.with(keyAt, key));
  };
}

const list = (kind: Kind, keys: ApexList | null, member: (partition: Partition, key: string) => ApexValue, type: string): ApexList =>
  new ApexList(
    type,
    requireArgument(keys).items.map((item) => {
      const { partition, key } = located(kind, item as Text);
      return member(partition, key);
    }),
  );

for (const kind of KINDS) {
  const statics: Record<string, StaticMember> = {
    "getPartition(String)": (name: Text) => new Partition(kind, requireArgument(name)),
    "getKeys()": () => new ApexSet("Set<String>", new Partition(kind, "default").keys()),
    "getName()": () => "default",
    MAX_TTL_SECS: () => MAXIMUM_TTL[kind],
  };
  for (const signature of Object.keys(MEMBERS)) if (/\((System\.Type,)?String/.test(signature)) statics[signature] = byKey(kind, signature);
  if (kind === "Session") statics["isAvailable()"] = () => new Partition("Session", "default").isAvailable;
  else {
    statics["contains(List<String>)"] = (keys: ApexList | null) => list(kind, keys, (one, key) => one.get(key) !== null, "List<Boolean>");
    statics["get(List<String>)"] = (keys: ApexList | null) => list(kind, keys, (one, key) => one.get(key), "List<Object>");
    statics["remove(List<String>)"] = (keys: ApexList | null) => list(kind, keys, (one, key) => one.remove(key), "List<Boolean>");
  }
  definePlatformClass(`Cache.${kind}`, { statics });
  const members: Record<string, InstanceMember> = { ...MEMBERS };
  definePlatformClass(`Cache.${kind}Partition`, { members });
}
definePlatformClass("Cache.Partition", { members: { ...MEMBERS } });
