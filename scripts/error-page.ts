import { ERROR_CODES, type ErrorCode } from '../src/domain/error-codes.js';
import { ar } from '../src/i18n/ar.js';
import { en } from '../src/i18n/en.js';
import { ERROR_GROUPS, ERROR_GUIDES } from './error-guide.js';

const codes = Object.keys(ERROR_CODES) as ErrorCode[];

function codeSection(code: ErrorCode): string {
  const { when, action } = ERROR_GUIDES[code];
  const isRetryable = ERROR_CODES[code].retryable;
  return `
### ${code}

**When:** ${when}

**What you do:** ${action}

**Retryable:** ${isRetryable ? 'yes' : 'no'}

> **${en.errors[code].title}.** ${en.errors[code].text}

<blockquote lang="ar" dir="rtl"><p><strong>${ar.errors[code].title}.</strong> ${ar.errors[code].text}</p></blockquote>
`;
}

/** The whole of docs/errors.md: every code of the closed list, in its order. */
export function errorPage(): string {
  const sections = codes.map((code) => {
    const group = ERROR_GROUPS.find(({ first }) => first === code);
    return `${group ? `\n## ${group.title}\n` : ''}${codeSection(code)}`;
  });
  return `# Errors

Made from the sources by \`npm run docs\`: the closed list in \`src/domain/error-codes.ts\`, the words in \`src/i18n\`, the
advice in \`scripts/error-guide.ts\`.

Every error that an element reports has one of these ${String(codes.length)} codes. The events \`lean-*-error\` (and \`error\` in the
detail of \`lean-connect-error\`) carry it as plain JSON:

\`\`\`json
{
  "code": "server_failed",
  "message": "GET /accounts: the backend answered HTTP 503",
  "retryable": true,
  "correlationId": "0f7c1e9a",
  "cause": { "route": "GET /accounts", "httpStatus": 503, "leanStatus": null, "granularCode": null }
}
\`\`\`

\`message\` is for you, never for the customer: it names fields and routes, and holds no id, token or amount; those of
\`link_failed\` and \`sdk_threw\` quote Lean’s script.
\`retryable\` says that the same act may succeed later without anybody changing the page or its backend; the customer is
then offered to try again. Below each code stands what the customer reads, in English and Arabic, with the code and the
correlation id beneath it as a reference that can be copied. Words of your own: \`registerLocale\`.
${sections.join('')}`;
}
