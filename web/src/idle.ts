// Work that may wait until the browser has nothing more urgent; gives what calls it off.

const AT_THE_LATEST = 1500; // milliseconds

export function when_idle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: AT_THE_LATEST });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(work, 50);
  return () => clearTimeout(handle);
}
