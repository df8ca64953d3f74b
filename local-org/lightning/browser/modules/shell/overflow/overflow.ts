/** How many items of a bar fit beside each other. Pure. */

/**
 * Pixels in, count out.
 *
 * @param widths of all items, in order
 * @param available width of the bar
 * @param more width of the button that holds the rest; used only when not all fit
 * @param keep index of an item that must be among the visible ones; -1: none
 * @returns how many of the leading items are shown; when `keep` lies behind them, it is shown in addition
 */
export function fittingCount(widths: readonly number[], available: number, more: number, keep = -1): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= available) return widths.length;
  const kept = keep >= 0 ? (widths[keep] ?? 0) : 0;
  for (let count = widths.length - 1; count > 0; count -= 1) {
    const leading = widths.slice(0, count).reduce((sum, width) => sum + width, 0);
    if (leading + (keep >= count ? kept : 0) + more <= available) return count;
  }
  return 0;
}
