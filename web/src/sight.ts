// Whether an element is in sight, or close to it; where a browser cannot tell, everything is.

// Tells at once, and whenever it changes. `margin`: how far beyond the window counts, in per cent of its height.
export function watch_sight(element: Element, margin: number, tell: (in_sight: boolean) => void): () => void {
  if (typeof IntersectionObserver !== 'function') {
    tell(true);
    return () => {};
  }
  const observer = new IntersectionObserver((entries) => tell(entries.at(-1)!.isIntersecting), { rootMargin: `${margin}% 0px` });
  observer.observe(element);
  return () => observer.disconnect();
}
