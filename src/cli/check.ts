import { parseArgs } from 'node:util';
import type { Finding } from './check/finding.js';
import { Unreachable } from './check/probe.js';
import { runChecks } from './check/run-checks.js';
import { refusing, UsageError, type Command } from './command.js';

/** 0: the contract is kept; 1: it is not; 2: nothing could be seen. */
const EXIT = { kept: 0, broken: 1, unseen: 2 } as const;

const options = {
  header: { type: 'string', multiple: true, default: [] as string[] },
  'other-header': { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
} as const;

/** `lean-elements check`: tells whether a host's own backend keeps the contract, and how to mend what it does not. */
export const check: Command = async (args) => {
  const { base, session, other, isJson } = readArguments(args);
  try {
    const findings = await runChecks({ base, session, other });
    console.log(isJson ? asJson(base, findings) : asText(findings));
    return findings.some(({ outcome }) => outcome === 'broken') ? EXIT.broken : EXIT.kept;
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    if (isJson) console.log(JSON.stringify({ url: base.href, error: error.message }, null, 2));
    else console.error(error.message);
    return EXIT.unseen;
  }
};

interface Arguments {
  base: URL;
  session: Headers;
  other: Headers | null;
  isJson: boolean;
}

function readArguments(args: string[]): Arguments {
  const { values, positionals } = refusing(() =>
    parseArgs({ args, options, allowPositionals: true, strict: true }),
  );
  const [address, ...more] = positionals;
  if (address === undefined || more.length > 0) throw new UsageError('check takes one address, the proxy’s.');
  const base = URL.canParse(address) ? new URL(address) : null;
  if (base === null || !/^https?:$/.test(base.protocol)) {
    throw new UsageError(`check takes an http or https address, not "${address}".`);
  }
  const other = values['other-header'];
  return {
    base,
    session: readHeaders(values.header),
    other: other.length === 0 ? null : readHeaders(other),
    isJson: values.json,
  };
}

function readHeaders(lines: readonly string[]): Headers {
  const headers = new Headers();
  for (const line of lines) {
    const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw new UsageError(`--header takes 'Name: value', not "${line.slice(0, line.indexOf(':') + 1)}…".`);
    }
    headers.append(name, value);
  }
  return headers;
}

function asJson(base: URL, findings: readonly Finding[]): string {
  return JSON.stringify({ url: base.href, ...counts(findings), findings }, null, 2);
}

function asText(findings: readonly Finding[]): string {
  const { kept, broken, unseen } = counts(findings);
  const lines = findings
    .filter(({ outcome }) => outcome !== 'kept')
    .sort((one, other) => (one.outcome < other.outcome ? -1 : 1))
    .flatMap(({ outcome, route, promise, seen, mend }) => [
      `${outcome.toUpperCase().padEnd(6)}  ${route}  ${promise}`,
      `        ${outcome === 'broken' ? 'but' : 'since'} ${seen ?? ''}`,
      ...(mend === undefined ? [] : [`        mend: ${mend}`]),
    ]);
  return [...lines, `${kept} kept, ${broken} broken, ${unseen} unseen`].join('\n');
}

function counts(findings: readonly Finding[]): Record<Finding['outcome'], number> {
  const of = (outcome: Finding['outcome']) =>
    findings.filter((finding) => finding.outcome === outcome).length;
  return { kept: of('kept'), broken: of('broken'), unseen: of('unseen') };
}
