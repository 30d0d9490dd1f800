/** Language and theme survive a reload where the browser allows it; orders are never stored. */
export function recall(name: string) {
  try {
    return localStorage.getItem(`payscore.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string) {
  try {
    localStorage.setItem(`payscore.${name}`, value);
  } catch {
    return;
  }
}
