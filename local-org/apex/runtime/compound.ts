/** Values of compound fields: System.Address and System.Location. */
import { Decimal } from "./decimal.ts";
import { PlatformObject } from "./platform-object.ts";
import type { ApexValue } from "./values.ts";

/** Parts of an address by the name of its getter without `get`, in lower camel case; absent parts are null. */
export type AddressParts = Readonly<Record<string, ApexValue>>;

export class ApexAddress extends PlatformObject {
  readonly apexType = "System.Address";
  readonly parts: AddressParts;

  constructor(parts: AddressParts) {
    super();
    this.parts = parts;
  }

  override apexEquals(other: ApexValue): boolean {
    return other instanceof ApexAddress && addressText(other) === addressText(this);
  }

  override apexToString(): string {
    return addressText(this);
  }

  override apexJson(): Iterable<readonly [string, ApexValue]> {
    return Object.entries(this.parts);
  }
}

function addressText({ parts }: ApexAddress): string {
  const shown = Object.entries(parts).map(([name, value]) => `${name}: ${partText(value)}`);
  return `API Address(${shown.join(", ")})`;
}

function partText(value: ApexValue): string {
  if (value instanceof Decimal) return value.toPlainString();
  return typeof value === "string" ? value : "null";
}

const EARTH_RADIUS = { mi: 3958.8, km: 6371 } as const;

export class ApexLocation extends PlatformObject {
  readonly apexType = "System.Location";
  readonly latitude: number;
  readonly longitude: number;

  constructor(latitude: number, longitude: number) {
    super();
    this.latitude = latitude;
    this.longitude = longitude;
  }

  override apexEquals(other: ApexValue): boolean {
    return other instanceof ApexLocation && other.latitude === this.latitude && other.longitude === this.longitude;
  }

  override apexToString(): string {
    return `API Location: [${this.latitude}, ${this.longitude}]`;
  }

  override apexJson(): Iterable<readonly [string, ApexValue]> {
    return [
      ["latitude", Decimal.ofDouble(this.latitude)],
      ["longitude", Decimal.ofDouble(this.longitude)],
    ];
  }

  /** Along the surface of a sphere, in miles or kilometres. */
  distanceTo(other: ApexLocation, unit: "mi" | "km"): number {
    const radians = (degrees: number): number => (degrees * Math.PI) / 180;
    const [from, to] = [radians(this.latitude), radians(other.latitude)];
    const [dLatitude, dLongitude] = [to - from, radians(other.longitude - this.longitude)];
    const chord = Math.sin(dLatitude / 2) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(dLongitude / 2) ** 2;
    return 2 * EARTH_RADIUS[unit] * Math.asin(Math.min(1, Math.sqrt(chord)));
  }
}
