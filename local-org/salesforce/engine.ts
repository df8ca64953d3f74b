/** An org with a project deployed, answering HTTP requests one after another. Runs in the engine's thread. */
import "../apex/library/index.ts";
import { useOrgDomain } from "../apex/library/url.ts";
import { compileUnits } from "../apex/runtime/compile-units.ts";
import { platformMember } from "../apex/runtime/define.ts";
import { formatDiagnostic } from "../apex/syntax/diagnostics.ts";
import { MetadataError } from "../data/schema/metadata-files.ts";
import { checkFolder } from "../project/compile-project.ts";
import { InputError } from "../project/input-error.ts";
import { openOrg } from "../project/open-org.ts";
import type { CalloutPort } from "../transaction/callout-port.ts";
import type { Org } from "../transaction/org.ts";
import { apexRestRoute } from "./apex-rest-route.ts";
import { Background } from "./background.ts";
import { browserRoutes } from "./browser-routes.ts";
import type { EngineRequest, EngineResponse, EngineStart } from "./engine-protocol.ts";
import { fillOrg } from "./fill-org.ts";
import { localRoute } from "./local-route.ts";
import { queryRoute } from "./query-route.ts";
import { jsonResponse, RestError } from "./rest-error.ts";
import type { Route } from "./route.ts";
import { runningUser } from "./running-user.ts";
import { sobjectRoute } from "./sobject-route.ts";
import { uiRoutes } from "./ui-api/ui-routes.ts";
import { readPages } from "./visualforce/visualforce-pages.ts";

export interface Engine {
  readonly org: Org;
  /** Lines for people about the data that the org has. */
  readonly notes: readonly string[];
  /** Saves what is to be kept. */
  readonly stop: () => void;
  readonly handle: (request: EngineRequest) => EngineResponse;
}

/** The project has faults: one line each. */
export class ProjectFaults extends Error {
  readonly lines: readonly string[];
  /** The project cannot be read at all; otherwise its Apex has faults. */
  readonly isBadInput: boolean;

  constructor(lines: readonly string[], isBadInput: boolean) {
    super(lines.join("\n"));
    this.lines = lines;
    this.isBadInput = isBadInput;
  }
}

/** Deploys a project into a new org. Throws ProjectFaults. */
export function startEngine(
  { folder, port, seedFolder, dataFolder, alsoLogInAt = null }: EngineStart,
  callouts: CalloutPort | null,
): Engine {
  const { checked, pages } = checkProjectFolder(folder);
  const program = compileUnits(checked.bound);
  const org = asFaults(() => openOrg(checked));
  org.calloutPort = callouts;
  org.hosts = {
    lightning: `lightning.org.localhost:${port}`,
    myDomain: `lightning.org.localhost:${port}`,
    visualforce: `vf.org.localhost:${port}`,
    site: `site.org.localhost:${port}`,
  };
  useOrgDomain(`http://lightning.org.localhost:${port}`);
  program.activate();
  org.program = program;
  org.onFailure = ({ label, message, stack }) => process.stderr.write(`${label} failed: ${message}\n${stack}\n`);
  const { notes, keeper } = asFaults(() => fillOrg(org, { port, seedFolder, dataFolder }));
  const background = new Background(org);
  const browser = asFaults(() => browserRoutes(checked, program, pages, alsoLogInAt));
  const shell = asFaults(() => uiRoutes(org, checked.metadata));
  const routes: readonly Route[] = [
    localRoute(background, alsoLogInAt),
    apexRestRoute(program),
    queryRoute,
    sobjectRoute,
    ...browser,
    ...shell,
  ];
  background.wake();
  return {
    org,
    notes,
    stop: () => keeper?.save(),
    handle(request) {
      try {
        const answer = route(routes, org, request);
        background.wake();
        return answer;
      } catch (error) {
        if (error instanceof RestError) return error.toResponse();
        const message = error instanceof Error ? error.message : String(error);
        process.stderr.write(`${request.method} ${request.path}: ${error instanceof Error ? (error.stack ?? message) : message}\n`);
        return jsonResponse(500, [{ message, errorCode: "UNKNOWN_EXCEPTION" }]);
      }
    },
  };
}

function route(routes: readonly Route[], org: Org, request: EngineRequest): EngineResponse {
  // A guest has no session for the data API; a Site publishes Apex and pages alone.
  if (request.host === "site" && request.path.startsWith("/services/data/"))
    throw new RestError(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API");
  const user = runningUser(org, request);
  for (const one of routes) {
    const answer = one({ ...request, org, user });
    if (answer !== null) return answer;
  }
  throw new RestError(404, "NOT_FOUND", "The requested resource does not exist");
}

function checkProjectFolder(folder: string) {
  return asFaults(() => {
    const checked = checkFolder(folder, { isImplemented: (member) => platformMember(member) !== undefined });
    const pages = readPages(checked);
    const faults = [...checked.unreadable, ...checked.diagnostics, ...pages.faults];
    if (faults.length > 0) throw new ProjectFaults(faults.map(formatDiagnostic), checked.unreadable.length > 0);
    return { checked, pages };
  });
}

/** What cannot be read is the project's fault, not this program's. */
function asFaults<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof InputError || error instanceof MetadataError) throw new ProjectFaults([error.message], true);
    throw error;
  }
}
