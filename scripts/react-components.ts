import { format, resolveConfig } from 'prettier';
import { elementsOf, type Declaration, type Manifest } from './manifest-tidy.js';

const banner = '// Made by "npm run manifest" from custom-elements.json; edit the element instead.';

/** One file with a React component for each element, and `src/react.ts` that offers them all. */
export async function reactFiles(manifest: Manifest): Promise<Record<string, string>> {
  const elements = elementsOf(manifest);
  const files: [string, string][] = elements.map((element) => [
    `src/react/${element.tagName}.ts`,
    component(element),
  ]);
  const face = elements.map(({ name, tagName }) => `export { ${name} } from './react/${tagName}.js';`);
  files.push([
    'src/react.ts',
    [
      banner,
      '/** `lean-elements/react`: a React component for each element. Needs the peer `react`. */',
      ...face,
    ].join('\n'),
  ]);
  const options = await resolveConfig('src/react.ts');
  const formatted = files.map(async ([file, text]) => [
    file,
    await format(text, { ...options, parser: 'typescript' }),
  ]);
  return Object.fromEntries((await Promise.all(formatted)) as [string, string][]);
}

function component({ name, tagName, description, events = [] }: Declaration & { tagName: string }): string {
  const named = events.flatMap((event) => (event.name ? [event.name] : []));
  const eventLines = named.map(
    (event) => `${handlerName(event)}: '${event}' as EventName<HTMLElementEventMap['${event}']>,`,
  );
  const sentence =
    (description ?? '')
      .split(/\n\s*\n/)[0]
      ?.replaceAll(/\s+/g, ' ')
      .replaceAll('*/', '') ?? '';
  return [
    banner,
    `import * as React from 'react';`,
    `import { createComponent${named.length > 0 ? ', type EventName' : ''} } from '@lit/react';`,
    `import '../define/${tagName}.js';`,
    `import { ${name} as Element } from '../elements/${tagName}/${tagName}.js';`,
    '',
    `/** \`<${tagName}>\` as a React component. ${sentence} */`,
    `export const ${name} = createComponent({`,
    `react: React, tagName: '${tagName}', elementClass: Element, displayName: '${name}',`,
    named.length > 0 ? `events: { ${eventLines.join('\n')} },` : '',
    '});',
  ].join('\n');
}

/** `lean-account-select` → `onLeanAccountSelect`. */
function handlerName(event: string): string {
  const words = event.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `on${words.join('')}`;
}
