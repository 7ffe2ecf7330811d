import { emit } from '../../events/index.js';
import type { AskingElement } from './asking-element.js';
import { filterOf } from './filter-properties.js';
import type { StatementOptions } from './statement/statement-wish.js';

/** What a list asks its page before it does it: each answer is false when the page does it itself, or forbids it. */
export function pageQuestions(element: AskingElement): Pick<StatementOptions, 'select' | 'allowExport'> {
  return {
    select(transaction) {
      const { transactionId } = transaction;
      return emit(element, 'lean-transaction-select', { transactionId, transaction }, { cancelable: true });
    },
    allowExport: (columns) =>
      emit(element, 'lean-export-start', { filter: filterOf(element), columns }, { cancelable: true }),
  };
}
