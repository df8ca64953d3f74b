import { HostError } from "./host-port.ts";
import type { DialRequest, HostPort, ItemIcon } from "./host-port.ts";
import type { CallerMatch } from "./panel-state.ts";
import { asList, asObject, asText, isRecordId } from "./parse.ts";

type OpenCti = Readonly<Record<string, unknown>>;
type OpenCtiMethod = (argument: Readonly<Record<string, unknown>>) => void;

/** The softphone container of Salesforce, through its Open CTI script. No other file names `sforce`. */
export class OpenCtiHost implements HostPort {
  readonly #openCti: OpenCti;

  private constructor(openCti: OpenCti) {
    this.#openCti = openCti;
  }

  /** The host of this page; null outside a softphone, where the script does not start. */
  static find(): OpenCtiHost | null {
    const openCti = asObject(asObject((globalThis as { sforce?: unknown }).sforce)?.["opencti"]);
    return openCti !== null && typeof openCti["screenPop"] === "function" ? new OpenCtiHost(openCti) : null;
  }

  async screenPop(recordId: string): Promise<void> {
    await this.#call("screenPop", { type: this.#constant("SCREENPOP_TYPE", "SOBJECT"), params: { recordId } });
  }

  async showSearch(searchString: string): Promise<void> {
    await this.#call("screenPop", { type: this.#constant("SCREENPOP_TYPE", "SEARCH"), params: { searchString } });
  }

  async searchAndScreenPop(number: string): Promise<readonly CallerMatch[]> {
    const callType = this.#constant("CALL_TYPE", "INBOUND");
    return toMatches(await this.#call("searchAndScreenPop", { searchParams: number, callType, deferred: false }));
  }

  async enableClickToDial(): Promise<void> {
    await this.#call("enableClickToDial", {});
  }

  async disableClickToDial(): Promise<void> {
    await this.#call("disableClickToDial", {});
  }

  onClickToDial(listener: (request: DialRequest) => void): void {
    this.#listen("onClickToDial", (payload) => {
      const request = toDialRequest(payload);
      if (request !== null) listener(request);
    });
  }

  onNavigationChange(listener: () => void): void {
    this.#listen("onNavigationChange", listener);
  }

  async setPanelVisibility(visible: boolean): Promise<void> {
    await this.#call("setSoftphonePanelVisibility", { visible });
  }

  async isPanelVisible(): Promise<boolean> {
    const value = await this.#call("isSoftphonePanelVisible", {});
    // The guide shows a plain flag; some containers answer with an object around it.
    return value === true || asObject(value)?.["visible"] === true;
  }

  async setItemLabel(label: string): Promise<void> {
    await this.#call("setSoftphoneItemLabel", { label });
  }

  async setItemIcon(key: ItemIcon): Promise<void> {
    await this.#call("setSoftphoneItemIcon", { key });
  }

  async initializationComplete(): Promise<void> {
    await this.#call("notifyInitializationComplete", {});
  }

  async refreshView(): Promise<void> {
    await this.#call("refreshView", {});
  }

  #call(name: string, argument: Readonly<Record<string, unknown>>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const callback = (response: unknown): void => {
        const answer = asObject(response);
        if (answer?.["success"] === true) resolve(answer["returnValue"]);
        else reject(toError(name, answer));
      };
      try {
        this.#method(name)({ ...argument, callback });
      } catch (error) {
        reject(error instanceof HostError ? error : new HostError(name, "UNKNOWN", String(error)));
      }
    });
  }

  #listen(name: string, listener: (payload: unknown) => void): void {
    try {
      this.#method(name)({ listener });
    } catch {
      // Without this wish of the host the phone still rings and dials by hand.
    }
  }

  #method(name: string): OpenCtiMethod {
    const method = this.#openCti[name];
    if (typeof method !== "function") throw new HostError(name, "UNKNOWN", "This host does not offer it.");
    return method.bind(this.#openCti) as OpenCtiMethod;
  }

  #constant(group: string, name: string): unknown {
    return asObject(this.#openCti[group])?.[name];
  }
}

/** The guide prints the key as `errors` in its text and as `error` on some pages. */
function toError(method: string, answer: Readonly<Record<string, unknown>> | null): HostError {
  const [first] = [...asList(answer?.["errors"]), ...asList(answer?.["error"])];
  const error = asObject(first) ?? asObject(answer?.["error"]);
  return new HostError(
    method,
    asText(error?.["code"]) ?? "UNKNOWN",
    asText(error?.["description"]) ?? "The host refused without a reason.",
  );
}

function toDialRequest(payload: unknown): DialRequest | null {
  const value = asObject(payload);
  const number = asText(value?.["number"]);
  if (value === null || number === null) return null;
  const recordId = value["recordId"];
  return {
    number,
    recordId: isRecordId(recordId) ? recordId : null,
    recordName: asText(value["recordName"]),
    objectApiName: asText(value["objectType"]),
  };
}

/** Records by their ids; `SCREEN_POP_DATA` and whatever else is no record is left out. */
function toMatches(returnValue: unknown): CallerMatch[] {
  return Object.entries(asObject(returnValue) ?? {}).flatMap(([key, item]): CallerMatch[] => {
    const value = asObject(item);
    const recordId = value?.["Id"] ?? key;
    if (value === null || !isRecordId(recordId)) return [];
    const type = asText(value["RecordType"]) ?? "";
    return [{ recordId, name: asText(value["Name"]) ?? recordId, objectApiName: type, objectLabel: type, detail: "" }];
  });
}
