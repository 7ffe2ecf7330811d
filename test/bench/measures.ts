/** What is measured of a contender, each in a browser of its own. Figures are in milliseconds, bytes or counts. */
import { call, openSample, type Sample, type SampleOptions } from './browser.js';
import type { Entrant } from './registry.js';

/** One sample: named figures. */
export type Figures = Record<string, number>;

export type Measure = (entrant: Entrant, origin: string) => Promise<Figures>;

const CHURN = 1000;

/**
 * What engines learn of code they run often stays: after 300 mounts they still compile for the next thousand (200 kB
 * of machine code), after a thousand they have done.
 */
const CHURN_WARM_UP = 1000;

/** Long enough for what cleans up late. */
const CHURN_REST_MS = 3000;

const READING = { pixels: 120, frames: 120 };
const FLING = { pixels: 2400, frames: 120 };

/** Through the whole list in this many frames. */
const JUMP_FRAMES = 170;

/** As a person types and takes back, with a word that is nowhere and one in Arabic. */
const TYPED = [
  ...['c', 'ca', 'car', 'carr', 'carre', 'carref', 'carrefo', 'carrefou', 'carrefour'],
  ...['carrefou', 'carref', 'carr', 'ca', ''],
  ...['zzzz', '', 'كارفور', '', 'dubai', 'dubai 7', ''],
];

const TYPING_PASSES = 5;

function rest(): Promise<void> {
  return new Promise((done) => setTimeout(done, CHURN_REST_MS));
}

/** Opens the bench's page in a new browser with a contender in it, and measures there. */
function inPage(options: SampleOptions, measure: (sample: Sample) => Promise<Figures>): Measure {
  return async ({ code, module }, origin) => {
    const sample = await openSample(options);
    try {
      const { page } = sample;
      await page.goto(origin);
      await page.addScriptTag({ url: '/harness.js' });
      if (module !== null) await page.addScriptTag({ url: module, type: 'module' });
      await page.addScriptTag({ content: code });
      return await measure(sample);
    } finally {
      await sample.close();
    }
  };
}

/** From rows handed to a mounted element until the first is painted, and what follows in the background. */
export function firstRows(count: number, options: SampleOptions = {}): Measure {
  return inPage(options, async (sample) => {
    await call(sample, 'prepare', count);
    await call(sample, 'mount');
    await call(sample, 'resetWatch');
    const before = await sample.cpu();
    const first = await call(sample, 'give');
    const shown = await sample.cpu();
    await call(sample, 'settle');
    const settled = await sample.cpu();
    const { shift, longestTask } = await call(sample, 'watched');
    const nodes = await call(sample, 'countNodes');
    return { first, cpu: shown - before, later: settled - shown, nodes, longestTask, shift };
  });
}

/** Main-thread CPU for each scrolled frame, frames that came late, and places that were empty. */
export function scrolling(count: number): Measure {
  return inPage({}, async (sample) => {
    await call(sample, 'prepare', count);
    await call(sample, 'mount');
    await call(sample, 'give');
    await call(sample, 'settle');
    const height = await call(sample, 'height');
    const passes = {
      read: READING,
      fling: FLING,
      jump: { pixels: Math.floor(height / JUMP_FRAMES), frames: JUMP_FRAMES },
    };
    const figures: Figures = {};
    for (const [name, { pixels, frames }] of Object.entries(passes)) {
      const before = await sample.cpu();
      const pass = await call(sample, 'scroll', pixels, frames);
      figures[`${name} cpu`] = ((await sample.cpu()) - before) / pass.frames;
      figures[`${name} dropped`] = pass.dropped / pass.frames;
      figures[`${name} blank`] = pass.blank / pass.probes;
    }
    figures['nodes'] = await call(sample, 'countNodes');
    return figures;
  });
}

/** The time that a keystroke's handler takes until the list says the new thing. */
export function typing(count: number): Measure {
  return inPage({}, async (sample) => {
    await call(sample, 'prepare', count);
    await call(sample, 'mount');
    await call(sample, 'give');
    await call(sample, 'settle');
    const before = await sample.cpu();
    const passes: number[][] = [];
    for (let pass = 0; pass < TYPING_PASSES; pass += 1) passes.push(await call(sample, 'type', TYPED));
    const cpu = ((await sample.cpu()) - before) / (TYPED.length * TYPING_PASSES);
    // The best of each keystroke's repetitions: what is above it is other load on the machine.
    const times = TYPED.map((_, at) => Math.min(...passes.map((pass) => pass[at] ?? Infinity)));
    times.sort((one, other) => one - other);
    return { median: times[times.length >> 1] ?? 0, longest: times.at(-1) ?? 0, cpu };
  });
}

/** What a list keeps in memory, its rows included. */
export function memory(count: number): Measure {
  return inPage({}, async (sample) => {
    await call(sample, 'prepare', 100);
    await call(sample, 'mount');
    await call(sample, 'give');
    await call(sample, 'settle');
    await call(sample, 'forget');
    const before = await sample.heap();
    await call(sample, 'prepare', count);
    await call(sample, 'give');
    await call(sample, 'settle');
    await call(sample, 'forget');
    return { megabytes: ((await sample.heap()) - before) / 1e6 };
  });
}

/** What is left after many mounts and unmounts. */
export function churn(count: number): Measure {
  return inPage({ unlimited: true }, async (sample) => {
    await call(sample, 'prepare', count);
    await call(sample, 'mount');
    await call(sample, 'churn', CHURN_WARM_UP);
    await rest();
    const heap = await sample.heap();
    const before = await sample.kept();
    await call(sample, 'churn', CHURN);
    await rest();
    const kilobytes = ((await sample.heap()) - heap) / 1000;
    const after = await sample.kept();
    return {
      kilobytes,
      nodes: after.nodes - before.nodes,
      listeners: after.listeners - before.listeners,
    };
  });
}
