/** Lets a limited number of things run at once; the others wait in line. */
export interface Slots {
  /**
   * Runs `work` as soon as a place is free; what is urgent goes to the head of the line. Rejects with the signal's
   * reason when it is aborted before that.
   */
  run<Result>(
    work: () => Promise<Result>,
    signal: AbortSignal | undefined,
    isUrgent?: boolean,
  ): Promise<Result>;
}

/** A line in front of `places` places. */
export function createSlots(places: number): Slots {
  const line: (() => void)[] = [];
  let free = places;

  function release(): void {
    free += 1;
    line[0]?.();
  }

  function enter(signal: AbortSignal | undefined, isUrgent: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      function stepOut(): void {
        const place = line.indexOf(take);
        if (place >= 0) line.splice(place, 1);
      }
      function take(): void {
        stepOut();
        signal?.removeEventListener('abort', leave);
        free -= 1;
        resolve();
      }
      function leave(): void {
        stepOut();
        reject(signal?.reason as Error);
      }
      if (signal?.aborted) {
        leave();
      } else if (free > 0) {
        take();
      } else {
        if (isUrgent) line.unshift(take);
        else line.push(take);
        signal?.addEventListener('abort', leave, { once: true });
      }
    });
  }

  return {
    async run(work, signal, isUrgent = false) {
      await enter(signal, isUrgent);
      try {
        return await work();
      } finally {
        release();
      }
    },
  };
}
