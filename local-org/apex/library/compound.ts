/** System.Address and System.Location. */
import { ApexAddress, ApexLocation } from "../runtime/compound.ts";
import { Decimal } from "../runtime/decimal.ts";
import { definePlatformClass, type InstanceMember } from "../runtime/define.ts";
import { requireArgument, throwApex } from "../runtime/exceptions.ts";
import type { ApexValue } from "../runtime/values.ts";

const TEXT_PARTS = ["city", "country", "countryCode", "geocodeAccuracy", "postalCode", "state", "stateCode", "street"];

const numberOf = (value: ApexValue): number | null => (value instanceof Decimal ? value.toNumber() : null);

/** Getters and properties of the parts that are text. */
function textMembers(): Record<string, InstanceMember> {
  const members: Record<string, InstanceMember> = {};
  for (const part of TEXT_PARTS) {
    const read = (self: ApexAddress): ApexValue => self.parts[part] ?? null;
    members[part] = read;
    members[`get${part.charAt(0).toUpperCase()}${part.slice(1)}()`] = read;
  }
  return members;
}

function distance(from: ApexLocation | null, to: ApexLocation | null, unit: string | null): number | null {
  const wanted = requireArgument(unit).toLowerCase();
  if (wanted !== "mi" && wanted !== "km")
    throwApex("System.InvalidParameterValueException", `Invalid unit: ${wanted}. Valid units are: mi, km`);
  return from === null || to === null ? null : from.distanceTo(to, wanted);
}

function locationOf({ parts }: ApexAddress): ApexLocation | null {
  const [latitude, longitude] = [numberOf(parts["latitude"] ?? null), numberOf(parts["longitude"] ?? null)];
  return latitude === null || longitude === null ? null : new ApexLocation(latitude, longitude);
}

definePlatformClass("System.Address", {
  members: {
    ...textMembers(),
    "getLatitude()": (self: ApexAddress) => numberOf(self.parts["latitude"] ?? null),
    "getLongitude()": (self: ApexAddress) => numberOf(self.parts["longitude"] ?? null),
    "getDistance(System.Location,String)": (self: ApexAddress, to: ApexLocation | null, unit: string | null) =>
      distance(locationOf(self), to, unit),
  },
});

definePlatformClass("System.Location", {
  statics: {
    "newInstance(Decimal,Decimal)": (latitude: Decimal | null, longitude: Decimal | null) =>
      new ApexLocation(requireArgument(latitude).toNumber(), requireArgument(longitude).toNumber()),
    "getDistance(System.Location,System.Location,String)": distance,
  },
  members: {
    latitude: (self: ApexLocation) => self.latitude,
    longitude: (self: ApexLocation) => self.longitude,
    "getLatitude()": (self: ApexLocation) => self.latitude,
    "getLongitude()": (self: ApexLocation) => self.longitude,
    "getDistance(System.Location,String)": (self: ApexLocation, to: ApexLocation | null, unit: string | null) => distance(self, to, unit),
  },
});
