/** `callCenters/<InternalName>.callCenter-meta.xml`. */
import { fileStem, MetadataError, type MetadataFile } from "../../data/schema/metadata-files.ts";
import { childrenOf, textOf } from "../../data/schema/xml.ts";

export interface CallCenterSpec {
  readonly internalName: string;
  readonly displayName: string;
  /** As written: a relative address is a Visualforce page of the org. */
  readonly adapterUrl: string;
  readonly standbyUrl: string | null;
  /** Milliseconds; null without a standby page. */
  readonly timeoutMs: number | null;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly supportsLightning: boolean;
  /** JSON text or null. */
  readonly customSettings: string | null;
  /** `"/section/item"` -> value. */
  readonly settings: Readonly<Record<string, string>>;
}

const GENERAL = "/reqGeneralInfo";
const INTERNAL_NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
const HEIGHT = { least: 240, most: 2560, usual: 550 };
const WIDTH = { least: 200, most: 1920, usual: 400 };

/** Throws MetadataError for a definition that the platform would refuse, and for what Lightning Experience does not have. */
export function readCallCenter(file: MetadataFile): CallCenterSpec {
  const root = file.root();
  const refuse = (what: string): never => {
    throw new MetadataError(file.path, root.line, what);
  };
  const internalName = fileStem(file);
  if (!INTERNAL_NAME.test(internalName))
    refuse("the internal name of a call center has 1 to 40 letters and digits and starts with a letter");
  const displayName = textOf(root, "displayName") ?? refuse("displayName is missing");
  const settings: Record<string, string> = {
    [`${GENERAL}/reqInternalName`]: internalName,
    [`${GENERAL}/reqDisplayName`]: displayName,
  };
  for (const section of childrenOf(root, "sections")) {
    for (const item of childrenOf(section, "items")) {
      settings[`/${textOf(section, "name") ?? ""}/${textOf(item, "name") ?? ""}`] = textOf(item, "value") ?? "";
    }
  }
  const general = (name: string): string | null => settings[`${GENERAL}/${name}`] ?? null;
  for (const canvas of ["reqCanvasApiName", "reqCanvasNamespace"]) {
    if (general(canvas) !== null) refuse(`${canvas} is not supported in Lightning Experience`);
  }
  const pixels = (name: string, { least, most, usual }: typeof HEIGHT): number => {
    const value = Number(general(name) ?? usual);
    return Number.isInteger(value) && value >= least && value <= most ? value : refuse(`${name} must be from ${least} to ${most} pixels`);
  };
  const standbyUrl = general("reqStandbyUrl");
  const timeout = general("reqTimeout");
  if ((standbyUrl === null) !== (timeout === null)) refuse("reqStandbyUrl and reqTimeout come together");
  if (general("reqUseApi") !== "true") refuse("reqUseApi must be true: only Open CTI adapters are supported");
  return {
    internalName,
    displayName,
    adapterUrl: general("reqAdapterUrl") ?? textOf(root, "adapterUrl") ?? refuse("reqAdapterUrl is missing"),
    standbyUrl,
    timeoutMs: timeout === null ? null : Number(timeout),
    width: pixels("reqSoftphoneWidth", WIDTH),
    height: pixels("reqSoftphoneHeight", HEIGHT),
    supportsLightning: ["Lightning", "Classic_and_Lightning"].includes(general("reqSalesforceCompatibilityMode") ?? "Classic"),
    customSettings: textOf(root, "customSettings"),
    settings,
  };
}
