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
