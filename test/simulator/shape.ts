/** A small language for the shapes of answers, and what departs from them. */

/** `|` separates types, `?` after a name allows null, a list has its items' shape. */
export type Shape = string | readonly [Shape] | { readonly [field: string]: Shape };

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Every place where a value departs from a shape: fields too many, too few, of another type. */
export function differences(value: unknown, shape: Shape, at = '$'): string[] {
  if (typeof shape === 'string') {
    const type = typeOf(value);
    return shape.split('|').includes(type) ? [] : [`${at} is ${type}, not ${shape}`];
  }
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at} is ${typeOf(value)}, not a list`];
    return value.flatMap((item, place) =>
      differences(item, (shape as readonly [Shape])[0], `${at}[${String(place)}]`),
    );
  }
  if (typeOf(value) !== 'object') return [`${at} is ${typeOf(value)}, not an object`];
  const object = value as Record<string, unknown>;
  const fields = Object.entries(shape as Record<string, Shape>).map(([name, inner]) => ({
    name: name.replace('?', ''),
    isNullable: name.endsWith('?'),
    inner,
  }));
  const known = new Set(fields.map(({ name }) => name));
  return [
    ...Object.keys(object).flatMap((name) => (known.has(name) ? [] : [`${at}.${name} is too many`])),
    ...fields.flatMap(({ name, isNullable, inner }) => {
      if (!(name in object)) return [`${at}.${name} is missing`];
      return isNullable && object[name] === null ? [] : differences(object[name], inner, `${at}.${name}`);
    }),
  ];
}
