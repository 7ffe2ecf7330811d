/** Calls back once nothing has moved for a while. */
export interface WhenStill {
  moved(): void;
  cancel(): void;
}

/** One timer for a whole movement: setting a new one in each frame would cost more than the call. */
export function whenStill(milliseconds: number, call: () => void): WhenStill {
  let timer = 0;
  let last = 0;

  function check(): void {
    const rest = milliseconds - (performance.now() - last);
    timer = rest > 0 ? window.setTimeout(check, rest) : 0;
    if (timer === 0) call();
  }

  return {
    moved() {
      last = performance.now();
      if (timer === 0) timer = window.setTimeout(check, milliseconds);
    },
    cancel() {
      window.clearTimeout(timer);
      timer = 0;
    },
  };
}
