// From a specification and rows to a picture: the only place that knows Vega.

import type { TopLevelSpec } from 'vega-lite';
import { colour_names, theme, with_colours } from './theme';
import { compile, expressionInterpreter, parse, View, Warn } from './vega';

export type Row = Record<string, unknown>;
// A Vega-Lite specification; `data` is put in from the rows unless it brings its own.
export type Spec = Record<string, unknown>;

const COMPOSED = ['facet', 'hconcat', 'vconcat', 'concat', 'repeat'];

function whole(spec: Spec, rows: readonly Row[]): Spec {
  const own_width = 'width' in spec || COMPOSED.some((key) => key in spec);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...(own_width ? {} : { width: 'container' }),
    ...spec,
    ...('data' in spec ? {} : { data: { values: rows } }),
  };
}

// No evaluation of generated code (`ast`, the interpreter): the page's content policy forbids it.
function view_of(spec: Spec, renderer: 'svg' | 'none'): View {
  const config = { ...theme, ...(spec['config'] as object | undefined), aria: false };
  const compiled = compile(spec as unknown as TopLevelSpec, { config });
  return new View(parse(compiled.spec, undefined, { ast: true }), { expr: expressionInterpreter, logLevel: Warn, renderer });
}

// Draws into the place, on a sheet of its own, and gives what takes it away again.
export async function draw(place: HTMLElement, spec: Spec, rows: readonly Row[], tip: HTMLElement): Promise<() => void> {
  const view = view_of(whole(spec, rows), 'svg');
  view.tooltip((_handler, event, _item, value) => show_tip(tip, event as MouseEvent, value));
  const sheet = place.appendChild(document.createElement('div'));
  await view.initialize(sheet).runAsync();
  return () => {
    view.finalize();
    sheet.remove();
  };
}

// Plain text in our own element: the usual tooltip writes style attributes, which the content policy forbids.
function show_tip(tip: HTMLElement, event: MouseEvent, value: unknown): void {
  if (value === null || value === undefined || value === '') {
    tip.hidden = true;
    return;
  }
  tip.replaceChildren();
  const lines = typeof value === 'object' ? Object.entries(value) : [['', value] as const];
  for (const [name, content] of lines) {
    const line = document.createElement('div');
    if (name) {
      const label = document.createElement('span');
      label.textContent = `${name} `;
      line.append(label);
    }
    line.append(String(content));
    tip.append(line);
  }
  tip.hidden = false;
  const left = Math.min(event.clientX + 14, document.documentElement.clientWidth - tip.offsetWidth - 8);
  const below = event.clientY + 16;
  const top = below + tip.offsetHeight > innerHeight - 8 ? event.clientY - tip.offsetHeight - 12 : below;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.max(8, top)}px`;
}

// The specification as others can use it: with data, the project's theme and the light scheme's colours.
export function portable(spec: Spec, rows: readonly Row[], width: number): Spec {
  const complete = { ...whole(spec, rows), config: { ...theme, ...(spec['config'] as object | undefined), background: 'var(--paper)', padding: 12 } };
  const sized = (complete as Spec)['width'] === 'container' ? { ...complete, width } : complete;
  return with_colours(sized, light_colours(colour_names(JSON.stringify(sized))));
}

export async function picture(spec: Spec, rows: readonly Row[], width: number, kind: 'svg' | 'png'): Promise<string> {
  const view = view_of(portable(spec, rows, width), 'none');
  const made = kind === 'svg' ? await view.toSVG() : await view.toImageURL('png', 3);
  view.finalize();
  return made;
}

// What the variables are in the light scheme, whatever the page shows now.
function light_colours(names: string[]): Map<string, string> {
  const probe = document.createElement('span');
  probe.style.colorScheme = 'light';
  document.body.append(probe);
  const colours = new Map(
    names.map((name) => {
      probe.style.color = `var(${name})`;
      return [name, getComputedStyle(probe).color] as const;
    }),
  );
  probe.remove();
  return colours;
}
