// What was typed and not saved yet, kept in this tab until it is: a reload or a crash loses nothing.

const PREFIX = 'entente-draft/';

const storage = (): Storage | null => {
  try {
    return sessionStorage;
  } catch {
    return null; // the browser keeps nothing
  }
};

export function keep_draft(id: string, draft: unknown): void {
  try {
    storage()?.setItem(PREFIX + id, JSON.stringify(draft));
  } catch {
    // full: what is typed stays in the form
  }
}

export function kept_draft<Draft>(id: string): Draft | null {
  const text = storage()?.getItem(PREFIX + id);
  if (!text) return null;
  try {
    return JSON.parse(text) as Draft;
  } catch {
    return null;
  }
}

export function forget_draft(id: string): void {
  storage()?.removeItem(PREFIX + id);
}

export function has_drafts(): boolean {
  const kept = storage();
  return kept !== null && Object.keys(kept).some((key) => key.startsWith(PREFIX));
}
