import { cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { test } from './harness/pageTest'

const phone = { viewport: { width: 420, height: 800 }, context: { hasTouch: true } } as const

test('a tap reads a cell, and a tap beside the cells lets go', async ({ openPage }) => {
  const page = await openPage(phone)
  await cellOf(page, 3, 12).tap()
  await page.locator('.tooltip').waitFor()
  await expectReadout(page, 'layer 3 · token 12 "level" (3 back) · 0.0283')
  await page.getByTestId('figure').tap({ position: { x: 4, y: 4 } })
  await page.locator('.tooltip').waitFor({ state: 'detached' })
  await page.getByTestId('mark').waitFor({ state: 'detached' })
  await expectReadout(page, '')
})

test('a tap on another cell reads that one', async ({ openPage }) => {
  const page = await openPage(phone)
  await cellOf(page, 3, 12).tap()
  await cellOf(page, 0, 14).tap()
  await expectReadout(page, 'layer 0 · token 14 "iers" (1 back) · −0.0135')
})

test('a tap elsewhere on the page lets go of what is read', async ({ openPage }) => {
  const page = await openPage(phone)
  await cellOf(page, 3, 12).tap()
  await page.locator('.tooltip').waitFor()
  await page.getByRole('heading', { name: 'SimLens' }).tap()
  await page.locator('.tooltip').waitFor({ state: 'detached' })
})
