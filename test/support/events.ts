/** Resolves with the next event of a type that reaches the document. */
export function nextEvent<Name extends keyof DocumentEventMap>(
  name: Name,
  target: EventTarget = document,
): Promise<DocumentEventMap[Name]> {
  return new Promise((resolve) => {
    target.addEventListener(name, (event) => resolve(event as DocumentEventMap[Name]), { once: true });
  });
}

/** Collects the types of all `lean-*` events that reach an element. */
export function heardEvents(target: EventTarget, names: readonly string[]): string[] {
  const heard: string[] = [];
  for (const name of names) target.addEventListener(name, () => heard.push(name));
  return heard;
}

/** A promise that is late fails by what was waited for, sooner than the runner's own limit would. */
export async function within<Value>(promise: Promise<Value>, what: string): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Waited in vain: ${what}.`));
    }, 9000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
