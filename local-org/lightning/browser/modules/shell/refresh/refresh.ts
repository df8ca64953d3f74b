/** Reading again what is on screen: who changed data asks for it, what shows data listens. Pure. */

const listeners = new Set<() => void>();

/** Everything on screen reads its data again. */
export function refreshView(): void {
  for (const listener of [...listeners]) listener();
}

/** Calls the listener whenever data may have changed. Gives what ends that. */
export function onRefresh(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
