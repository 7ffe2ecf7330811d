// Arabic pages run from right to left: "start" and "end" turn with the page, "left" and "right" do not.
const physicalProperty =
  /^(left|right|float|clear|(scroll-)?(margin|padding)-(left|right)|border-(left|right)(-.*)?|border-(top|bottom)-(left|right)-radius)$/;
const physicalValue = /^(left|right)$/;
const valueMatters = new Set([
  'float',
  'clear',
  'text-align',
  'text-align-last',
  'justify-content',
  'justify-items',
]);

/**
 * `logical-css`: no physical left or right in a css`` template.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const logicalCss = {
  meta: {
    type: 'problem',
    docs: { description: 'Lay out with logical properties, so that Arabic pages mirror by themselves' },
    schema: [],
    messages: {
      physical:
        '"{{declaration}}" does not turn with the direction of the page: use its logical form (inline-start, inline-end).',
    },
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        if (node.tag.type !== 'Identifier' || node.tag.name !== 'css') return;
        for (const quasi of node.quasi.quasis) {
          for (const { declaration, index } of physicalDeclarations(quasi.value.raw)) {
            const start = quasi.range[0] + 1 + index;
            context.report({
              loc: context.sourceCode.getLocFromIndex(start),
              messageId: 'physical',
              data: { declaration },
            });
          }
        }
      },
    };
  },
};

/**
 * The declarations of a style sheet that say left or right, with where each begins.
 *
 * @param {string} css
 */
export function physicalDeclarations(css) {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  return [...text.matchAll(/(?:^|[;{}])\s*([-a-z]+)\s*:\s*([^;{}]*)/g)]
    .map(({ 0: all, 1: property, 2: value, index }) => ({
      property,
      value: value.trim(),
      index: index + all.indexOf(property),
    }))
    .filter(({ property, value }) => isPhysical(property, value))
    .map(({ property, value, index }) => ({ declaration: `${property}: ${value}`, index }));
}

function isPhysical(property, value) {
  if (valueMatters.has(property)) return physicalValue.test(value);
  return physicalProperty.test(property);
}
