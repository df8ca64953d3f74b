/** `flexipages/<Name>.flexipage-meta.xml`. */
import { fileStem, type MetadataFile } from "../../data/schema/metadata-files.ts";
import { childOf, childrenOf, textOf, type XmlElement } from "../../data/schema/xml.ts";

export interface FlexiPageItemSpec {
  /** `opencti:softPhone`, `force:detailPanel`, `c:myComponent`. */
  readonly component: string;
  readonly identifier: string | null;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

export interface FlexiPageRegionSpec {
  readonly name: string;
  /** `Region`, `Facet`, `Background`. */
  readonly type: string;
  readonly mode: string | null;
  readonly items: readonly FlexiPageItemSpec[];
}

export interface FlexiPageSpec {
  readonly developerName: string;
  readonly label: string;
  /** `UtilityBar`, `AppPage`, `HomePage`, `RecordPage`. */
  readonly type: string;
  readonly template: string;
  readonly objectApiName: string | null;
  readonly regions: readonly FlexiPageRegionSpec[];
}

export function readFlexiPage(file: MetadataFile): FlexiPageSpec {
  const root = file.root();
  const template = childOf(root, "template");
  return {
    developerName: fileStem(file),
    label: textOf(root, "masterLabel") ?? fileStem(file),
    type: textOf(root, "type") ?? "",
    template: (template === undefined ? null : textOf(template, "name")) ?? "",
    objectApiName: textOf(root, "sobjectType"),
    regions: childrenOf(root, "flexiPageRegions").map((region) => ({
      name: textOf(region, "name") ?? "",
      type: textOf(region, "type") ?? "Region",
      mode: textOf(region, "mode"),
      items: instancesOf(region).map(readItem),
    })),
  };
}

/** Since API 49 instances stand in `itemInstances`, before directly in the region. */
function instancesOf(region: XmlElement): readonly XmlElement[] {
  const wrapped = childrenOf(region, "itemInstances").flatMap((item) => childrenOf(item, "componentInstance"));
  return [...wrapped, ...childrenOf(region, "componentInstances")];
}

function readItem(instance: XmlElement): FlexiPageItemSpec {
  const name = textOf(instance, "componentName") ?? "";
  return {
    component: name.includes(":") ? name : `c:${name}`,
    identifier: textOf(instance, "identifier"),
    properties: Object.fromEntries(
      childrenOf(instance, "componentInstanceProperties").flatMap((property) => {
        const key = textOf(property, "name");
        return key === null ? [] : [[key, valueOf(property)] as const];
      }),
    ),
  };
}

function valueOf(property: XmlElement): string | readonly string[] {
  const list = childOf(property, "valueList");
  if (list === undefined) return textOf(property, "value") ?? "";
  return childrenOf(list, "valueListItems").map((item) => textOf(item, "value") ?? "");
}
