import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Lit's `@property` for this project's way of compiling decorators. Lit's own serves standard decorators as well, which
 * is most of its size.
 */
export function property(options?: PropertyDeclaration) {
  return (prototype: ReactiveElement, name: string): void => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };
}
