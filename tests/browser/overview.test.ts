import { describe, expect } from 'vitest'
import { boxOf } from './harness/cellOf'
import { figureName } from './harness/figureName'
import { noise } from './harness/noise'
import { plotInWindow } from './harness/plotPicture'
import { test } from './harness/pageTest'
import { changedColumns, countOf, expectColumns, shownColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'

const tokenCount = 4000
const values = [0, 1, 2].map((layer) =>
  Array.from({ length: tokenCount }, (_cell, token) => noise(layer, token)),
)

describe('the overview', () => {
  test('is not there where every column has room for its label', async ({ openPage }) => {
    const page = await openPage()
    await figureName(page)
    expect(await page.getByTestId('overview').count()).toBe(0)
  })

  test('is as wide as the plot, shows all columns, and where the view is', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { title: 'wide', values })
    const overview = page.getByRole('img', { name: 'All columns' })
    await overview.locator('image').waitFor()
    const plot = await plotInWindow(page)
    const strip = await boxOf(overview)
    expect([strip.x, strip.width]).toEqual([plot.x, plot.width])
    expect(strip.y).toBeGreaterThan(plot.y + plot.height)
    const shown = overview.locator('rect').last()
    expect(Number(await shown.getAttribute('width'))).toBeCloseTo(plot.width)
    await page.getByTestId('figure').press('+')
    await expectColumns(page, 1000, 2999)
    await expect.poll(async () => Number(await shown.getAttribute('x'))).toBeCloseTo(plot.width / 4)
    expect(Number(await shown.getAttribute('width'))).toBeCloseTo(plot.width / 2)
  })

  test('takes the view to where it is pressed, and along with a drag', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { title: 'wide', values, view: { x: [0, 399] } })
    await expectColumns(page, 0, 399)
    const { x, y, width, height } = await boxOf(page.getByTestId('overview'))
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    const middle = await changedColumns(page, { first: 0, last: 399 })
    expect(Math.abs(middle.first - 1800)).toBeLessThanOrEqual(4)
    expect(Math.abs(countOf(middle) - 400)).toBeLessThanOrEqual(1)
    await page.mouse.move(x + 0.75 * width, y + height / 2, { steps: 5 })
    await expect
      .poll(async () => Math.abs((await shownColumns(page)).first - 2800))
      .toBeLessThanOrEqual(4)
    // A captured pointer goes on beyond the strip, to the end of the axis.
    await page.mouse.move(x + width + 60, y - 200, { steps: 3 })
    await expectColumns(page, 3600, 3999)
    await page.mouse.up()
    await page.mouse.move(x, y + height / 2)
    await expectColumns(page, 3600, 3999)
  })
})
