/**
 * Puts one thing on the clipboard in each of its types; false where the browser does not let the page. What is still
 * being made is promised, since Safari lets a page write only at once after a click. Rejects as these promises do.
 */
export async function copyItems(items: Readonly<Record<string, Promise<Blob>>>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(items)])
    return true
  } catch {
    // What went wrong while it was made is the reason to tell.
    await Promise.all(Object.values(items))
    return false
  }
}
