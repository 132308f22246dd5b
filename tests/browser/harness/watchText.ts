import type { Page } from 'playwright-core'

/**
 * Watches for a text from now on, in the page itself: it may be shown for a moment only, in which a busy driver does
 * not look. Returns a function that waits until the text has been shown.
 */
export async function watchText(page: Page, text: string): Promise<() => Promise<void>> {
  const watch = await page.evaluateHandle((wanted) => {
    const shown = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.body.textContent.includes(wanted)) return
        observer.disconnect()
        resolve()
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    // In an object, since a promise would be awaited here.
    return { shown }
  }, text)
  return () => watch.evaluate(({ shown }) => shown)
}
