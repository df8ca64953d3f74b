import libphonenumber from "google-libphonenumber";
import type { NumberDesc, RegionMetadata } from "google-libphonenumber";

/** What one region's numbers look like, in regular expressions that Java and JavaScript read alike; "" where there is none. */
export interface RegionRule {
  /** ISO 3166-1 alpha-2; the calling code itself for numbers of no country. */
  readonly name: string;
  readonly callingCode: string;
  /** What is dialled before a calling code: all ways as a pattern, and the usual one in digits. */
  readonly internationalPrefix: string;
  readonly usualInternationalPrefix: string;
  /** What is dialled before a national number; the first of several. */
  readonly nationalPrefix: string;
  /** What may stand before a national number, with what is kept of it in groups. */
  readonly prefixPattern: string;
  /** What takes the place of the prefix, where its last group matched. */
  readonly prefixReplacement: string;
  /** Numbers of digits of a whole national number, and of those that can be dialled only nearby. */
  readonly lengths: readonly number[];
  readonly localLengths: readonly number[];
  /** How its numbers begin, where a calling code has several regions. */
  readonly leadingDigits: string;
  /** The shape of all its numbers. */
  readonly shape: string;
  /** Its numbers that are given out, of any kind. */
  readonly numbers: string;
}

export interface CallingCode {
  readonly code: string;
  /** Names of its regions, the main one first. */
  readonly regions: readonly string[];
}

export interface PhoneMetadata {
  readonly callingCodes: readonly CallingCode[];
  readonly rules: readonly RegionRule[];
}

/** The metadata of the installed google-libphonenumber, sorted by region and by calling code. */
export function phoneMetadata(): PhoneMetadata {
  const library = libphonenumber.PhoneNumberUtil.getInstance();
  const rules = [...library.getSupportedRegions(), ...library.getSupportedGlobalNetworkCallingCodes().map(String)]
    .sort()
    .map((name) => regionRule(name, library.getMetadataForRegion(name)));
  const codes = [...new Set(rules.map(({ callingCode }) => callingCode))].sort((one, other) => Number(one) - Number(other));
  const callingCodes = codes.map((code) => {
    const regions = library.getRegionCodesForCountryCode(Number(code));
    return { code, regions: regions.map((region) => (region === "001" ? code : region)) };
  });
  return { callingCodes, rules };
}

function regionRule(name: string, metadata: RegionMetadata | null): RegionRule {
  if (metadata === null) throw new Error(`google-libphonenumber has no metadata of ${name}`);
  const general = metadata.getGeneralDesc();
  const kinds: readonly (NumberDesc | null)[] = [
    metadata.getFixedLine(),
    metadata.getMobile(),
    metadata.getTollFree(),
    metadata.getPremiumRate(),
    metadata.getSharedCost(),
    metadata.getPersonalNumber(),
    metadata.getVoip(),
    metadata.getPager(),
    metadata.getUan(),
    metadata.getVoicemail(),
  ];
  const patterns = kinds.map((kind) => kind?.getNationalNumberPattern() ?? "").filter((pattern) => pattern !== "");
  return {
    name,
    callingCode: String(metadata.getCountryCode()),
    internationalPrefix: metadata.getInternationalPrefix() ?? "",
    usualInternationalPrefix: usualInternationalPrefix(metadata),
    nationalPrefix: metadata.getNationalPrefix() ?? "",
    prefixPattern: metadata.getNationalPrefixForParsing() ?? "",
    prefixReplacement: metadata.getNationalPrefixTransformRule() ?? "",
    lengths: general.possibleLengthArray(),
    localLengths: general.possibleLengthLocalOnlyArray(),
    leadingDigits: metadata.getLeadingDigits() ?? "",
    shape: general.getNationalNumberPattern() ?? "",
    numbers: [...new Set(patterns)].join("|"),
  };
}

function usualInternationalPrefix(metadata: RegionMetadata): string {
  const prefix = metadata.getPreferredInternationalPrefix() ?? metadata.getInternationalPrefix() ?? "";
  return /^[0-9~]*$/.test(prefix) ? prefix.replaceAll("~", "") : "";
}
