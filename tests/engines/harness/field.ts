/** Runs in the page: adds a field with a text, all of it selected. */
export function showField(text: string): void {
  const field = document.createElement('textarea')
  field.className = 'of-the-test'
  field.value = text
  document.body.append(field)
  field.select()
}

/** Runs in the page. */
export function readField(): string {
  return document.querySelector<HTMLTextAreaElement>('.of-the-test')?.value ?? ''
}

/** Runs in the page. */
export function leaveField(): void {
  document.querySelector('.of-the-test')?.remove()
}
