declare module "*.po" {
  export const messages: Record<string, string>;
}

/** True in a build made with LINGUI_LAX=1. */
declare const __LAX__: boolean;
