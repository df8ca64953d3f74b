/** The project's Lightning Out apps: Aura applications that extend `ltng:outApp`, with the components that they name. */
import { XMLParser } from "fast-xml-parser";
import { type Project, readProjectFile } from "../../project/project.ts";

export interface LightningOutApp {
  /** `c:softphoneOut`. */
  readonly name: string;
  /** What a page may create: `c:callPanel`, or `c:*` for a whole namespace. */
  readonly dependencies: readonly string[];
  /** False for `ltng:outAppUnstyled`: the page brings its own styles. */
  readonly isStyled: boolean;
}

const EXTENDED = ["ltng:outApp", "ltng:outAppUnstyled"];

/** Reads all of them. An Aura application without `access="GLOBAL"`, or that extends something else, is no Lightning Out app. */
export function readLightningOutApps(project: Project): LightningOutApp[] {
  return project.files.flatMap((file) => {
    const name = /(?:^|\/)aura\/(\w+)\/\1\.app$/.exec(file)?.[1];
    const app = name === undefined ? null : readApp(name, readProjectFile(project, file));
    return app === null ? [] : [app];
  });
}

function readApp(name: string, markup: string): LightningOutApp | null {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray: (tag) => tag === "aura:dependency" });
  const document: unknown = parser.parse(markup);
  const application = property(document, "aura:application");
  const extended = property(application, "extends");
  if (typeof extended !== "string" || !EXTENDED.includes(extended) || property(application, "access") !== "GLOBAL") return null;
  const dependencies = property(application, "aura:dependency");
  const resources = Array.isArray(dependencies) ? dependencies.map((entry: unknown) => property(entry, "resource")) : [];
  return {
    name: `c:${name}`,
    dependencies: resources.filter((resource) => typeof resource === "string").map((resource) => resource.replace("markup://", "")),
    isStyled: extended === "ltng:outApp",
  };
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
