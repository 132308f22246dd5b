/** Long enough for any browser to have started reading the blob, in milliseconds. */
const URL_LIFETIME = 60_000

/** Saves a blob under a name, as a click on a download link does. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  // Firefox follows only links that are in the document.
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the blob after the click has returned, and does not say when.
  setTimeout(() => URL.revokeObjectURL(url), URL_LIFETIME)
}
