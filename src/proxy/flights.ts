import type { Answer } from './answer.js';
import { Lru } from './lru.js';

const HELD = 2_000;
/** How long an answer that came after its caller's deadline waits to be asked for again. */
const PICK_UP_MS = 60_000;

interface Held {
  answer: Answer;
  until: number;
  /** A late answer is handed out once; a refusal to everybody until its time is over. */
  once: boolean;
}

/**
 * One run at a time of one question of one user: who asks meanwhile waits for the same answer, since Lean refuses a
 * repeated call. A run that outlives its callers' deadline goes on, and the next to ask picks its answer up.
 */
export class Flights {
  private readonly running = new Map<string, { answer: Promise<Answer>; isLate: boolean }>();
  private readonly held = new Lru<Held>(HELD);

  constructor(
    private readonly clock: () => number,
    private readonly deadlineMs: number,
  ) {}

  /** The answer, or null when it is not there within the deadline. `keepAlive` is told what still runs then. */
  async join(
    key: string,
    job: () => Promise<Answer>,
    keepAlive: (work: Promise<unknown>) => void,
  ): Promise<Answer | null> {
    const held = this.held.get(key);
    if (held !== undefined) {
      if (held.once || held.until <= this.clock()) this.held.delete(key);
      if (held.until > this.clock()) return held.answer;
    }
    const flight = this.running.get(key) ?? this.start(key, job);
    const answer = await inTime(this.deadlineMs, flight.answer, keepAlive);
    if (answer === null) flight.isLate = true;
    return answer;
  }

  private start(key: string, job: () => Promise<Answer>): { answer: Promise<Answer>; isLate: boolean } {
    const flight = { answer: job(), isLate: false };
    this.running.set(key, flight);
    flight.answer.then(
      (answer) => this.land(key, answer, flight.isLate),
      // The callers are told; the failure itself is forgotten, so that the next question is a new one.
      () => this.running.delete(key),
    );
    return flight;
  }

  private land(key: string, answer: Answer, isLate: boolean): void {
    this.running.delete(key);
    const wait = Number(answer.headers['retry-after'] ?? 0) * 1000;
    if (answer.isRefusal === true && wait > 0) {
      this.held.set(key, { answer, until: this.clock() + wait, once: false });
    } else if (isLate && answer.status < 500) {
      this.held.set(key, { answer, until: this.clock() + PICK_UP_MS, once: true });
    }
  }
}

/** The result, or null at the deadline; `keepAlive` is told what still runs then. */
export async function inTime<Value>(
  deadlineMs: number,
  work: Promise<Value>,
  keepAlive: (work: Promise<unknown>) => void,
): Promise<Value | null> {
  const result = await within(deadlineMs, work);
  if (result === null) keepAlive(work.catch(() => undefined));
  return result;
}

/** The result, or null after `milliseconds`. */
export function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
