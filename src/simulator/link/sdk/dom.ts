/** Builds elements without markup text, so that no host policy (CSP, Trusted Types) stands in the way. */

type Attribute = string | boolean | undefined | ((event: Event) => void);

/** Makes an element; `test` becomes `data-testid`, functions become listeners, `false` and undefined are left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Attribute>,
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (name === 'test') made.setAttribute('data-testid', String(value));
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A form that never leaves the page; `submit` gets its fields as text. */
export function form(
  submit: (fields: Record<string, string>) => void,
  ...children: readonly (Node | string | null)[]
): HTMLFormElement {
  return element(
    'form',
    {
      novalidate: true,
      submit: (event) => {
        event.preventDefault();
        const data = new FormData(event.target as HTMLFormElement);
        submit(
          Object.fromEntries(
            [...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
          ),
        );
      },
    },
    ...children,
  );
}
