/** Made by the build: every component of the local org and of the project, each loaded when it is first asked for. */
import type { LightningElement } from "lwc";

/** Ids of all components: `c/callPanel`. */
export function componentIds(): string[];

/** The class of a component. Rejects for an id that the org does not have, and with the faults of one that could not be built. */
export function loadComponent(id: string): Promise<typeof LightningElement>;
