/** Aircall's phone SDK 2.0, as its source reads; the package brings no types. */
declare module "aircall-everywhere" {
  export interface WorkspaceUser {
    readonly email?: string;
    readonly first_name?: string;
    readonly last_name?: string;
    readonly company_name?: string;
  }

  export interface WorkspaceOptions {
    readonly onLogin?: (data: { readonly user: WorkspaceUser }) => void;
    readonly onLogout?: () => void;
    readonly domToLoadWorkspace?: string;
    readonly size?: "big" | "small" | "auto";
    readonly debug?: boolean;
    readonly workspaceUrl?: string;
    /** Where the SDK listens: nothing else of a window is used. */
    readonly window?: { addEventListener(type: "message", listener: (event: WorkspaceMessage) => void, capture?: boolean): void };
  }

  /** What the SDK reads of a message. */
  export interface WorkspaceMessage {
    readonly data: unknown;
    readonly origin: string;
    readonly source: unknown;
  }

  /** On success `data` is the phone's answer, else the error. */
  export type SendCallback = (success: boolean, data: unknown) => void;

  export interface Workspace {
    on(event: string, listener: (value: unknown) => void): void;
    removeListener(event: string): boolean;
    send(event: string, data: unknown, callback: SendCallback): false | undefined;
    getUrlToLoad(): string;
  }

  export type WorkspaceConstructor = new (options: WorkspaceOptions) => Workspace;

  /** The class, or the module that holds it: bundlers differ in what they make of this CommonJS package. */
  const workspace: WorkspaceConstructor | { readonly default: WorkspaceConstructor };
  export default workspace;
}
