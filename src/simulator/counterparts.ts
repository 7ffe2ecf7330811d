/** Who paid whom: the creditor and debtor fields of a transfer; null on all other rows (facts §3.6). */
import { postingKinds } from './data/kinds.js';
import type { Account } from './accounts.js';
import type { LedgerRow } from './ledger/posting.js';
import { digitsOf } from './random.js';

export interface Side {
  name: string;
  scheme_name: string | null;
  identification: string;
}

const none = { creditor_account: null, creditor_agent: null, debtor_account: null, debtor_agent: null };

const agentNames = ['Sample National Bank', 'Example Investment Bank', 'Test Commercial Bank'];

/** In the Emirates an agent is only a name in `identification`; in Saudi Arabia it has a code and an address. */
function agentOf(reference: number, isSaudi: boolean) {
  const position = reference % agentNames.length;
  const name = agentNames[position] ?? '';
  if (!isSaudi) return { scheme_name: null, identification: name, name: null, postal_address: null };
  return {
    scheme_name: position === 2 ? 'OTHER' : 'BICFI',
    identification: `KSAOB.SASMP${String(position)}`,
    name,
    postal_address: {
      address_type: 'BUSINESS',
      address_line: `P.O. Box ${String(5000 + position)}, Riyadh`,
      building_number: String(5000 + position),
      country: 'Saudi Arabia',
      country_subdivision: position === 0 ? 'Sample District' : null,
      post_code: `1155${String(position)}`,
      street_name: position === 1 ? null : 'Sample Road',
      town_name: 'Riyadh',
    },
  };
}

/** The four fields of a row. */
export function counterpartOf(account: Account, row: LedgerRow, isSaudi: boolean) {
  if (!postingKinds[row.kind].transactionType.endsWith('_TRANSFER')) return none;
  const own: Side = {
    name: `${account.holderName} ${account.nickname}`,
    scheme_name: isSaudi ? null : 'IBAN',
    identification: account.iban,
  };
  const other: Side = {
    name: row.party.name,
    scheme_name: isSaudi ? null : 'ACCOUNT_NUMBER',
    identification: isSaudi ? `SA00${digitsOf(row.party.name, 20)}` : digitsOf(row.party.name, 12),
  };
  const isOutgoing = row.minor < 0;
  return {
    creditor_account: isOutgoing ? other : own,
    creditor_agent: agentOf(row.reference, isSaudi),
    debtor_account: isOutgoing ? own : other,
    debtor_agent: agentOf(row.reference + 1, isSaudi),
  };
}
