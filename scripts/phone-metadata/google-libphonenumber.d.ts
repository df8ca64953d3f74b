/** What the scripts and the test campaign use of google-libphonenumber, which comes without types. */
declare module "google-libphonenumber" {
  /** Patterns and lengths of one kind of number. A kind that a region lacks has no pattern, or lengths of -1. */
  export interface NumberDesc {
    getNationalNumberPattern(): string | null;
    possibleLengthArray(): readonly number[];
    possibleLengthLocalOnlyArray(): readonly number[];
  }

  export interface RegionMetadata {
    getCountryCode(): number;
    getInternationalPrefix(): string | null;
    /** The one to dial where there are several, with `~` for a wait: `8~10`. */
    getPreferredInternationalPrefix(): string | null;
    getNationalPrefix(): string | null;
    getNationalPrefixForParsing(): string | null;
    getNationalPrefixTransformRule(): string | null;
    getLeadingDigits(): string | null;
    getGeneralDesc(): NumberDesc;
    getFixedLine(): NumberDesc | null;
    getMobile(): NumberDesc | null;
    getTollFree(): NumberDesc | null;
    getPremiumRate(): NumberDesc | null;
    getSharedCost(): NumberDesc | null;
    getPersonalNumber(): NumberDesc | null;
    getVoip(): NumberDesc | null;
    getPager(): NumberDesc | null;
    getUan(): NumberDesc | null;
    getVoicemail(): NumberDesc | null;
  }

  /** A parsed number; opaque. */
  export interface ParsedNumber {
    getCountryCode(): number;
  }

  export interface PhoneNumberUtil {
    getSupportedRegions(): string[];
    getSupportedGlobalNetworkCallingCodes(): number[];
    /** Regions of a calling code, the main one first. */
    getRegionCodesForCountryCode(code: number): string[];
    /** `region`: ISO 3166-1 alpha-2, or a calling code of no country. */
    getMetadataForRegion(region: string): RegionMetadata | null;
    getExampleNumberForType(region: string, type: number): ParsedNumber | null;
    getRegionCodeForNumber(number: ParsedNumber): string | null;
    parse(text: string, region?: string): ParsedNumber;
    isValidNumber(number: ParsedNumber): boolean;
    format(number: ParsedNumber, format: number): string;
  }

  const library: {
    readonly PhoneNumberUtil: { getInstance(): PhoneNumberUtil };
    readonly PhoneNumberFormat: { readonly E164: number; readonly INTERNATIONAL: number; readonly NATIONAL: number };
    readonly PhoneNumberType: { readonly FIXED_LINE: number; readonly MOBILE: number };
  };
  export default library;
}
