import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { floors } from './scripts/eslint/floors.js';
import { logicalCss } from './scripts/eslint/logical-css.js';

/**
 * Who may import whom: folder of `src/` to the folders and packages it may import (docs/architecture.md).
 * This is the only place where it is written.
 */
const floorTable = {
  // The ground both wings stand on.
  domain: [],
  wire: ['domain', 'valibot'],

  // The browser wing, bottom to top.
  i18n: ['domain'],
  theme: ['lit'],
  events: ['domain'],
  link: ['domain', 'wire'],
  client: ['domain', 'wire'],
  session: ['domain', 'client', 'link', '@tanstack/query-core', '@lit/context'],
  inspector: ['domain', 'events', 'client', 'link', 'lit'],
  controllers: ['domain', 'i18n', 'events', 'session', 'inspector', 'lit', '@lit/context'],
  elements: ['domain', 'i18n', 'theme', 'events', 'controllers', 'lit', '@lit/context'],
  define: ['elements'],

  // The server wing. What a driver or the listener needs of Node comes by `import()`, or lies in the CLI.
  proxy: ['domain', 'wire', 'hono', 'valibot', 'lmdb', 'ioredis'],
  simulator: ['domain', 'wire', 'hono', 'valibot'],
  // `check` holds other backends to the contract, which `wire` writes down.
  cli: ['proxy', 'simulator', 'wire', 'valibot', 'hono', '@hono/node-server', 'node:*'],
};

const browserWing = [
  'i18n',
  'theme',
  'events',
  'link',
  'client',
  'session',
  'inspector',
  'controllers',
  'elements',
  'define',
];
const unsafeMarkup = 'Text from a bank is never markup: bind it as text.';

export default tseslint.config(
  {
    ignores: [
      '**/.scratch*',
      'dist/',
      'coverage/',
      'node_modules/',
      '.cache/',
      'custom-elements.json',
      'test/runtimes/**/{.next,built}/',
    ],
  },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // TypeScript, with types.
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Brackets say that the name comes from outside (a header, a JSON field) and may be missing.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },

  // The source.
  {
    files: ['src/**/*.ts'],
    plugins: { 'lean-elements': { rules: { floors, 'logical-css': logicalCss } } },
    rules: {
      'lean-elements/floors': ['error', floorTable],
      'lean-elements/logical-css': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            'lit/directives/unsafe-html.js',
            'lit/directives/unsafe-svg.js',
            'lit/directives/unsafe-mathml.js',
            'lit/static-html.js',
          ].map((name) => ({ name, message: unsafeMarkup })),
        },
      ],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
          property,
          message: unsafeMarkup,
        })),
        { object: 'document', property: 'write', message: unsafeMarkup },
      ],
    },
  },
  {
    files: browserWing.map((folder) => `src/${folder}/**/*.ts`),
    ...lit.configs['flat/recommended'],
  },
  {
    files: browserWing.map((folder) => `src/${folder}/**/*.ts`),
    ...wc.configs['flat/best-practice'],
  },
  {
    files: browserWing.map((folder) => `src/${folder}/**/*.ts`),
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-console': ['error', { allow: ['warn', 'info'] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname'],
    },
  },
  {
    // Both run on any web-standard runtime, and in a page behind msw.
    files: ['src/proxy/**/*.ts', 'src/simulator/**/*.ts', 'src/wire/**/*.ts', 'src/domain/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'Buffer', 'require', '__dirname'] },
  },

  // Tests.
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
            // open-wc declares that `equal` gives a promise; it compares at once.
            { from: 'package', package: 'chai', name: 'Equal' },
          ],
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off', // A missing element fails the test, as it should.
      '@typescript-eslint/no-unused-expressions': 'off', // chai's `expect(x).to.be.true`
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  // Scripts and configuration run on Node.
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { ...globals.node } },
  },
  {
    files: ['test/runtimes/servers/**/*.js'],
    languageOptions: { globals: { Bun: 'readonly', Deno: 'readonly' } },
  },
);
