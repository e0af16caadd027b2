// Vega's packages keep their types together, in another package.

declare module 'vega-view' {
  export { View, type TooltipHandler } from 'vega-typings';
}
declare module 'vega-parser' {
  import type { Config, Runtime, Spec } from 'vega-typings';
  export function parse(spec: Spec, config?: Config, options?: { ast?: boolean }): Runtime;
}
declare module 'vega-dataflow' {
  export const transforms: Record<string, unknown>;
}
declare module 'vega-transforms' {}
declare module 'vega-view-transforms' {}
declare module 'vega-encode' {}
