/**
 * Writes a text, or a promised text, to the clipboard. Returns false if the browser does not allow it. If the
 * asynchronous clipboard is missing, as in frames and old browsers, copies the selection of a hidden field. Rejects as
 * the promised text does.
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  if (typeof text !== 'string' && (await copyItems({ 'text/plain': blobOf(text) }))) return true
  const made = await text
  try {
    await navigator.clipboard.writeText(made)
    return true
  } catch {
    return copyBySelection(made)
  }
}

async function blobOf(text: Promise<string>): Promise<Blob> {
  return new Blob([await text], { type: 'text/plain' })
}

/**
 * Writes one item to the clipboard in each of its types. Returns false if the browser does not allow it. Blobs may be
 * promised, since Safari allows a page to write only directly after a click. Rejects as these promises do.
 */
export async function copyItems(items: Readonly<Record<string, Promise<Blob>>>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(items)])
    return true
  } catch {
    // If a promise rejected, its error is the reason.
    await Promise.all(Object.values(items))
    return false
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
