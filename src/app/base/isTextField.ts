/** Returns true if the target is, or is inside, a field that takes typed or pasted text. */
export function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null
}

const TEXT_FIELDS = 'textarea, input:not([type="radio"], [type="checkbox"], [type="file"])'
