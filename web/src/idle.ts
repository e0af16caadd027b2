// Work that may wait until the browser has nothing more urgent; gives what calls it off.

const AT_THE_LATEST = 1500; // milliseconds

export function when_idle(work: () => void, at_the_latest: number | null = AT_THE_LATEST): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, at_the_latest === null ? {} : { timeout: at_the_latest });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(work, 50);
  return () => clearTimeout(handle);
}
