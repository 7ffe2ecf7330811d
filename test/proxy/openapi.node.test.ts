import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { openApiDocument } from '../../scripts/openapi-document.js';
import { ROUTES } from '../../src/proxy/routes/index.js';

const text = readFileSync('openapi.json', 'utf8');
const document = JSON.parse(text) as {
  info: { version: string };
  paths: Record<string, Record<string, unknown>>;
};

describe('openapi.json', () => {
  it('is what the schemas say', () => {
    assert.deepEqual(document, JSON.parse(JSON.stringify(openApiDocument(document.info.version))));
  });

  it('names every route of the backend and none besides', () => {
    const snakeCase = (path: string) =>
      path.replaceAll(
        /:(\w+)/g,
        (_, name: string) => `{${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}}`,
      );
    const served = ROUTES.map(({ method, path }) => `${method} ${snakeCase(path)}`);
    const named = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(named.sort(), [...served, 'POST /webhooks'].sort());
  });

  it('refers to nothing that is not there', () => {
    const names = [...text.matchAll(/"\$ref": "#\/([^"]+)"/g)].map((found) => found[1] ?? '');
    assert.ok(names.length > 20);
    for (const name of new Set(names)) {
      const target = name
        .split('/')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
      assert.ok(target, name);
    }
  });
});
