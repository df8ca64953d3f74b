/** What the shell is made of: session, apps, Lightning pages. */

export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly profile: string | null;
  /** IANA name, used to show times. */
  readonly timeZone: string;
  /** `en_US`. */
  readonly locale: string;
  readonly language: string;
  readonly isAdministrator: boolean;
}

/** `GET /lightning/api/session`. */
export interface Session {
  readonly user: SessionUser;
  /** Active people, by name, to log in as: `/local/login?user=<username>`. */
  readonly users: readonly Pick<SessionUser, "id" | "name" | "username" | "email" | "profile">[];
  readonly org: { readonly id: string; readonly name: string; readonly namespace: string | null; readonly isSandbox: boolean };
}

export interface AppTab {
  readonly developerName: string;
  readonly label: string;
  readonly type: "home" | "object" | "flexipage" | "lwc" | "visualforce" | "web";
  /** Of an object tab. */
  readonly objectApiName: string | null;
  /** Of a web tab, or `/apex/<Page>`. */
  readonly url: string | null;
  /** `c:myComponent` of a tab made of a Lightning web component; name of the page for a Lightning page. */
  readonly target: string | null;
  /** `standard:account`, `custom:custom9`. */
  readonly icon: string;
}

export interface UtilityItem {
  /** The item's place in its bar: `0`, `1`. */
  readonly id: string;
  /** `opencti:softPhone` or `c:myComponent`. */
  readonly component: string;
  readonly label: string;
  /** SLDS utility icon without its prefix: `call`. */
  readonly icon: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly scrollable: boolean;
  /** Starts with the app. */
  readonly eager: boolean;
  /** No item in the bar: works in the background. */
  readonly isBackground: boolean;
  readonly properties: Readonly<Record<string, string>>;
}

export interface App {
  readonly developerName: string;
  readonly label: string;
  readonly description: string;
  readonly navType: "Standard" | "Console";
  /** `#RRGGBB`. */
  readonly headerColor: string;
  readonly tabs: readonly AppTab[];
  readonly utilityItems: readonly UtilityItem[];
  readonly utilityAlignment: "Left" | "Right";
}

/** `GET /lightning/api/apps`: the project's apps, then the built-in ones. `allTabs` = what the app launcher lists. */
export interface Apps {
  readonly apps: readonly App[];
  readonly allTabs: readonly AppTab[];
}

export interface FlexiPageComponent {
  /** `force:detailPanel`, `c:myComponent`. */
  readonly component: string;
  readonly identifier: string | null;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

/** `GET /lightning/api/flexipage/<name>`. */
export interface FlexiPage {
  readonly developerName: string;
  readonly label: string;
  readonly type: string;
  readonly template: string;
  readonly objectApiName: string | null;
  readonly regions: readonly {
    readonly name: string;
    readonly type: string;
    readonly mode: string | null;
    readonly items: readonly FlexiPageComponent[];
  }[];
}

/** `GET /lightning/api/record-page/<app>/<Object>`: null for the standard page. */
export interface RecordPage {
  readonly page: FlexiPage | null;
}
