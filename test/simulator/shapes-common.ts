import type { Shape } from './shape.js';

export const page: Shape = {
  number: 'number',
  size: 'number',
  total_elements: 'number',
  total_pages: 'number',
  sort: 'null',
};

export const money: Shape = { currency: 'string', amount: 'number' };

/** The v2 envelope around a data set. */
export function envelope(data: Record<string, Shape>): Shape {
  return {
    status: 'string',
    results_id: 'string',
    message: 'string',
    meta: 'null',
    timestamp: 'string',
    status_detail: 'null',
    refreshed_at: 'string',
    type: 'string',
    data: { type: 'string', ...data, page },
  };
}
