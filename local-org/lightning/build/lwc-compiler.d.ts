/** `lwc/compiler` declares its functions as types only; this is the part that is used. */
declare module "lwc/compiler" {
  export interface TransformOptions {
    readonly namespace: string;
    readonly name: string;
    readonly apiVersion: number;
    readonly scopedStyles: boolean;
    readonly enableDynamicComponents: boolean;
    readonly enableLwcOn: boolean;
    readonly enablePrivateMethods: boolean;
    readonly enableSyntheticElementInternals: boolean;
  }
  /** Throws an Error with `code`, `filename` and `location` for the first fault of the source. */
  export function transformSync(source: string, filename: string, options: TransformOptions): { readonly code: string };
}
