/** A small choice that this browser remembers. Where storage is off it holds until the page is loaded again. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`colloquy.${name}`);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`colloquy.${name}`);
    else localStorage.setItem(`colloquy.${name}`, value);
  } catch {
    // storage is off in this browser
  }
}
