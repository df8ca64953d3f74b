/** What every org has before anybody works in it: the organization, profiles, users, business hours, status values. */
import { ApexTime, Decimal, type ApexValue } from "../apex/runtime/values.ts";
import { OPPORTUNITY_STAGES } from "../data/dml/rules/opportunity-stages.ts";
import type { Org } from "./org.ts";
import { seedRow } from "./seed-row.ts";

/** User name of the administrator of a new org. */
export const ADMINISTRATOR = "admin@local.org";

/** Fills an empty org. Call once, before anything runs in it. */
export function seedOrg(org: Org): void {
  const organization = seedRow(org, "Organization", {
    Name: "Local Org",
    OrganizationType: org.settings.edition,
    InstanceName: "LOCAL1",
    IsSandbox: false,
    LanguageLocaleKey: org.settings.defaultLanguage,
    DefaultLocaleSidKey: org.settings.defaultLanguage,
    TimeZoneSidKey: org.settings.timeZone,
    NamespacePrefix: org.settings.namespace,
    FiscalYearStartMonth: 1,
    UiSkin: "Theme3",
  });
  const profiles = seedProfiles(org);
  seedUsers(org, organization, profiles);
  stampAuthor(org, ["Profile", "PermissionSet"]);
  seedBusinessHours(org);
  seedStatuses(org);
  seedRow(org, "Pricebook2", { Name: "Standard Price Book", IsActive: true, IsStandard: true, IsArchived: false });
}

/** What was there before the users has an author too. */
function stampAuthor(org: Org, objects: readonly string[]): void {
  const author = org.users.administrator.id;
  for (const object of objects) {
    const schema = org.schema.object(object);
    if (schema === undefined) continue;
    const stamps = ["CreatedById", "LastModifiedById"].filter((name) => schema.fields.has(name.toLowerCase()));
    for (const row of [...org.store.table(object).rows()]) {
      org.store.update(object, new Map([...row, ...stamps.map((name) => [name, author] as const)]));
    }
  }
}

interface ProfileSeed {
  readonly name: string;
  readonly license: string;
  readonly userType: string;
  /** Permissions of the profile. */
  readonly permissions: readonly string[];
}

const ADMINISTRATOR_PERMISSIONS = [
  "PermissionsApiEnabled",
  "PermissionsAuthorApex",
  "PermissionsCustomizeApplication",
  "PermissionsManageUsers",
  "PermissionsModifyAllData",
  "PermissionsViewAllData",
  "PermissionsViewSetup",
];

const PROFILES: readonly ProfileSeed[] = [
  { name: "System Administrator", license: "Salesforce", userType: "Standard", permissions: ADMINISTRATOR_PERMISSIONS },
  { name: "Standard User", license: "Salesforce", userType: "Standard", permissions: ["PermissionsApiEnabled"] },
  { name: "Minimum Access - Salesforce", license: "Salesforce", userType: "Standard", permissions: [] },
  { name: "Marketing User", license: "Salesforce", userType: "Standard", permissions: ["PermissionsApiEnabled"] },
  { name: "Contract Manager", license: "Salesforce", userType: "Standard", permissions: ["PermissionsApiEnabled"] },
  { name: "Solution Manager", license: "Salesforce", userType: "Standard", permissions: ["PermissionsApiEnabled"] },
  { name: "Read Only", license: "Salesforce", userType: "Standard", permissions: ["PermissionsApiEnabled"] },
  { name: "Marketing User", license: "Salesforce", userType: "Standard", permissions: ["PermissionsApiEnabled"] },
  { name: "Contract Manager", license: "Salesforce", userType: "Standard", permissions: ["PermissionsApiEnabled"] },
  { name: "Solution Manager", license: "Salesforce", userType: "Standard", permissions: ["PermissionsApiEnabled"] },
  { name: "Site Guest Profile", license: "Guest User License", userType: "Guest", permissions: [] },
];

/** Profile ids by name. Each profile owns a permission set, as on the platform. */
function seedProfiles(org: Org): ReadonlyMap<string, string> {
  const licenses = new Map(
    ["Salesforce", "Guest User License"].map((name) => {
      const key = name === "Salesforce" ? "SFDC" : "GUEST";
      return [name, seedRow(org, "UserLicense", { Name: name, MasterLabel: name, LicenseDefinitionKey: key, Status: "Active" })];
    }),
  );
  const ids = new Map<string, string>();
  for (const { name, license, userType, permissions } of PROFILES) {
    const granted = Object.fromEntries(permissions.map((permission) => [permission, true]));
    const id = seedRow(org, "Profile", { Name: name, UserLicenseId: licenses.get(license) ?? null, UserType: userType, ...granted });
    ids.set(name, id);
    const setName = `X${id}`;
    seedRow(org, "PermissionSet", { Name: setName, Label: setName, ProfileId: id, IsOwnedByProfile: true, IsCustom: false, ...granted });
  }
  return ids;
}

function seedUsers(org: Org, organization: string, profiles: ReadonlyMap<string, string>): void {
  const user = (values: Readonly<Record<string, ApexValue>>): string =>
    seedRow(org, "User", {
      IsActive: true,
      UserType: "Standard",
      TimeZoneSidKey: org.settings.timeZone,
      LocaleSidKey: org.settings.defaultLanguage,
      LanguageLocaleKey: org.settings.defaultLanguage,
      EmailEncodingKey: "UTF-8",
      CompanyName: "Local Org",
      ...values,
    });
  const administrator = user({
    Username: ADMINISTRATOR,
    Email: ADMINISTRATOR,
    FirstName: "Admin",
    LastName: "User",
    Name: "Admin User",
    Alias: "admin",
    CommunityNickname: "admin",
    ProfileId: profiles.get("System Administrator") ?? null,
  });
  const automatedProcess = user({
    Username: `autoproc@${organization.toLowerCase()}`,
    Email: "autoproc@local.org",
    FirstName: "Automated",
    LastName: "Process",
    Name: "Automated Process",
    Alias: "autoproc",
    CommunityNickname: "autoproc",
    UserType: "AutomatedProcess",
  });
  const guest = user({
    Username: "guest@site.local.org",
    Email: "guest@site.local.org",
    LastName: "Site Guest User",
    Name: "Site Guest User",
    Alias: "guest",
    CommunityNickname: "guest",
    UserType: "Guest",
    ProfileId: profiles.get("Site Guest Profile") ?? null,
  });
  org.setUsers({
    administrator: { id: administrator, kind: "standard" },
    automatedProcess: { id: automatedProcess, kind: "automatedProcess" },
    guest: { id: guest, kind: "guest" },
  });
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Open round the clock: midnight to midnight on every day. */
function seedBusinessHours(org: Org): void {
  const midnight = new ApexTime(0);
  const hours = Object.fromEntries(DAYS.flatMap((day) => [[`${day}StartTime`, midnight] as const, [`${day}EndTime`, midnight] as const]));
  seedRow(org, "BusinessHours", { Name: "Default", IsActive: true, IsDefault: true, TimeZoneSidKey: org.settings.timeZone, ...hours });
}

interface StatusSeed {
  readonly object: string;
  /** The default stands first. */
  readonly open: readonly string[];
  readonly closed: readonly string[];
  readonly flag: string;
}

const STATUSES: readonly StatusSeed[] = [
  {
    object: "TaskStatus",
    open: ["Not Started", "In Progress", "Waiting on someone else", "Deferred"],
    closed: ["Completed"],
    flag: "IsClosed",
  },
  { object: "TaskPriority", open: ["Normal", "Low"], closed: ["High"], flag: "IsHighPriority" },
  { object: "CaseStatus", open: ["New", "Working", "Escalated"], closed: ["Closed"], flag: "IsClosed" },
  {
    object: "LeadStatus",
    open: ["Open - Not Contacted", "Working - Contacted", "Closed - Not Converted"],
    closed: ["Closed - Converted"],
    flag: "IsConverted",
  },
];

function seedStatuses(org: Org): void {
  for (const { object, open, closed, flag } of STATUSES) {
    for (const [at, label] of [...open, ...closed].entries()) {
      seedRow(org, object, { MasterLabel: label, ApiName: label, IsDefault: at === 0, SortOrder: at + 1, [flag]: closed.includes(label) });
    }
  }
  for (const [at, stage] of OPPORTUNITY_STAGES.entries()) {
    seedRow(org, "OpportunityStage", {
      MasterLabel: stage.name,
      ApiName: stage.name,
      IsActive: true,
      SortOrder: at + 1,
      IsClosed: stage.isClosed,
      IsWon: stage.isWon,
      DefaultProbability: Decimal.ofInteger(stage.probability),
      ForecastCategory: stage.forecastCategory,
      ForecastCategoryName: stage.forecastCategory,
    });
  }
}
