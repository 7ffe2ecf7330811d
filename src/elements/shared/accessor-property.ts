import type { PropertyDeclaration, ReactiveElement } from 'lit';
import { property as fieldProperty } from './property.js';

type Decorator = (prototype: ReactiveElement, name: string) => void;

/** `@property` for fields and accessors: of an accessor, the one that tells Lit of changes takes the place. */
export function property(options?: PropertyDeclaration): Decorator {
  return (prototype, name): PropertyDescriptor | undefined => {
    const isAccessor = Object.hasOwn(prototype, name);
    fieldProperty(options)(prototype, name);
    return isAccessor ? Object.getOwnPropertyDescriptor(prototype, name) : undefined;
  };
}

/** `@state`: what changes the picture and is nobody else's business. */
export function state(): Decorator {
  return property({ state: true, attribute: false });
}
