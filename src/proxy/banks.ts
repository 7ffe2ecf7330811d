import * as v from 'valibot';
import { BankSchema, type Bank, type EntityBank } from '../wire/contract.js';
import { coreCalls } from './lean-calls.js';
import type { ProxyConfig } from './options.js';
import { ProblemError } from './problem.js';
import type { LeanAnswer, Upstream } from './upstream.js';

/** Banks change rarely; a webhook about one makes the list be asked for anew. */
const FRESH_MS = 600_000;

/** Lean's list of banks, the same for every customer, kept for ten minutes. */
export class Banks {
  private held: { answer: LeanAnswer; byIdentifier: Map<string, Bank>; until: number } | undefined;

  constructor(
    private readonly config: ProxyConfig,
    private readonly upstream: Upstream,
  ) {}

  /** Lean's own answer. */
  async list(): Promise<LeanAnswer> {
    if (this.held !== undefined && this.held.until > this.config.clock()) return this.held.answer;
    const answer = await this.upstream.call(coreCalls.banks());
    if (answer.status === 200 && Array.isArray(answer.value)) {
      const byIdentifier = new Map<string, Bank>();
      for (const item of answer.value as unknown[]) {
        const parsed = v.safeParse(BankSchema, item);
        if (parsed.success) byIdentifier.set(parsed.output.identifier, parsed.output);
      }
      this.held = { answer, byIdentifier, until: this.config.clock() + FRESH_MS };
    }
    return answer;
  }

  /** How a bank is shown; undefined when it is not on the list or the list cannot be read, which is no reason to fail. */
  async lookOf(identifier: string): Promise<EntityBank | undefined> {
    try {
      await this.list();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
    const bank = this.held?.byIdentifier.get(identifier);
    if (bank === undefined) return undefined;
    const { name, arabic_name, logo, logo_alt, main_color, background_color } = bank;
    const shown = name ?? bank.commercial_name;
    const arabic = arabic_name ?? bank.commercial_name_arabic;
    return { name: shown, arabic_name: arabic, logo, logo_alt, main_color, background_color };
  }

  /** The next question is asked at Lean. */
  forget(): void {
    this.held = undefined;
  }
}
