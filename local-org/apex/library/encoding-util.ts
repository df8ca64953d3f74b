/** EncodingUtil. */
import { ApexBlob } from "../runtime/blob.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex } from "../runtime/exceptions.ts";
import { given } from "./number-text.ts";

type Text = string | null;

definePlatformClass("System.EncodingUtil", {
  statics: {
    "base64Decode(String)": (text: Text) => new ApexBlob(Buffer.from(given(text), "base64")),
    "base64Encode(Blob)": (value: ApexBlob | null) => Buffer.from(given(value).bytes).toString("base64"),
    "convertFromHex(String)": (text: Text) => fromHex(given(text)),
    "convertToHex(Blob)": (value: ApexBlob | null) => Buffer.from(given(value).bytes).toString("hex"),
    "urlDecode(String,String)": (text: Text, charset: Text) => urlDecode(given(text), encodingOf(given(charset))),
    "urlEncode(String,String)": (text: Text, charset: Text) => urlEncode(given(text), encodingOf(given(charset))),
  },
});

type Encoding = "utf8" | "latin1" | "utf16le" | "ascii";

function encodingOf(charset: string): Encoding {
  switch (charset.toUpperCase().replaceAll("_", "-")) {
    case "UTF-8":
    case "UTF8":
      return "utf8";
    case "ISO-8859-1":
    case "LATIN1":
      return "latin1";
    case "US-ASCII":
    case "ASCII":
      return "ascii";
    default:
      throwApex("System.InvalidParameterValueException", `Unsupported encoding: ${charset}`);
  }
}

function fromHex(text: string): ApexBlob {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) throwApex("System.InvalidParameterValueException", "Invalid hex string");
  return new ApexBlob(Buffer.from(text, "hex"));
}

/** As Java's URLEncoder: a blank is `+`; letters, digits and `.-*_` stay. */
function urlEncode(text: string, encoding: Encoding): string {
  return text.replace(/[^A-Za-z0-9.\-*_]+/g, (part) => {
    const bytes = Buffer.from(part.replaceAll(" ", "\u0000"), encoding);
    return Array.from(bytes, (byte) => (byte === 0 ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)).join("");
  });
}

function urlDecode(text: string, encoding: Encoding): string {
  return text.replaceAll("+", " ").replace(/(?:%[^%]{0,2})+/g, (part) => {
    const whole = /^(?:%[0-9a-fA-F]{2})+/.exec(part)?.[0] ?? "";
    const rest = part.slice(whole.length);
    if (rest.includes("%"))
      throwApex("System.IllegalArgumentException", `URLDecoder: Illegal hex characters in escape (%) pattern - "${rest.slice(1)}"`);
    return Buffer.from(whole.replaceAll("%", ""), "hex").toString(encoding) + rest;
  });
}
