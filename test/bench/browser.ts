/** One Chromium with a fresh profile for each sample, and what it tells of its main thread. */
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { browserArguments, ensureBrowser } from '../../scripts/ensure-browser.mjs';
import type { Harness } from './page/harness.js';

export interface Sample {
  page: Page;
  devtools: CDPSession;
  /** Main-thread CPU since the page began, in milliseconds: other load on the machine hardly shows in it. */
  cpu(): Promise<number>;
  /** Bytes kept after two collections: JavaScript objects and the buffers behind typed arrays. */
  heap(): Promise<number>;
  /** Nodes and listeners that are kept after two collections. */
  kept(): Promise<{ nodes: number; listeners: number }>;
  close(): Promise<void>;
}

export interface SampleOptions {
  /** How many times slower than this machine. */
  slowdown?: number;
  /** Paints as soon as it can instead of 60 times a second. */
  unlimited?: boolean;
}

/** Opens an empty page of a new browser. */
export async function openSample({ slowdown = 1, unlimited = false }: SampleOptions = {}): Promise<Sample> {
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser(),
    args: [...browserArguments, ...(unlimited ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : [])],
    headless: true,
    defaultViewport: { width: 800, height: 900 },
  });
  const [page = await browser.newPage()] = await browser.pages();
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (slowdown > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

  async function metric(...names: string[]): Promise<number[]> {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return names.map((name) => metrics.find((each) => each.name === name)?.value ?? Number.NaN);
  }

  async function collect(): Promise<void> {
    await devtools.send('HeapProfiler.enable');
    for (let times = 0; times < 2; times += 1) await devtools.send('HeapProfiler.collectGarbage');
  }

  return {
    page,
    devtools,
    async cpu() {
      const [seconds = Number.NaN] = await metric('TaskDuration');
      return seconds * 1000;
    },
    async heap() {
      await collect();
      const usage = (await devtools.send('Runtime.getHeapUsage')) as {
        usedSize: number;
        backingStorageSize?: number;
      };
      return usage.usedSize + (usage.backingStorageSize ?? 0);
    },
    async kept() {
      await collect();
      const [nodes = Number.NaN, listeners = Number.NaN] = await metric('Nodes', 'JSEventListeners');
      return { nodes, listeners };
    },
    close: () => browser.close(),
  };
}

/** The harness inside the page, called from here. */
export function call<Name extends keyof Harness>(
  { page }: Sample,
  name: Name,
  ...words: Parameters<Harness[Name]>
): Promise<Awaited<ReturnType<Harness[Name]>>> {
  return page.evaluate(
    (method, args) => {
      const { harness } = globalThis as unknown as {
        harness: Record<string, (...all: unknown[]) => unknown>;
      };
      return harness[method]?.(...args);
    },
    name,
    words,
  ) as Promise<Awaited<ReturnType<Harness[Name]>>>;
}
