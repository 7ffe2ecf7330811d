import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Lit's `@property` for this project's way of compiling decorators. Lit's own serves standard decorators as well, which
 * is most of its size. The attribute of `timeZone` is `time-zone`; scripts/manifest-tidy.ts writes it down so.
 */
export function property(options?: PropertyDeclaration) {
  return (prototype: ReactiveElement, name: string): void => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, {
      attribute: name.replace(/[A-Z]/g, '-$&').toLowerCase(),
      ...options,
    });
  };
}
