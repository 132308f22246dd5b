import type { Locator, Page } from 'playwright-core'

/** The shape of a cell, by its 0-based indices in the tensor. */
export function cellOf(page: Page, layerIndex: number, tokenIndex: number): Locator {
  return page
    .getByTestId('cells')
    .locator(`rect[data-layer="${layerIndex}"][data-token="${tokenIndex}"]`)
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where an element is in the window. Throws for one that is not drawn. */
export async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox()
  if (box === null) throw new Error('the element is not drawn')
  return box
}

/** Where an element ends in the window, from its top. */
export async function bottomOf(element: Locator): Promise<number> {
  const { y, height } = await boxOf(element)
  return y + height
}
