import { join } from 'node:path';
import { describe, it } from 'node:test';
import tsParser from 'typescript-eslint';
import { RuleTester } from 'eslint';
import { floors } from '../../scripts/eslint/floors.js';
import { logicalCss } from '../../scripts/eslint/logical-css.js';

RuleTester.describe = describe as typeof RuleTester.describe;
RuleTester.it = it as typeof RuleTester.it;

const tester = new RuleTester({ languageOptions: { parser: tsParser.parser } });
const table = [{ domain: [], session: ['domain', '@tanstack/query-core'], cli: ['node:*'] }];
const at = (path: string) => join(import.meta.dirname, '../../src', path);

tester.run('floors', floors, {
  valid: [
    {
      name: 'lets a folder import itself',
      filename: at('domain/money.ts'),
      options: table,
      code: `import './bank.js';`,
    },
    {
      name: 'lets a folder import what the table names',
      filename: at('session/a.ts'),
      options: table,
      code: `import '../domain/bank.js'; import '@tanstack/query-core';`,
    },
    {
      name: 'lets the command line import Node',
      filename: at('cli/a.ts'),
      options: table,
      code: `import 'node:fs';`,
    },
    {
      name: 'leaves folders outside the table alone',
      filename: at('index.ts'),
      options: table,
      code: `import './domain/bank.js';`,
    },
  ],
  invalid: [
    {
      name: 'names what is allowed when a folder imports upwards',
      filename: at('session/a.ts'),
      options: table,
      code: `export { x } from '../cli/listen.js';`,
      errors: [{ message: '"session" may not import "cli". It may import: domain, @tanstack/query-core.' }],
    },
    {
      name: 'sees dynamic imports',
      filename: at('domain/a.ts'),
      options: table,
      code: `void import('valibot');`,
      errors: [{ messageId: 'floor' }],
    },
    {
      name: 'sees imports of types',
      filename: at('domain/a.ts'),
      options: table,
      code: `type A = import('../session/a.js').A;`,
      errors: [{ messageId: 'floor' }],
    },
    {
      name: 'takes no package for another with the same beginning',
      filename: at('session/a.ts'),
      options: table,
      code: `import '@tanstack/query-core-extra';`,
      errors: [{ messageId: 'floor' }],
    },
  ],
});

tester.run('logical-css', logicalCss, {
  valid: [
    {
      name: 'accepts logical layout',
      code: 'css`:host { margin-inline-start: 1px; inset-inline-end: 0; text-align: start; }`',
    },
    { name: 'reads no comment', code: 'css`/* left: 0; */ a { color: red; }`' },
    { name: 'reads no other template', code: 'html`<p style="left: 0">`' },
  ],
  invalid: [
    {
      name: 'reports a physical property',
      code: 'css`a { padding-left: 1px; }`',
      errors: [{ messageId: 'physical' }],
    },
    {
      name: 'reports a physical value',
      code: 'css`a { text-align: right }`',
      errors: [{ messageId: 'physical' }],
    },
    {
      name: 'reports every one of several',
      code: 'css`a { left: 0; border-top-right-radius: 1px; float: left; }`',
      errors: 3,
    },
  ],
});
