/** What google-libphonenumber makes of a text: the reference for the package's own normaliser. */
import libphonenumber from "google-libphonenumber";

const { PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil } = libphonenumber;
const library = PhoneNumberUtil.getInstance();

/** Every region that the library has rules for, ISO 3166-1 alpha-2, in alphabetical order. */
export const REGIONS: readonly string[] = library.getSupportedRegions().sort();

/** One example number in the forms in which the library writes it. */
export interface Example {
  readonly region: string;
  readonly kind: "fixed" | "mobile";
  readonly e164: string;
  readonly international: string;
  readonly national: string;
}

/** Examples of fixed and mobile numbers; a region may lack a kind. */
export const EXAMPLES: readonly Example[] = REGIONS.flatMap((region) => [
  ...example(region, "fixed", PhoneNumberType.FIXED_LINE),
  ...example(region, "mobile", PhoneNumberType.MOBILE),
]);

function example(region: string, kind: Example["kind"], type: number): Example[] {
  const number = library.getExampleNumberForType(region, type);
  if (number === null) return [];
  const [e164, international, national] = [PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL].map(
    (format) => library.format(number, format),
  );
  return [{ region, kind, e164: e164 ?? "", international: international ?? "", national: national ?? "" }];
}

/** E.164 of a text read in a region; null when the library cannot parse it or the number is not valid. */
export function libraryE164(text: string, region: string): string | null {
  try {
    const number = library.parse(text, region);
    return library.isValidNumber(number) ? library.format(number, PhoneNumberFormat.E164) : null;
  } catch {
    return null;
  }
}

/** The region that gives out such numbers; null for none and for numbers of no country. */
export function libraryCountry(e164: string): string | null {
  const region = library.getRegionCodeForNumber(library.parse(e164));
  return region === "001" ? null : region;
}
