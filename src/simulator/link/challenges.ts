/** Login and one-time codes of the credential banks: any username, any password but two, and the code 1111. */
import type { StepAnswer } from './protocol.js';
import { Refusal } from './requests.js';

/** Lean's code for all sandbox challenges (facts §6). */
const RIGHT_CODE = '1111';
const MOST_ATTEMPTS = 3;

interface Challenge {
  bankIdentifier: string;
  attempts: number;
  isPassed: boolean;
}

export interface Challenges {
  logIn(bankIdentifier: string, password: string): StepAnswer;
  enterCode(id: string, code: string): StepAnswer;
  /** Spends a passed challenge. @throws Refusal with 403 when it was not passed, or for another bank */
  use(id: string, bankIdentifier: string): void;
}

/** Keeps the open challenges of one simulator. */
export function createChallenges(): Challenges {
  const open = new Map<string, Challenge>();
  return {
    logIn(bankIdentifier, password) {
      if (password === 'wrong' || password === '') return { status: 'INVALID_CREDENTIALS' };
      if (password === 'reject') return { status: 'REJECTED_BY_BANK' };
      const id = crypto.randomUUID();
      open.set(id, { bankIdentifier, attempts: 0, isPassed: false });
      return { status: 'AWAITING_LOGIN_MFA_TOKEN', challenge_id: id };
    },
    enterCode(id, code) {
      const challenge = open.get(id);
      if (challenge === undefined) throw new Refusal(404, 'Unknown challenge_id');
      if (code === RIGHT_CODE) {
        challenge.isPassed = true;
        return { status: 'OK' };
      }
      challenge.attempts += 1;
      if (challenge.attempts < MOST_ATTEMPTS) return { status: 'INVALID_LOGIN_MFA' };
      open.delete(id);
      return { status: 'MFA_ATTEMPTS_EXHAUSTED' };
    },
    use(id, bankIdentifier) {
      const challenge = open.get(id);
      if (!challenge?.isPassed || challenge.bankIdentifier !== bankIdentifier) {
        throw new Refusal(403, 'The bank has not let the customer in');
      }
      open.delete(id);
    },
  };
}
