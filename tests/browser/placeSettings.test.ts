import { expect } from 'vitest'
import { boxOf } from './harness/cellOf'
import { figureName } from './harness/figureName'
import { test } from './harness/pageTest'
import { tabTo } from './harness/tabStops'

test('a click on the color bar opens range, colormap and transform beside it', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  const bar = page.getByRole('button', { name: 'Edit colors' })
  await bar.click()
  const settings = page.getByRole('dialog', { name: 'Colors' })
  await settings.getByRole('combobox', { name: 'Colormap', exact: true }).selectOption('magma')
  await expect.poll(() => page.url()).toContain('colormap=magma')
  await settings.getByRole('combobox', { name: 'Color range' }).selectOption('symmetric')
  await settings.getByRole('combobox', { name: 'Transform' }).selectOption('layer-z')
  await expect.poll(() => page.url()).toMatch(/domain=symmetric.*transform=layer-z/u)
  // It lies beside the bar, inside the window.
  await expect
    .poll(async () => {
      const [at, around] = [await boxOf(bar), await boxOf(settings)]
      return around.x + around.width <= at.x && around.y > 0
    })
    .toBe(true)
})

test('settings beside an axis are reached and left by keys, one axis at a time', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  await tabTo(page, 'button "Edit token axis"')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Past')
  await page.keyboard.press('Tab')
  await page.getByTestId('figure').getByText('Past', { exact: true }).waitFor()
  const dialogs = page.getByRole('dialog')
  await dialogs.getByRole('combobox', { name: 'Tokens by' }).selectOption('position')
  await expect.poll(() => page.url()).toContain('axis=position')
  await page.keyboard.press('Escape')
  expect(await dialogs.count()).toBe(0)
  const focused = page.locator(':focus')
  await expect.poll(() => focused.getAttribute('aria-label')).toBe('Edit token axis')

  await page.getByRole('button', { name: 'Edit colors' }).click()
  await page.getByRole('button', { name: 'Edit layer axis' }).click()
  expect(await dialogs.count()).toBe(1)
  await dialogs.getByRole('combobox', { name: 'Layer 0' }).selectOption('down')
  await expect.poll(() => page.url()).toContain('layers=down')
  // A menu that opens takes its place, whatever opens the menu.
  await page.getByRole('button', { name: 'Export' }).click()
  expect(await dialogs.count()).toBe(0)
})
