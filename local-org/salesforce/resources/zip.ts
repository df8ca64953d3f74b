/** Files inside a zip archive: stored and deflated ones, which is what archives of static resources hold. */
import { inflateRawSync } from "node:zlib";

export class ZipError extends Error {}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/** Contents by path. Throws ZipError for what is no zip archive or is packed in another way. */
export function readZip(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const files = new Map<string, Uint8Array>();
  try {
    const end = endOfDirectory(bytes);
    let at = bytes.readUInt32LE(end + 16);
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
      if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ZipError("its directory is damaged");
      const [nameLength, extraLength, commentLength] = [
        bytes.readUInt16LE(at + 28),
        bytes.readUInt16LE(at + 30),
        bytes.readUInt16LE(at + 32),
      ];
      const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
      if (!name.endsWith("/")) files.set(name, contentOf(bytes, at, name));
      at += 46 + nameLength + extraLength + commentLength;
    }
  } catch (error) {
    if (error instanceof RangeError) throw new ZipError("it ends too early");
    throw error;
  }
  return files;
}

/** The record stands at the end, before a comment of up to 64 KB. */
function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new ZipError("it is no zip archive");
}

function contentOf(bytes: Buffer, entry: number, name: string): Uint8Array {
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const header = bytes.readUInt32LE(entry + 42);
  // Name and extra field of the file's own header may differ in length from those of the directory.
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed);
  throw new ZipError(`${name} is packed by method ${method}`);
}
