/**
 * Reads what a signature catalogue needs from a Java class file (JVM specification, chapter 4): names, super types,
 * public fields and methods with their generic signatures. Code and everything else is skipped.
 */
export interface ClassFile {
  /** Internal name, `com/nawforce/runforce/System/Http`. */
  readonly name: string;
  readonly superName: string | null;
  readonly interfaces: readonly string[];
  readonly flags: number;
  /** Generic signature (JVM specification 4.7.9.1) or null. */
  readonly signature: string | null;
  readonly fields: readonly ClassMember[];
  readonly methods: readonly ClassMember[];
}

export interface ClassMember {
  readonly name: string;
  readonly flags: number;
  readonly descriptor: string;
  readonly signature: string | null;
}

/** Access flags (JVM specification, tables 4.1-B, 4.5-A, 4.6-A). */
export const ACCESS = { public: 0x1, static: 0x8, interface: 0x200, abstract: 0x400, synthetic: 0x1000, enum: 0x4000 } as const;

const UTF8 = 1;
const CLASS = 7;
/** Bytes after the tag of each constant pool entry; Utf8 has its own length. */
const CONSTANT_SIZE: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/** Reads one class file. Throws when `bytes` is none. */
export function readClassFile(bytes: Uint8Array): ClassFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0xcafebabe) throw new Error("not a Java class file");
  let at = 8;
  const u2 = (): number => {
    at += 2;
    return view.getUint16(at - 2);
  };
  const u4 = (): number => {
    at += 4;
    return view.getUint32(at - 4);
  };

  const decoder = new TextDecoder();
  const texts: string[] = [];
  const classNames: number[] = [];
  const constants = u2();
  for (let index = 1; index < constants; index++) {
    const tag = view.getUint8(at++);
    if (tag === UTF8) {
      const length = u2();
      texts[index] = decoder.decode(bytes.subarray(at, at + length));
      at += length;
      continue;
    }
    if (tag === CLASS) classNames[index] = view.getUint16(at);
    const size = CONSTANT_SIZE[tag];
    if (size === undefined) throw new Error(`unknown constant pool tag ${tag}`);
    at += size;
    if (tag === 5 || tag === 6) index++; // longs and doubles take two entries
  }
  const text = (index: number): string => texts[index] ?? "";
  const className = (index: number): string => text(classNames[index] ?? 0);

  /** Skips the attributes at the cursor, keeping the Signature. */
  const attributes = (): { signature: string | null } => {
    let signature: string | null = null;
    for (let count = u2(); count > 0; count--) {
      const name = text(u2());
      const end = u4() + at;
      if (name === "Signature") signature = text(u2());
      at = end;
    }
    return { signature };
  };
  const members = (): ClassMember[] => {
    const result: ClassMember[] = [];
    for (let count = u2(); count > 0; count--) {
      const flags = u2();
      const name = text(u2());
      const descriptor = text(u2());
      result.push({ name, flags, descriptor, ...attributes() });
    }
    return result;
  };

  const flags = u2();
  const name = className(u2());
  const superIndex = u2();
  const interfaces: string[] = [];
  for (let count = u2(); count > 0; count--) interfaces.push(className(u2()));
  const fields = members();
  const methods = members();
  return { name, superName: superIndex === 0 ? null : className(superIndex), interfaces, flags, fields, methods, ...attributes() };
}
