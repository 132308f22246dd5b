/** Whether keys and pasted text that reach this target are meant for a field that takes text. */
export function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null
}

const TEXT_FIELDS = 'textarea, input:not([type="radio"], [type="checkbox"], [type="file"])'
