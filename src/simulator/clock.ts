/**
 * The simulator's own time. It runs with the clock it is given (the machine's by default) and can be pushed
 * forward; whatever falls due on the way happens at its own moment, in order.
 */

/** Time as tests see it. */
export interface SimulatorClock {
  /** Now, in epoch milliseconds. */
  now(): number;
  /** Lets `seconds` pass at once; resolves when everything that fell due has happened. Throws a `RangeError` past year 9999. */
  advance(seconds: number): Promise<void>;
}

/** Time as the simulator's parts see it. */
export interface Scheduler extends SimulatorClock {
  /** Runs a task at a moment (epoch milliseconds), at once when that has passed. Tasks must not throw. */
  at(moment: number, run: () => void | Promise<void>): void;
  /** Forgets all tasks. */
  close(): void;
}

interface Task {
  moment: number;
  run: () => void | Promise<void>;
}

/** Years have four digits in ISO 8601; a clock beyond them could tell no time at all. */
const LATEST_MS = Date.UTC(9999, 0);

/** True for seconds by which a clock that stands at `now` (epoch milliseconds) may be pushed forward. */
export function canAdvance(now: number, seconds: number): boolean {
  return seconds >= 0 && now + seconds * 1000 < LATEST_MS;
}

/** The longest wait that timers accept. */
const LONGEST_WAIT_MS = 0x7fff_ffff;

/** Makes a clock over `source`, which tells epoch milliseconds. */
export function createClock(source: () => number): Scheduler {
  let tasks: Task[] = [];
  let pushedMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let advancing: Promise<void> = Promise.resolve();
  let isAdvancing = false;
  let isClosed = false;
  const underWay = new Set<Promise<void>>();

  const now = (): number => source() + pushedMs;

  function start(task: Task): void {
    const running = Promise.resolve(task.run()).finally(() => underWay.delete(running));
    underWay.add(running);
  }

  async function settle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  function runDue(): void {
    timer = undefined;
    if (isAdvancing) return;
    for (let task = tasks[0]; task && task.moment <= now(); task = tasks[0]) {
      tasks.shift();
      start(task);
    }
    arm();
  }

  function arm(): void {
    clearTimeout(timer);
    timer = undefined;
    const next = tasks[0];
    if (!next || isClosed || isAdvancing) return;
    const wait = Math.min(Math.max(next.moment - now(), 0), LONGEST_WAIT_MS);
    timer = setTimeout(runDue, wait);
    // A Node process must be able to end although a retry is due in an hour; what is due now still happens.
    if (wait > 0 && typeof timer === 'object') (timer as { unref?: () => void }).unref?.();
  }

  async function pass(seconds: number): Promise<void> {
    isAdvancing = true;
    await settle();
    const target = now() + seconds * 1000;
    for (let task = tasks[0]; task && task.moment <= target; task = tasks[0]) {
      tasks.shift();
      pushedMs += Math.max(0, task.moment - now());
      start(task);
      await settle();
    }
    pushedMs += Math.max(0, target - now());
    isAdvancing = false;
    arm();
  }

  return {
    now,
    advance(seconds) {
      if (!canAdvance(now(), seconds)) throw new RangeError('time passes forward only, up to the year 9999');
      advancing = advancing.then(() => pass(seconds));
      return advancing;
    },
    at(moment, run) {
      if (isClosed) return;
      const before = tasks.findLastIndex((task) => task.moment <= moment);
      tasks.splice(before + 1, 0, { moment, run });
      if (before < 0) arm();
    },
    close() {
      isClosed = true;
      tasks = [];
      clearTimeout(timer);
    },
  };
}
