/** Time in milliseconds after which any browser has started to read the blob. */
const URL_LIFETIME = 60_000

/** Saves a blob as a file of this name, as a click on a download link does. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  // Firefox follows a link only if it is in the document.
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the blob after the click has returned, and no event marks the end.
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFETIME)
}
