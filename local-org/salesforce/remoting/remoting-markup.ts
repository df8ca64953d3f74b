/** What a page with remote actions carries: the client's script, and what it needs to know. */
import type { Program } from "../../apex/runtime/program.ts";
import type { RunningUser } from "../../transaction/context.ts";
import type { Org } from "../../transaction/org.ts";
import type { VisualforcePage } from "../visualforce/page.ts";
import { pageToken, remoteActionsOf } from "./remote-actions.ts";

export const REMOTING_SCRIPT_PATH = "/static/67.0/VFRemote.js";

/** Empty for a page whose controller has no remote actions. */
export function remotingMarkup(program: Program, { name, controller }: VisualforcePage, org: Org, user: RunningUser): string {
  const actions = controller === null ? [] : remoteActionsOf(program, controller);
  if (actions.length === 0) return "";
  const provider = {
    page: name,
    token: pageToken(name, user),
    namespace: org.settings.namespace ?? "",
    controller,
    methods: actions.map(({ method }) => ({ name: method.name, parameters: method.parameters.length })),
  };
  const json = JSON.stringify(provider).replaceAll("<", "\\u003c");
  return `<script src="${REMOTING_SCRIPT_PATH}"></script>\n<script>Visualforce.remoting.Manager.add(${json});</script>`;
}
