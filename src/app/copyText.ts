/**
 * Puts a text on the clipboard; false where the browser does not let the page. Frames and old browsers have no
 * asynchronous clipboard: there a selected, hidden field is copied instead.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  const focused = document.activeElement
  field.value = text
  field.className = 'visually-hidden'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement || focused instanceof SVGElement) focused.focus()
  return isCopied
}
