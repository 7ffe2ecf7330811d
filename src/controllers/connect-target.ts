import type { LinkAttributes, LinkMethod } from '../domain/link.js';

/** What a host element brings to a flow. */
export interface ConnectHost {
  /** What the page, or what is known of the bank, says of a link; what is left out is null. */
  attributes: () => Partial<LinkAttributes> | Promise<Partial<LinkAttributes>>;
  language: () => string;
}

/** Which flow to open. */
export interface ConnectTarget {
  method: LinkMethod;
  reconnectId?: string | null;
  entityId?: string | null;
}
