import { expect, inject } from 'vitest'
import { clickControl } from '../harness/controls'
import { test, type EngineName } from '../harness/engineTest'
import { boxOf, expectFigure, expectText, expectCell } from '../harness/figure'
import { clipboardText } from '../harness/opening'

const published = 'Meta Token #2 • Past Cosine-Sim (Padded)'

/** Tests what the page puts on the clipboard. */
export function testCopying(engine: EngineName): void {
  test.for(['file', 'served'] as const)(
    'copies the value that is read, the SVG, the table and the description, page %s',
    async (from, { open }) => {
      const page = await open(engine, { url: inject(`${from}Url`) })
      await expectFigure(page, published)
      await expectCell(page, [0, 12], 'layer 0 · token 12 "level" (3 back) · 0.04')
      const { x, y } = await boxOf(page, '[data-testid="readout"] button')
      await page.evaluate(noteText, 'Copied 0.04')
      await page.click(x + 5, y + 5)
      await expect.poll(() => page.evaluate(notedText)).toBe('Copied 0.04')
      await expect.poll(() => clipboardText(page)).toBe('0.04')
      for (const [button, said, content] of [
        ['Copy SVG', 'SVG copied', /^<\?xml [^]*<svg [^]*<\/svg>\s*$/],
        ['Copy table', 'Table copied', /\t0\.04\b/],
        ['Copy description', 'Description copied', /^## Meta Token [^]*highest [^]*0\.04/],
      ] as const) {
        /* oxlint-disable no-await-in-loop -- one clipboard */
        await clickControl(page, 'Export')
        await clickControl(page, button)
        await expectText(page, said)
        await expect.poll(() => clipboardText(page)).toMatch(content)
        /* oxlint-enable no-await-in-loop */
      }
    },
  )
}

/** Runs in the page: notes that a text is shown, which may be for a moment only, in which a busy driver does not look. */
function noteText(text: string): void {
  const observer = new MutationObserver(() => {
    if (!document.body.textContent.includes(text)) return
    observer.disconnect()
    document.body.dataset['noted'] = text
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
}

/** Runs in the page. */
function notedText(): string | undefined {
  return document.body.dataset['noted']
}
