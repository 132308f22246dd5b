import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { boxOf } from './harness/cellOf'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

const screens = [
  ['a narrow phone', { width: 360, height: 640 }],
  ['a phone', { width: 420, height: 800 }],
  ['a desk', { width: 1280, height: 800 }],
  ['a large screen', { width: 2560, height: 1440 }],
  ['a 4K screen', { width: 3840, height: 2160 }],
] as const

describe.each(screens)('on %s', (_name, viewport) => {
  test('the page is as wide as the window, and so are its menus and messages', async ({
    openPage,
  }) => {
    const page = await openPage({ viewport })
    await figureName(page)
    await openTensor(
      page,
      fixturePath('canonical/five-lists.json'),
      fixturePath('problems/text-in-row.json'),
    )
    await page.getByText('was not opened').waitFor()
    await expect.poll(() => page.evaluate(overflow)).toBe(0)
    for (const menu of ['Samples', 'Export']) {
      /* oxlint-disable no-await-in-loop -- one menu at a time is open */
      await page.getByRole('button', { name: menu }).click()
      await expectInside(page, '.menu-panel', viewport.width)
      await page.keyboard.press('Escape')
      /* oxlint-enable no-await-in-loop */
    }
    await expect.poll(() => page.evaluate(overflow)).toBe(0)
  })

  test('the figure is whole and in the window', async ({ openPage }) => {
    const page = await openPage({ viewport })
    await expectInside(page, '[data-testid="figure"]', viewport.width)
    await expect.poll(() => page.evaluate(overflow)).toBe(0)
  })
})

test('the page is dark where the reader wants it dark, and turns with the wish', async ({
  openPage,
}) => {
  const page = await openPage({ colorScheme: 'dark' })
  const background = page.getByTestId('figure').locator('rect').first()
  expect(await background.getAttribute('fill')).toBe('#11151b')
  expect(await page.evaluate(pageColor)).toBe('rgb(11, 14, 19)')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => background.getAttribute('fill')).toBe('#ffffff')
  expect(await page.evaluate(pageColor)).toBe('rgb(242, 244, 248)')
})

test('the figure follows the window', async ({ openPage }) => {
  const page = await openPage()
  const before = await boxOf(page.getByTestId('figure'))
  await page.setViewportSize({ width: 800, height: 800 })
  await expect
    .poll(async () => (await boxOf(page.getByTestId('figure'))).width)
    .toBeLessThan(before.width)
})

async function expectInside(page: Page, selector: string, width: number): Promise<void> {
  await expect
    .poll(async () => {
      const box = await boxOf(page.locator(selector))
      return box.x >= 0 && box.x + box.width <= width
    })
    .toBe(true)
}

/** Runs in the page: CSS pixels that one could scroll sideways. */
function overflow(): number {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth - clientWidth
}

/** Runs in the page. */
function pageColor(): string {
  return getComputedStyle(document.documentElement).backgroundColor
}
