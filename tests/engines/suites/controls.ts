import { expect } from 'vitest'
import { fixturePath } from '../../browser/harness/fixturePath'
import type { PageDriver } from '../drivers/PageDriver'
import { clickControl } from '../harness/controls'
import { test, type EngineName } from '../harness/engineTest'
import { cellOf, cellsOf, expectFigure, expectText, focusFigure } from '../harness/figure'

const published = 'Meta Token #2 • Past Cosine-Sim (Padded)'

const steps = ['list-recall-step0', 'list-recall-step200', 'list-recall'].map((name) =>
  fixturePath(`canonical/${name}.json`),
)

/** Tests the controls around the figure and on it: that each opens, and does what it is for. */
export function testControls(engine: EngineName): void {
  test('shows the panels of the dock, the command bar and the settings on the figure', async ({
    open,
  }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    for (const panel of ['Settings', 'Table', 'Findings']) {
      /* oxlint-disable no-await-in-loop -- one dock */
      await clickControl(page, panel)
      await expect.poll(() => page.evaluate(textOf, '.panel h2'), { interval: 20 }).toBe(panel)
      /* oxlint-enable no-await-in-loop */
    }
    await clickControl(page, 'Close findings')
    await expect.poll(() => page.evaluate(textOf, '.panel h2'), { interval: 20 }).toBe('')

    await focusFigure(page)
    const first = await fillOf(page)
    await page.press('Control+k')
    for (const key of ['v', 'i', 'k', 'Enter']) {
      /* oxlint-disable no-await-in-loop -- one key after the other, each with the bar open */
      await expect.poll(() => page.evaluate(focusedName), { interval: 20 }).toBe('Command')
      await page.press(key)
      /* oxlint-enable no-await-in-loop */
    }
    await expect.poll(() => fillOf(page)).not.toBe(first)
    const second = await fillOf(page)

    await clickControl(page, 'Edit colors')
    await expect.poll(() => page.evaluate(chooseOption, 'Colormap', 'magma')).toBe(true)
    await expect.poll(() => fillOf(page)).not.toBe(second)
    await page.press('Escape')
    await clickControl(page, 'Edit token axis')
    await expect.poll(() => page.evaluate(chooseOption, 'Tokens by', 'position')).toBe(true)
    await expectText(page, '(position 0')
    await page.press('Escape')
    await expect.poll(() => page.evaluate(textOf, '[role=dialog]')).toBe('')
  })

  test('zooms to a box that is drawn with Shift', async ({ open }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    const [from, to] = [await cellOf(page, 6, 10), await cellOf(page, 6, 5)]
    await page.evaluate(drawBox, [from.x + 3, from.y + 5], [to.x + to.width - 3, to.y + 6])
    await expect.poll(async () => (await cellsOf(page)).length).toBe(12 * 6)
    await clickControl(page, 'Fit')
    await expect.poll(async () => (await cellsOf(page)).length).toBe(12 * 15)
  })

  test('combines files into panels, and subtracts one from another, by the dialogs', async ({
    open,
  }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    await page.chooseFiles(...steps)
    await clickControl(page, 'Combine these 3 files…')
    await clickControl(page, 'Combine 3 queries')
    await expect.poll(() => page.evaluate(panelCount)).toBe(3)
    await clickControl(page, 'list-recall-step200.json')
    await expect.poll(() => page.evaluate(panelCount)).toBe(1)
    await clickControl(page, 'Compare')
    await clickControl(page, 'Difference…')
    await clickControl(page, 'Subtract')
    await expectText(page, 'Δ cosine similarity')
  })
}

/** Returns the color of one cell. */
async function fillOf(page: PageDriver): Promise<string> {
  const cells = await cellsOf(page)
  return cells.find(({ layer, token }) => layer === 0 && token === 12)?.fill ?? ''
}

/** Runs in the page: the text of the first element of a selector; empty if there is none. */
function textOf(selector: string): string {
  return document.querySelector(selector)?.textContent ?? ''
}

/** Runs in the page. */
function focusedName(): string {
  return document.activeElement?.ariaLabel ?? ''
}

/** Runs in the page. */
function panelCount(): number {
  return document.querySelectorAll('[data-testid="cells"]').length
}

/** Runs in the page: chooses a value in the list of a name beside the figure. Returns false if there is none yet. */
function chooseOption(name: string, value: string): boolean {
  const lists = Array.from(document.querySelectorAll<HTMLSelectElement>('[role=dialog] select'))
  const list = lists.find((each) =>
    [each.ariaLabel, ...Array.from(each.labels, ({ textContent }) => textContent)].some((text) =>
      text?.trim().startsWith(name),
    ),
  )
  if (list === undefined) return false
  list.value = value
  list.dispatchEvent(new Event('change', { bubbles: true }))
  return list.value === value
}

/** Runs in the page: the events of a hand that draws a box between two points with Shift. */
function drawBox(from: readonly [x: number, y: number], to: readonly [x: number, y: number]): void {
  const events = [
    ['pointerdown', from],
    ['pointermove', to],
    ['pointerup', to],
  ] as const
  for (const [type, [clientX, clientY]] of events) {
    const target = document.elementFromPoint(clientX, clientY) ?? document.body
    const options = { bubbles: true, cancelable: true, shiftKey: true, clientX, clientY }
    target.dispatchEvent(new PointerEvent(type, options))
  }
}
