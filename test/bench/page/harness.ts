/** Runs inside the measured page: what a person would do to a list, and what a person would see. */
import type { Transaction } from '../../../src/domain/transaction.js';
import type { Contender, Mounted } from './contender.js';
import { transactions } from './data.js';

const BOX = { width: 480, height: 640 };
const FRAME_MS = 1000 / 60;

/** Within the first column of tables, and on the name in lists. */
const PROBE_X = 90;
const PROBES = [200, 400, 600];

/** What one pass of scrolling came to. */
export interface Pass {
  frames: number;
  dropped: number;
  probes: number;
  blank: number;
}

export interface Harness {
  /** Makes rows ready, so that making them is not measured. */
  prepare(count: number): void;
  mount(): Promise<void>;
  /** Hands the rows over; resolves in the frame in which the first is seen, with the milliseconds until then. */
  give(): Promise<number>;
  /** Lets background work run that was held back, and waits until none is left. */
  settle(): Promise<void>;
  /** How far the list can be scrolled, in pixels. */
  height(): number;
  /** Scrolls by so many pixels in each of so many frames; to and fro, where the list is shorter. */
  scroll(pixels: number, frames: number): Promise<Pass>;
  /** Types texts one after another; the milliseconds that each took. */
  type(texts: readonly string[]): Promise<number[]>;
  /** Lets go of the rows that were made ready, so that only what the list keeps is left. */
  forget(): void;
  countNodes(): number;
  /** Mounts, hands rows over, and unmounts, so many times. */
  churn(times: number): Promise<void>;
  /** Sum of layout shifts and the longest task since the page began. */
  watched(): { shift: number; longestTask: number };
  resetWatch(): void;
}

interface HeldTask {
  work: () => unknown;
  done: (value: unknown) => void;
}

let rows: Transaction[] = [];
let mounted: Mounted | null = null;
const box = document.createElement('div');
let isHolding = false;
let held: HeldTask[] = [];
let running = 0;
let shift = 0;
let longestTask = 0;
let watchedSince = 0;

holdBackgroundTasks();
watch('layout-shift', (entry) => (shift += (entry as PerformanceEntry & { value: number }).value));
watch('longtask', (entry) => (longestTask = Math.max(longestTask, entry.duration)));

function watch(type: string, note: (entry: PerformanceEntry) => void): void {
  new PerformanceObserver((list) => {
    // Entries come late: those of what was before the watch began are not its own.
    for (const entry of list.getEntries()) if (entry.startTime >= watchedSince) note(entry);
  }).observe({ type, buffered: true });
}

/** Background work can be held back, so that the first rows and what follows them are told apart. */
function holdBackgroundTasks(): void {
  const { scheduler } = globalThis as unknown as {
    scheduler: { postTask(work: () => unknown, options?: { priority?: string }): Promise<unknown> };
  };
  const post = scheduler.postTask.bind(scheduler);
  scheduler.postTask = (work, options) => {
    if (options?.priority !== 'background') return post(work, options);
    if (isHolding) return new Promise((done) => held.push({ work, done }));
    running += 1;
    return post(work, options).finally(() => (running -= 1));
  };
}

function present(): Mounted {
  if (!mounted) throw new Error('Mount a contender first.');
  return mounted;
}

function frame(): Promise<number> {
  return new Promise((done) => requestAnimationFrame(done));
}

function task(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** The text of what is seen at a place of the box, through all shadow roots. */
function textAt(y: number): string {
  const { left, top } = box.getBoundingClientRect();
  let root: Document | ShadowRoot = document;
  let element: Element | null = null;
  for (;;) {
    const next: Element | null = root.elementFromPoint(left + PROBE_X, top + y);
    if (!next || next === element) break;
    element = next;
    if (!next.shadowRoot) break;
    root = next.shadowRoot;
  }
  const row = element?.closest('li, tr, [role="row"], [role="listitem"]') ?? element;
  return row && row !== box && !row.contains(box) ? row.textContent : '';
}

function isSeen({ description, merchantName }: Transaction): boolean {
  for (let y = 20; y < BOX.height; y += 28) {
    const text = textAt(y);
    if (description !== null && text.includes(description)) return true;
    if (merchantName !== null && text.includes(merchantName)) return true;
  }
  return false;
}

const harness: Harness = {
  prepare(count) {
    rows = transactions(count);
  },
  async mount() {
    const { contender } = globalThis as unknown as { contender: Contender };
    box.style.cssText = `inline-size:${BOX.width}px;block-size:${BOX.height}px;overflow:hidden`;
    document.body.append(box);
    mounted = await contender.mount(box);
    await harness.settle(); // Data never comes at once: what an element does meanwhile is done.
  },
  async give() {
    const [first] = rows;
    if (!first) throw new Error('Prepare rows before handing them over.');
    isHolding = true;
    await frame();
    await task();
    const start = performance.now();
    await present().give(rows);
    for (let tries = 0; tries < 600; tries += 1) {
      await frame();
      const time = performance.now() - start;
      if (!isSeen(first)) continue;
      await frame(); // The frame that shows it is painted by now.
      return time;
    }
    throw new Error('The first row was never seen.');
  },
  async settle() {
    isHolding = false;
    const waiting = held;
    held = [];
    for (const { work, done } of waiting) done(await work());
    for (let still = 0; still < 5; still += 1) {
      await task();
      await frame();
      if (running > 0) still = 0;
    }
  },
  height() {
    const { scrollHeight, clientHeight } = present().scroller();
    return scrollHeight - clientHeight;
  },
  async scroll(pixels, frames) {
    const scroller = present().scroller();
    const pass: Pass = { frames, dropped: 0, probes: 0, blank: 0 };
    scroller.scrollTop = 0;
    let step = pixels;
    let last = await frame();
    for (let at = 0; at < frames; at += 1) {
      const before = scroller.scrollTop;
      scroller.scrollTop = before + step;
      if (scroller.scrollTop === before) step = -step;
      const time = await frame();
      pass.dropped += Math.max(0, Math.round((time - last) / FRAME_MS) - 1);
      last = time;
      for (const y of PROBES) {
        pass.probes += 1;
        if (textAt(y).trim() === '') pass.blank += 1;
      }
    }
    return pass;
  },
  async type(texts) {
    const times: number[] = [];
    for (const text of texts) {
      await frame();
      await task();
      const start = performance.now();
      await present().filter(text);
      times.push(performance.now() - start);
      await frame();
    }
    return times;
  },
  forget() {
    rows = [];
  },
  countNodes() {
    let count = 0;
    const walk = (node: Node): void => {
      count += 1;
      if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
      node.childNodes.forEach(walk);
    };
    present().list().childNodes.forEach(walk);
    return count;
  },
  async churn(times) {
    const { contender } = globalThis as unknown as { contender: Contender };
    mounted?.unmount();
    isHolding = false;
    for (let at = 0; at < times; at += 1) {
      mounted = await contender.mount(box);
      await mounted.give(rows);
      await frame();
      mounted.unmount();
      mounted = null;
    }
    box.replaceChildren();
  },
  watched: () => ({ shift, longestTask }),
  resetWatch() {
    shift = 0;
    longestTask = 0;
    watchedSince = performance.now();
  },
};

(globalThis as unknown as { harness: Harness }).harness = harness;
