/** Source of the `@salesforce/*` modules: thin files that ask `local/*` for what the org knows about itself and its user. */

/** What a `@salesforce/*` import stands for: its source, or why there is none. */
export type SalesforceModule = { readonly source: string } | { readonly refusal: string };

/** Follow the user's locale; other values are the same for everybody here. */
const I18N = /^(?:lang|dir|locale|timeZone|firstDayOfWeek|number\.(?:decimal|grouping)Separator|dateTime\.\w+)$/;

/**
 * The module of an id such as `@salesforce/apex/CallController.getCall`; null for an id that lightning-base-components answers itself
 * (its own labels, feature gates).
 */
export function salesforceModule(id: string): SalesforceModule | null {
  const [, kind = "", ...rest] = id.split("/");
  const argument = rest.join("/");
  const make = MODULES[kind];
  return make === undefined ? null : make(argument);
}

const MODULES: Readonly<Record<string, (argument: string) => SalesforceModule | null>> = {
  apex: apexModule,
  apexContinuation: () => refused("continuations (@salesforce/apexContinuation)"),
  schema: schemaModule,
  label: (name) => {
    const [namespace, ...label] = name.split(".");
    // Other namespaces are the labels of base components.
    return namespace === "c" ? calls("local/org", "label", label.join(".")) : null;
  },
  user: (name) => {
    if (name === "Id") return value("local/org", "orgContext().user.id");
    if (name === "isGuest") return value("local/org", "orgContext().user.isGuest");
    return refused(`@salesforce/user/${name}`);
  },
  i18n: (name) => (I18N.test(name) ? calls("local/i18n", "i18n", name) : null),
  client: (name) => (name === "formFactor" ? { source: 'export default "Large";' } : refused(`@salesforce/client/${name}`)),
  resourceUrl: (name) => calls("local/org", "resourceUrl", name),
  contentAssetUrl: () => refused("asset files (@salesforce/contentAssetUrl)"),
  customPermission: (name) => calls("local/org", "hasCustomPermission", name),
  userPermission: (name) => calls("local/org", "hasUserPermission", name),
  messageChannel: (name) => ({ source: `export default Object.freeze({ name: ${JSON.stringify(name)} });` }),
  community: () => refused("Experience Cloud (@salesforce/community)"),
  site: () => refused("Experience Cloud (@salesforce/site)"),
};

function apexModule(argument: string): SalesforceModule {
  if (argument === "") return { source: 'export { getSObjectValue, refreshApex } from "local/apex";' };
  const [method = "", className = "", ...namespace] = argument.split(".").reverse();
  if (className === "" || namespace.length > 1) return { refusal: `@salesforce/apex/${argument} does not name a class and a method` };
  return {
    source: `import { apexMethod } from "local/apex";\nexport default apexMethod(${JSON.stringify(className)}, ${JSON.stringify(method)});`,
  };
}

function schemaModule(argument: string): SalesforceModule {
  const [objectApiName = "", ...path] = argument.split(".");
  const reference = path.length === 0 ? { objectApiName } : { fieldApiName: path.join("."), objectApiName };
  return { source: `export default Object.freeze(${JSON.stringify(reference)});` };
}

function calls(module: string, name: string, argument: string): SalesforceModule {
  return { source: `import { ${name} } from "${module}";\nexport default ${name}(${JSON.stringify(argument)});` };
}

function value(module: string, expression: string): SalesforceModule {
  const name = /^\w+/.exec(expression)?.[0] ?? "";
  return { source: `import { ${name} } from "${module}";\nexport default ${expression};` };
}

function refused(what: string): SalesforceModule {
  return { refusal: `The local org does not support ${what}.` };
}
