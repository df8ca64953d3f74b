/** What each feature of the package may name besides itself. */
export const FEATURES: Readonly<Record<string, readonly string[]>> = {
  "interaction-log": [],
  "aircall-api": ["interaction-log"],
  softphone: ["aircall-api", "interaction-log"],
  setup: ["aircall-api", "interaction-log"],
  app: ["setup", "softphone", "aircall-api", "interaction-log"],
  "omni-channel": ["app", "setup", "softphone", "aircall-api", "interaction-log"],
  unpackaged: ["omni-channel", "app", "setup", "softphone", "aircall-api", "interaction-log"],
};

/** Names of the Omni-Channel feature: an installation fails where it is off, so only the second package may say them. */
export const OMNI_NAMES = /\b(AgentWork|PendingServiceRouting|ServiceChannel|ServicePresenceStatus|UserServicePresence|omniToolkitAPI)\b/;

/** The feature that a file belongs to: its folder, or undefined outside of them. */
export function featureOf(file: string): string | undefined {
  return /^force-app\/(?:main\/)?([^/]+)\//.exec(file)?.[1];
}
