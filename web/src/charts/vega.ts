// The parts of Vega that the pages use. The package `vega` would bring maps, networks, word clouds and regressions too,
// a third of its size, and vega-embed themes and an editor.

import { transforms } from 'vega-dataflow';
import * as encode from 'vega-encode';
import { parse } from 'vega-parser';
import * as transform from 'vega-transforms';
import { extend } from 'vega-util';
import * as view_transform from 'vega-view-transforms';

extend(transforms, transform, view_transform, encode);

export { parse };
export { View, type TooltipHandler } from 'vega-view';
export { Warn } from 'vega-util';
export { expressionInterpreter } from 'vega-interpreter';
export { compile } from 'vega-lite';
