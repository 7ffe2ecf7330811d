import {
  Directive,
  directive,
  PartType,
  type DirectiveResult,
  type ElementPart,
  type PartInfo,
} from 'lit/directive.js';
import { noChange } from 'lit';

/**
 * Sets one CSS variable on the element it stands in. A `style` attribute would be refused on pages whose policy
 * forbids inline styles; the style object is not.
 */
class CssVariable extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('cssVariable stands in a tag, not in an attribute');
  }

  render(_name: string, _value: string | null): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [name, value]: [string, string | null]): typeof noChange {
    const { style } = part.element as HTMLElement;
    if (value === null) style.removeProperty(name);
    else style.setProperty(name, value);
    return noChange;
  }
}

export const cssVariable: (name: string, value: string | null) => DirectiveResult = directive(CssVariable);
