/** Where the page stands: in Lightning Experience, or in a Visualforce page by Lightning Out. */

/**
 * Throws when the page is no Lightning Experience: what navigates or speaks to the shell has nothing to speak to there, as on the
 * platform.
 *
 * @param what the module or function, for the message
 */
export function requireLightningExperience(what: string): void {
  if (!location.hostname.startsWith("lightning.")) throw new Error(`${what} is not available outside of Lightning Experience.`);
}
