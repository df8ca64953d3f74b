/** Drawn icons, 24 by 24, in the colour of the text around them. */
import { h, type VirtualElement } from "./element.ts";

const PATHS = {
  phone:
    "M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2c.3-.3.7-.4 1-.2 1.2.4 2.4.6 3.6.6.6 0 1 .4 1 1V20c0 .6-.4 1-1 1C10.600 21 3 13.400 3 4c0-.6.4-1 1-1h3.500c.6 0 1 .4 1 1 0 1.200.2 2.400.6 3.600.1.300 0 .700-.2 1z",
  hangUp:
    "M12 9c-1.600 0-3.200.3-4.700.7v3.100c0 .4-.2.700-.6.900-1 .500-1.900 1.100-2.700 1.800-.2.200-.4.300-.7.300s-.5-.1-.7-.3L.3 13.100A1 1 0 0 1 0 12.400c0-.3.1-.5.3-.7A17 17 0 0 1 12 7a17 17 0 0 1 11.700 4.700c.2.2.3.400.3.7s-.1.500-.3.7l-2.500 2.500c-.2.2-.4.3-.7.3s-.5-.1-.7-.3c-.8-.700-1.700-1.300-2.700-1.800-.3-.2-.6-.5-.6-.9V9.700A15 15 0 0 0 12 9z",
  hold: "M7 5h3.500v14H7zm6.500 0H17v14h-3.500z",
  resume: "M8 5v14l11-7z",
  transfer: "M14 5l7 6-7 6v-4H9a5 5 0 0 0-5 5v1H3v-2a7 7 0 0 1 7-7h4z",
  keypad:
    "M5 3h3v3H5zm5.500 0h3v3h-3zM16 3h3v3h-3zM5 8.500h3v3H5zm5.500 0h3v3h-3zm5.500 0h3v3h-3zM5 14h3v3H5zm5.500 0h3v3h-3zm5.500 0h3v3h-3zm-5.500 5h3v3h-3z",
  history: "M12 3a9 9 0 1 1-8.500 6H1.200L5 5l3.800 4H5.600A7 7 0 1 0 12 5zm-1 4h1.600v5l4 2.400-.8 1.300L11 12.900z",
  message: "M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H8l-5 4V6a2 2 0 0 1 1-2z",
  inbound: "M19 6.400L17.600 5 7 15.600V9H5v10h10v-2H8.400z",
  outbound: "M5 17.600L6.400 19 17 8.400V15h2V5H9v2h6.600z",
  missed: "M19.600 7L12 14.600 6.400 9H11V7H3v8h2v-4.600l7 7 9-9z",
  voicemail:
    "M6.500 7a5 5 0 0 0 0 10h11a5 5 0 1 0-4.300-2.500h-2.400A5 5 0 0 0 6.500 7zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6zm11 0a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
  backspace:
    "M9 5h12a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H9l-7-7zm2.400 4L10 10.400l1.600 1.600-1.600 1.600L11.400 15l1.600-1.600 1.600 1.600 1.400-1.400-1.600-1.600 1.600-1.600L14.600 9 13 10.600z",
  send: "M3 20l18-8L3 4v6l11 2-11 2z",
  close: "M6.400 5L5 6.400 10.600 12 5 17.600 6.400 19 12 13.400 17.600 19 19 17.600 13.400 12 19 6.400 17.600 5 12 10.600z",
  tag: "M11 3H4a1 1 0 0 0-1 1v7l10 10 8-8zM7.500 9a1.500 1.500 0 1 1 0-3 1.500 1.500 0 0 1 0 3z",
  back: "M15.400 5L14 3.600 5.600 12l8.400 8.400 1.400-1.400-7-7z",
} as const;

export type IconName = keyof typeof PATHS;

/** An icon that only decorates: what it stands beside, or its button, says the same in words. */
export function icon(name: IconName): VirtualElement {
  return h("span", {
    class: `icon icon-${name}`,
    "aria-hidden": "true",
    html: `<svg viewBox="0 0 24 24" width="24" height="24" focusable="false"><path fill="currentColor" d="${PATHS[name]}"/></svg>`,
  });
}
