import { describe, expect } from 'vitest'
import { chooseAxes, isAxesChoice } from './harness/axesMenu'
import { dropFiles } from './harness/dropFiles'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { keepFile } from './harness/keepFile'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'

const values = [
  [0.1, 0.25, -0.5, 0.4],
  [0.5, 0.625, 0.75, 0.8],
]

function boxOf(bytes: Buffer): string | undefined {
  return /MediaBox \[([^\]]*)\]/.exec(bytes.toString('latin1'))?.[1]
}

describe('the exported PDF', () => {
  test('is live again where it is dropped, in its view', async ({ openPage }) => {
    const first = await openPage()
    const tokens = ['a', 'b', 'c', 'd']
    await showTensor(first, { title: 'Lists', tokens, values }, 'List Recall.json')
    await chooseAxes(first, 'Position')
    const saved = await exportFile(first, 'PDF')
    expect(saved.name).toBe('list-recall.pdf')
    const figure = await first.getByTestId('figure').boundingBox()
    const [, , width = 0, height = 0] = (boxOf(saved.bytes) ?? '').split(' ').map(Number)
    expect(width).toBeCloseTo((figure?.width ?? 0) * 0.75, 2)
    expect(height).toBeCloseTo((figure?.height ?? 0) * 0.75, 2)
    // Nothing was said: the fonts have all characters.
    expect(await first.getByText('The fonts of the PDF').count()).toBe(0)

    const second = await openPage()
    await figureName(second)
    await dropFiles(second, [keepFile(saved)])
    await expect.poll(() => figureName(second)).toBe('Lists')
    expect(await isAxesChoice(second, 'Position')).toBe(true)
    expect((await exportFile(second, 'PDF')).bytes.equals(saved.bytes)).toBe(true)
  })

  test('has labels as pictures that its fonts cannot write, and says which', async ({
    openPage,
  }) => {
    const page = await openPage()
    const tokens = ['plum', '水', '👩‍👧', 'שלום']
    await showTensor(page, { title: 'Scripts', tokens, values })
    const saved = await exportFile(page, 'PDF')
    const notice = page.getByText('The fonts of the PDF lack characters of')
    await notice.getByText('They are pictures in it, with the text behind them.').waitFor()
    // Sentences isolate texts that run from right to left.
    const said = (await notice.textContent())?.replaceAll(/[\u2066-\u2069]/g, '')
    expect(tokens.map((token) => said?.includes(`“${token}”`))).toEqual([false, true, true, true])
    // Each is a picture with its opacity.
    expect(saved.bytes.toString('latin1').match(/\/SMask/g)).toHaveLength(3)
  })

  test('of many cells says how far it is, and can be cancelled', async ({ openPage }) => {
    const page = await openPage()
    await figureName(page)
    await page.getByRole('button', { name: 'Samples' }).click()
    await page.getByRole('button', { name: 'stress 64 × 32,768', exact: true }).click()
    await expect.poll(() => figureName(page)).toContain('64 × 32768')
    await page.evaluate(cancelPacking)
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('button', { name: 'PDF', exact: true }).click()
    await expect
      .poll(() => page.locator('body').getAttribute('data-cancelled'))
      .toBe('Making the file')
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await page.getByText('was not saved').count()).toBe(0)

    await page.getByRole('button', { name: 'Samples' }).click()
    await page.getByRole('button', { name: 'stress 12 × 4,096', exact: true }).click()
    await expect.poll(() => figureName(page)).toContain('12 × 4096')
    const { bytes } = await exportFile(page, 'PDF')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('has no picture of a label that is higher than its line by far', async ({ openPage }) => {
    const page = await openPage()
    const stack = `a${'\u0300'.repeat(5000)}`
    const layers = [stack, 'b']
    await showTensor(page, { title: 'High', layers, values, metric: stack, source: stack })
    const text = (await exportFile(page, 'PDF')).bytes.toString('latin1')
    const heights = Array.from(text.matchAll(/\/Height (\d+)/g), ([, height]) => Number(height))
    expect(heights.length).toBeGreaterThan(0)
    expect(Math.max(...heights)).toBeLessThan(1000)
  })
})

/** Runs in the page, since a busy driver may come too late: presses Cancel once the packed share is shown. */
function cancelPacking(): void {
  const observer = new MutationObserver(() => {
    if (!/Packing the tensor: \d+%/.test(document.body.textContent)) return
    observer.disconnect()
    document.body.dataset['cancelled'] = document.querySelector('progress')?.ariaLabel ?? ''
    const buttons = Array.from(document.querySelectorAll('button'))
    buttons.find(({ textContent }) => textContent === 'Cancel')?.click()
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
}
