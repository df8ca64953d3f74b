/** Crypto, by Node's crypto module. */
import * as crypto from "node:crypto";
import { ApexBlob } from "../runtime/blob.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex, unsupported } from "../runtime/exceptions.ts";
import { given } from "./number-text.ts";

type Bytes = ApexBlob | null;
type Text = string | null;

const BLOCK_SIZE = 16;

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA1: "sha1",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  SHA256: "sha256",
  "SHA-512": "sha512",
  SHA512: "sha512",
  "SHA3-256": "sha3-256",
  "SHA3-384": "sha3-384",
  "SHA3-512": "sha3-512",
};
const MACS: Readonly<Record<string, string>> = { HMACMD5: "md5", HMACSHA1: "sha1", HMACSHA256: "sha256", HMACSHA512: "sha512" };
const SIGNATURES: Readonly<Record<string, string>> = {
  RSA: "sha1",
  "RSA-SHA1": "sha1",
  "RSA-SHA256": "sha256",
  "RSA-SHA384": "sha384",
  "RSA-SHA512": "sha512",
  "ECDSA-SHA256": "sha256",
  "ECDSA-SHA384": "sha384",
  "ECDSA-SHA512": "sha512",
};
const KEY_BYTES: Readonly<Record<string, number>> = { AES128: 16, AES192: 24, AES256: 32 };

definePlatformClass("System.Crypto", {
  statics: {
    "decrypt(String,Blob,Blob,Blob)": (algorithm: Text, key: Bytes, iv: Bytes, data: Bytes) =>
      decrypt(given(algorithm), given(key), vector(given(iv).bytes), given(data).bytes),
    "decryptWithManagedIV(String,Blob,Blob)": (algorithm: Text, key: Bytes, data: Bytes) => {
      const { bytes } = given(data);
      if (bytes.length < 2 * BLOCK_SIZE)
        throwApex("System.InvalidParameterValueException", "Invalid initialization vector. Must be 16 bytes.");
      return decrypt(given(algorithm), given(key), bytes.subarray(0, BLOCK_SIZE), bytes.subarray(BLOCK_SIZE));
    },
    "encrypt(String,Blob,Blob,Blob)": (algorithm: Text, key: Bytes, iv: Bytes, data: Bytes) =>
      new ApexBlob(encrypt(given(algorithm), given(key), vector(given(iv).bytes), given(data))),
    "encryptWithManagedIV(String,Blob,Blob)": (algorithm: Text, key: Bytes, data: Bytes) => {
      const iv = crypto.randomBytes(BLOCK_SIZE);
      return new ApexBlob(Buffer.concat([iv, encrypt(given(algorithm), given(key), iv, given(data))]));
    },
    "generateAesKey(Integer)": (bits: number | null) => {
      if (![128, 192, 256].includes(given(bits)))
        throwApex("System.InvalidParameterValueException", "Invalid key size. Must be 128, 192, or 256.");
      return new ApexBlob(crypto.randomBytes(given(bits) / 8));
    },
    "generateDigest(String,Blob)": (algorithm: Text, data: Bytes) =>
      new ApexBlob(
        crypto
          .createHash(named(DIGESTS, given(algorithm), "digest"))
          .update(given(data).bytes)
          .digest(),
      ),
    "generateMac(String,Blob,Blob)": (algorithm: Text, data: Bytes, key: Bytes) =>
      new ApexBlob(mac(given(algorithm), given(data), given(key))),
    "getRandomInteger()": () => crypto.randomBytes(4).readInt32BE(),
    "getRandomLong()": () => crypto.randomBytes(8).readBigInt64BE(),
    "sign(String,Blob,Blob)": (algorithm: Text, data: Bytes, key: Bytes) => sign(given(algorithm), given(data), given(key)),
    "signWithCertificate(String,Blob,String)": () => unsupported("Crypto.signWithCertificate: the local org has no certificates"),
    "signXml(String,Dom.XmlNode,String,String)": () => unsupported("Crypto.signXml"),
    "signXml(String,Dom.XmlNode,String,String,Dom.XmlNode)": () => unsupported("Crypto.signXml"),
    "verify(String,Blob,Blob,Blob)": (algorithm: Text, data: Bytes, signature: Bytes, key: Bytes) =>
      verify(given(algorithm), given(data), given(signature), given(key)),
    "verify(String,Blob,Blob,String)": () => unsupported("Crypto.verify with a certificate: the local org has no certificates"),
    "verifyHmac(String,Blob,Blob,Blob)": (algorithm: Text, data: Bytes, key: Bytes, expected: Bytes) => {
      const actual = mac(given(algorithm), given(data), given(key));
      const { bytes } = given(expected);
      return actual.length === bytes.length && crypto.timingSafeEqual(actual, bytes);
    },
  },
});

function named(table: Readonly<Record<string, string>>, algorithm: string, kind: string): string {
  return (
    table[algorithm.toUpperCase()] ??
    throwApex("System.SecurityException", `Invalid ${kind} algorithm: ${algorithm}. Must be one of: ${Object.keys(table).join(", ")}`)
  );
}

function mac(algorithm: string, data: ApexBlob, key: ApexBlob): Buffer {
  return crypto
    .createHmac(named(MACS, algorithm, "MAC"), key.bytes)
    .update(data.bytes)
    .digest();
}

function vector(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== BLOCK_SIZE) throwApex("System.InvalidParameterValueException", "Invalid initialization vector. Must be 16 bytes.");
  return bytes;
}

function cipherName(algorithm: string, key: ApexBlob): string {
  const size = KEY_BYTES[algorithm.toUpperCase()];
  if (size === undefined) {
    throwApex("System.InvalidParameterValueException", `Invalid algorithm ${algorithm}. Must be AES128, AES192, or AES256.`);
  }
  if (key.bytes.length !== size) throwApex("System.InvalidParameterValueException", `Invalid private key. Must be ${size} bytes.`);
  return `aes-${size * 8}-cbc`;
}

function encrypt(algorithm: string, key: ApexBlob, iv: Uint8Array, data: ApexBlob): Buffer {
  const cipher = crypto.createCipheriv(cipherName(algorithm, key), key.bytes, iv);
  return Buffer.concat([cipher.update(data.bytes), cipher.final()]);
}

function decrypt(algorithm: string, key: ApexBlob, iv: Uint8Array, data: Uint8Array): ApexBlob {
  const cipher = crypto.createDecipheriv(cipherName(algorithm, key), key.bytes, iv);
  if (data.length % BLOCK_SIZE !== 0) {
    throwApex("System.SecurityException", "Input length must be multiple of 16 when decrypting with padded cipher");
  }
  try {
    return new ApexBlob(Buffer.concat([cipher.update(data), cipher.final()]));
  } catch {
    throwApex(
      "System.SecurityException",
      "Given final block not properly padded. Such issues can arise if a bad key is used during decryption.",
    );
  }
}

function sign(algorithm: string, data: ApexBlob, key: ApexBlob): ApexBlob {
  const digest = named(SIGNATURES, algorithm, "signing");
  return new ApexBlob(
    crypto.sign(
      digest,
      data.bytes,
      keyOf(() => crypto.createPrivateKey({ key: Buffer.from(key.bytes), format: "der", type: "pkcs8" })),
    ),
  );
}

function verify(algorithm: string, data: ApexBlob, signature: ApexBlob, key: ApexBlob): boolean {
  const digest = named(SIGNATURES, algorithm, "signing");
  const publicKey = keyOf(() => crypto.createPublicKey({ key: Buffer.from(key.bytes), format: "der", type: "spki" }));
  return crypto.verify(digest, data.bytes, publicKey, signature.bytes);
}

function keyOf(create: () => crypto.KeyObject): crypto.KeyObject {
  try {
    return create();
  } catch {
    throwApex("System.InvalidParameterValueException", "Invalid key");
  }
}
