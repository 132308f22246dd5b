import { describe, expect } from 'vitest'
import { expectReadout } from './harness/expectReadout'
import { noise } from './harness/noise'
import { test } from './harness/pageTest'
import { plotInWindow } from './harness/plotPicture'
import { expectColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'

describe('a tensor of an extreme shape', () => {
  test('with one row of 200,000 values and no tokens is drawn, zoomed and read', async ({
    openPage,
  }) => {
    const page = await openPage()
    const row = Array.from({ length: 200_000 }, (_cell, token) => noise(0, token))
    await showTensor(page, { title: 'one row', values: [row] })
    await expectColumns(page, 0, 199_999)
    await page.getByText('1 layer × 200,000 past tokens').waitFor()
    await page.getByRole('searchbox', { name: 'Go to token' }).fill('123456')
    await expectReadout(page, `layer 0 · token 123456 (76544 back) · ${row[123_456]}`)
    const lowest = row.reduce((least, value) => Math.min(least, value))
    await page.getByRole('button', { name: 'Jump to lowest' }).click()
    await expect
      .poll(() => page.getByTestId('readout').textContent())
      .toContain(` · ${lowest}`.replace('-', '−'))
  })

  test('with 5,000 layers of three values is drawn and read', async ({ openPage }) => {
    const page = await openPage()
    const values = Array.from({ length: 5000 }, (_row, layer) => [
      noise(layer, 0),
      layer === 3333 ? 7 : 0,
      -0.5,
    ])
    await showTensor(page, { title: 'many layers', values })
    const plot = await plotInWindow(page)
    await page.getByRole('button', { name: 'Jump to highest' }).click()
    const readout = page.getByTestId('readout')
    await expect.poll(() => readout.textContent()).toContain('layer 3333 · token 1 (2 back) · 7')
    await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height * (1 - 3333.5 / 5000))
    await expect
      .poll(() => readout.textContent())
      .toMatch(
        /layer 3333 · token 1 \(2 back\) · 7.*stands out among layers \d+ to \d+, with a mean of /,
      )
  })
})
