/**
 * Static methods that belong to a declared type rather than to a class of the catalogue: of enums, custom settings and
 * custom metadata. The type goes along as the first argument: `Enum.values(System.Type)`,
 * `CustomSetting.getInstance(Schema.SObjectType,Object)`, `CustomMetadata.getAll(Schema.SObjectType)`.
 */
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression, Position } from "./bound-tree.ts";
import { conversionOf, applyConversion } from "./coerce.ts";
import type { MethodContext } from "./method-context.ts";
import { listOf, mapOf, OBJECT, platformType, SOBJECT, STRING } from "./type-model.ts";

interface ObjectStatic {
  readonly owner: "Enum" | "CustomSetting" | "CustomMetadata";
  readonly name: string;
  readonly parameters: readonly ApexType[];
  readonly returns: ApexType;
}

/** The call, or null when the type has no such static method. */
export function checkObjectStatic(
  ctx: MethodContext,
  type: ApexType,
  name: string,
  args: readonly BoundExpression[],
  position: Position,
): BoundExpression | null {
  const lower = name.toLowerCase();
  if (type.kind === "sobject" && type !== SOBJECT && lower === "getsobjecttype" && args.length === 0) {
    return { kind: "objectToken", object: type.name, type: platformType("Schema.SObjectType"), position };
  }
  const found = staticsOf(ctx, type).find((one) => one.name.toLowerCase() === lower && fits(ctx, one, args));
  if (found === undefined) return null;
  const first: BoundExpression =
    found.owner === "Enum"
      ? { kind: "classLiteral", of: type, type: platformType("System.Type"), position }
      : { kind: "objectToken", object: type.name, type: platformType("Schema.SObjectType"), position };
  const converted = args.map((argument, i) => {
    const parameter = found.parameters[i] ?? OBJECT;
    return applyConversion(argument, conversionOf(ctx.world, argument, parameter, "argument")?.conversion ?? null);
  });
  const types = [first.type, ...found.parameters].map((parameter) => parameter.name).join(",");
  return {
    kind: "platformCall",
    member: `${found.owner}.${found.name}(${types})`,
    target: null,
    arguments: [first, ...converted],
    nullSafe: false,
    type: found.returns,
    position,
  };
}

function fits(ctx: MethodContext, one: ObjectStatic, args: readonly BoundExpression[]): boolean {
  return (
    args.length === one.parameters.length &&
    args.every((arg, i) => conversionOf(ctx.world, arg, one.parameters[i] ?? OBJECT, "argument") !== null)
  );
}

function staticsOf(ctx: MethodContext, type: ApexType): readonly ObjectStatic[] {
  if (ctx.world.isEnum(type)) {
    return [
      { owner: "Enum", name: "values", parameters: [], returns: listOf(type) },
      { owner: "Enum", name: "valueOf", parameters: [STRING], returns: type },
    ];
  }
  const object = type.kind === "sobject" ? ctx.world.schema.object(type.name) : undefined;
  const byName = mapOf(STRING, type);
  if (object?.kind === "customSetting") {
    const common: readonly ObjectStatic[] = [
      { owner: "CustomSetting", name: "getInstance", parameters: [OBJECT], returns: type },
      { owner: "CustomSetting", name: "getValues", parameters: [OBJECT], returns: type },
    ];
    if (object.customSettingType === "List")
      return [...common, { owner: "CustomSetting", name: "getAll", parameters: [], returns: byName }];
    return [
      ...common,
      { owner: "CustomSetting", name: "getInstance", parameters: [], returns: type },
      { owner: "CustomSetting", name: "getOrgDefaults", parameters: [], returns: type },
    ];
  }
  if (object?.kind === "customMetadata") {
    return [
      { owner: "CustomMetadata", name: "getInstance", parameters: [STRING], returns: type },
      { owner: "CustomMetadata", name: "getAll", parameters: [], returns: byName },
    ];
  }
  return [];
}
