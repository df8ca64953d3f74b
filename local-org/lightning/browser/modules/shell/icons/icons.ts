/** SLDS icon names out of what the org says of its objects. Pure. */

/**
 * `standard:account` for `https://host/img/icon/t4v35/standard/account_120.png`; objects without an icon of their own get
 * `standard:record`.
 */
export function iconNameOf(iconUrl: string | null | undefined): string {
  const match = /\/(standard|custom)\/([a-z0-9_]+?)(?:_\d+)?\.(?:png|svg)$/.exec(iconUrl ?? "");
  return match?.[1] === undefined || match[2] === undefined ? "standard:record" : `${match[1]}:${match[2]}`;
}

/** The icon of a kind of activity in a timeline. */
export function activityIcon(kind: "call" | "task" | "event" | "email"): string {
  return { call: "standard:log_a_call", task: "standard:task", event: "standard:event", email: "standard:email" }[kind];
}
