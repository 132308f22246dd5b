import type { Page } from 'playwright-core'

/** From now on the page gets no bytes of files until `letBytesCome`. */
export function holdBytes(page: Page): Promise<void> {
  return page.evaluate(hold)
}

/** Runs in the page. */
function hold(): void {
  const come = new Promise((resolve) => addEventListener('bytes-come', resolve, { once: true }))
  Blob.prototype.arrayBuffer = async function held(this: Blob) {
    await come
    return new Response(this).arrayBuffer()
  }
}

export async function letBytesCome(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('bytes-come')))
}
