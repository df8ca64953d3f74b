/** Click-to-dial of the whole page: phone fields ask whether it is on and say what was clicked; the softphone listens. */

export interface ClickToDialPayload {
  readonly number: string;
  readonly recordId?: string;
  readonly recordName?: string;
  /** API name of the record's object. */
  readonly objectType?: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly personAccount?: boolean;
  /** What the component that was clicked adds. */
  readonly params?: string;
}

type ChangeListener = (isEnabled: boolean) => void;
type DialListener = (payload: ClickToDialPayload) => void;

let enabled = false;
const changeListeners = new Set<ChangeListener>();
const dialListeners = new Set<DialListener>();

export function isEnabled(): boolean {
  return enabled;
}

/** Called by the softphone; without one, phone fields are plain `tel:` links. */
export function setEnabled(isOn: boolean): void {
  if (enabled === isOn) return;
  enabled = isOn;
  for (const listener of changeListeners) listener(isOn);
}

/** A phone number was clicked; does nothing while click-to-dial is off. */
export function dial(payload: ClickToDialPayload): void {
  if (enabled) for (const listener of dialListeners) listener(payload);
}

/** Tells when click-to-dial goes on or off; gives the function that ends that. */
export function subscribe(listener: ChangeListener): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

/** Tells what was clicked; gives the function that ends that. */
export function onDial(listener: DialListener): () => void {
  dialListeners.add(listener);
  return () => dialListeners.delete(listener);
}
