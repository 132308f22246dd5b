import { expect } from 'vitest'
import type { PageDriver } from '../drivers/PageDriver'

/** A page, or a frame of it. */
export type Evaluator = Pick<PageDriver, 'evaluate'>

export interface DrawnCell {
  readonly layer: number
  readonly token: number
  /** As the figure says it. */
  readonly fill: string
  /** In the window. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Waits for the figure of this title. */
export async function expectFigure(page: Evaluator, title: string): Promise<void> {
  await expect.poll(() => page.evaluate(figureName), { interval: 20 }).toBe(title)
}

/** Waits for a figure of another title. */
export async function expectAnotherFigure(page: Evaluator, title: string): Promise<void> {
  await expect.poll(() => page.evaluate(figureName), { interval: 20 }).not.toBe(title)
}

/** Waits for the readout to say a text. */
export async function expectReadout(page: Evaluator, text: string): Promise<void> {
  const shown = text.replaceAll(/(?<=· |\de)-/gu, '−')
  await expect.poll(() => page.evaluate(readoutText), { interval: 20 }).toBe(shown)
}

/** Waits until the page says a text, anywhere. */
export async function expectText(page: Evaluator, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(pageText), { interval: 20 }).toContain(text)
}

/** Returns the shapes of the figure's cells, as soon as the figure is at rest. */
export async function cellsOf(page: Evaluator): Promise<DrawnCell[]> {
  await boxOf(page, '[data-testid="figure"]')
  return page.evaluate(drawnCells)
}

/** Returns the shape of a cell, by its 0-based indices in the tensor. */
export async function cellOf(page: Evaluator, layer: number, token: number): Promise<DrawnCell> {
  const cells = await cellsOf(page)
  const cell = cells.find((each) => each.layer === layer && each.token === token)
  if (cell === undefined) throw new Error(`no shape for layer ${layer}, token ${token}`)
  return cell
}

/** Moves the mouse to the middle of a cell, by its layer and token, and waits for the readout to say a text. */
export async function expectCell(
  page: PageDriver,
  [layer, token]: readonly [layer: number, token: number],
  text: string,
): Promise<void> {
  const { x, y, width, height } = await cellOf(page, layer, token)
  await page.moveTo(x + width / 2, y + height / 2)
  await expectReadout(page, text)
}

/** Returns the texts of the figure, in the order in which it draws them. */
export function figureTexts(page: Evaluator): Promise<string[]> {
  return page.evaluate(textsOfFigure)
}

/** Gives the keyboard to the figure. */
export function focusFigure(page: Evaluator): Promise<void> {
  return page.evaluate(focusOnFigure)
}

/** Returns where an element is in the window, as soon as it is at rest. */
export function boxOf(page: Evaluator, selector: string): Promise<Box> {
  return page.evaluate(boxOfElement, selector)
}

export type Box = Pick<DrawnCell, 'x' | 'y' | 'width' | 'height'>

/** Runs in the page. */
function figureName(): string | null {
  return document.querySelector('[data-testid="figure"]')?.getAttribute('aria-label') ?? null
}

/** Runs in the page. */
function readoutText(): string {
  return document.querySelector('[data-testid="readout"]')?.textContent ?? ''
}

/** Runs in the page. */
function pageText(): string {
  return document.body.innerText
}

/** Runs in the page. */
function drawnCells(): DrawnCell[] {
  const cells = document.querySelectorAll<SVGElement>(
    '[data-testid="cells"] rect[data-layer][data-token]',
  )
  return Array.from(cells, (cell) => {
    const { x, y, width, height } = cell.getBoundingClientRect()
    return {
      layer: Number(cell.dataset['layer']),
      token: Number(cell.dataset['token']),
      fill: cell.getAttribute('fill') ?? '',
      x,
      y,
      width,
      height,
    }
  })
}

/** Runs in the page. */
function textsOfFigure(): string[] {
  const texts = document.querySelectorAll('[data-testid="figure"] text')
  return Array.from(texts, ({ textContent }) => textContent)
}

/** Runs in the page. */
function focusOnFigure(): void {
  document.querySelector<SVGElement>('[data-testid="figure"]')?.focus()
}

/**
 * Runs in the page: waits until the box is the same in four frames. The first picture is made for more room than the
 * controls then leave it, so the page must fit into the window too.
 */
async function boxOfElement(selector: string): Promise<Box> {
  let sameCount = 0
  let last = new DOMRect()
  while (sameCount < 3) {
    // oxlint-disable-next-line no-await-in-loop -- one frame comes after the other
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
    const box = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
    const isSame = box.width > 0 && JSON.stringify(box) === JSON.stringify(last)
    const isInside = document.documentElement.scrollHeight <= innerHeight
    sameCount = isSame && isInside ? sameCount + 1 : 0
    last = box
  }
  const { x, y, width, height } = last
  return { x, y, width, height }
}

/** Returns the color beside the text of the legend that begins so. */
export function legendColor(page: Evaluator, text: string): Promise<string> {
  return page.evaluate(colorBeside, text)
}

/** Runs in the page. */
function colorBeside(text: string): string {
  const texts = Array.from(document.querySelectorAll('[data-testid="figure"] rect + text'))
  const found = texts.find(({ textContent }) => textContent.startsWith(text))
  return found?.previousElementSibling?.getAttribute('fill') ?? ''
}
