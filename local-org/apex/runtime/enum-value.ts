/** A constant of an enum of the project or the platform. One object per constant and program; equality is by type and name. */
export class EnumValue {
  /** Canonical name of the enum (`System.LoggingLevel`, `Outer.Color`). */
  readonly type: string;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: string, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }
}

const platformEnums = new Map<string, readonly EnumValue[]>();

/** The constants of an enum of the platform, made on first use; later calls give the same objects. */
export function platformEnum(type: string, names: readonly string[]): readonly EnumValue[] {
  let values = platformEnums.get(type);
  if (values === undefined) {
    values = names.map((name, ordinal) => new EnumValue(type, name, ordinal));
    platformEnums.set(type, values);
  }
  return values;
}

/** The constant of that name in any case, or undefined. */
export function enumConstant(values: readonly EnumValue[], name: string): EnumValue | undefined {
  const wanted = name.toLowerCase();
  return values.find((value) => value.name.toLowerCase() === wanted);
}
