/** The static resources of a project, as one file, a zip archive, or a folder that stands for one. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../../project/project.ts";
import { fileStem, MetadataError, type MetadataFile, type MetadataFiles } from "../../data/schema/metadata-files.ts";
import { textOf } from "../../data/schema/xml.ts";
import { readZip, ZipError } from "./zip.ts";

export interface StaticResource {
  readonly name: string;
  readonly contentType: string;
  /** Changes with the content: part of the address, so that browsers may keep what they have. */
  readonly stamp: string;
  readonly isPublic: boolean;
  /** The resource itself; null: a folder, of which only the files are served, or no file at all. */
  readonly body: Uint8Array | null;
  /** Files of an archive or folder by path; null: no archive. */
  readonly files: ReadonlyMap<string, Uint8Array> | null;
}

export interface StaticResources {
  /** By name in any case, with or without the namespace. */
  find(name: string): StaticResource | undefined;
  all(): Iterable<StaticResource>;
}

/** Reads all of them. Throws MetadataError for an archive that cannot be read. */
export function readStaticResources(project: Project, metadata: MetadataFiles): StaticResources {
  const byName = new Map<string, StaticResource>();
  for (const file of metadata.withSuffix("resource")) byName.set(fileStem(file).toLowerCase(), readResource(project, file));
  const prefix = project.namespace === null ? null : `${project.namespace.toLowerCase()}__`;
  return {
    find: (name) => {
      const wanted = name.toLowerCase();
      return byName.get(wanted) ?? (prefix !== null && wanted.startsWith(prefix) ? byName.get(wanted.slice(prefix.length)) : undefined);
    },
    all: () => byName.values(),
  };
}

/** Address of a resource or of a file in it, from the root of a host. */
export function resourceUrl(resource: StaticResource, path: string | null = null): string {
  const inside = path === null || path === "" ? "" : `/${path.replace(/^\/+/, "")}`;
  return `/resource/${resource.stamp}/${resource.name}${inside}`;
}

function readResource(project: Project, file: MetadataFile): StaticResource {
  const name = fileStem(file);
  const contentType = textOf(file.root(), "contentType") ?? "application/octet-stream";
  const stem = file.path.slice(0, -".resource-meta.xml".length);
  const read = (path: string): Uint8Array => readFileSync(join(project.folder, path));
  const inFolder = project.files.filter((path) => path.startsWith(`${stem}/`));
  const single = project.files.find((path) => path !== file.path && path.replace(/\.[^./]*$/, "") === stem);
  const body = single === undefined || inFolder.length > 0 ? null : read(single);
  const isArchive = /zip/i.test(contentType);
  const files =
    inFolder.length > 0
      ? new Map(inFolder.map((path) => [path.slice(stem.length + 1), read(path)]))
      : isArchive && body !== null
        ? unzip(body, file, single ?? name)
        : null;
  return { name, contentType, stamp: stampOf(body, files), isPublic: textOf(file.root(), "cacheControl") === "Public", body, files };
}

function unzip(body: Uint8Array, file: MetadataFile, path: string): ReadonlyMap<string, Uint8Array> {
  try {
    return readZip(body);
  } catch (error) {
    if (error instanceof ZipError) throw new MetadataError(file.path, 1, `${path} cannot be read as an archive: ${error.message}`);
    throw error;
  }
}

function stampOf(body: Uint8Array | null, files: ReadonlyMap<string, Uint8Array> | null): string {
  const hash = createHash("sha256");
  if (body !== null) hash.update(body);
  else for (const [path, content] of files ?? []) hash.update(path).update("\0").update(content);
  // Digits, like the platform's milliseconds.
  return String(hash.digest().readUIntBE(0, 6)).padStart(13, "1").slice(0, 13);
}
