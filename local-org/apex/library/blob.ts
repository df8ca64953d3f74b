/** Blob. */
import { ApexBlob } from "../runtime/blob.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex, unsupported } from "../runtime/exceptions.ts";
import { given } from "./number-text.ts";

definePlatformClass("Blob", {
  statics: {
    "toPdf(String)": () => unsupported("Blob.toPdf"),
    "valueOf(String)": (text: string | null) => ApexBlob.fromText(given(text)),
  },
  members: {
    "size()": (self: ApexBlob) => self.bytes.length,
    "toString()": (self: ApexBlob) => self.toText() ?? throwApex("System.StringException", "BLOB is not a valid UTF-8 string"),
  },
});
