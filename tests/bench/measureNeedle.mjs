import { readFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { needleIn } from './picture.mjs'
import { needle } from './tensors.mjs'

/** Whether the one hot cell of the needle file is drawn on the screen: `full`, `faint` or `lost`. */
export function needleOnScreen(screenshot, plot, tensor) {
  return needleIn(PNG.sync.read(screenshot), plot, { ...tensor, ...needle })
}

/** The same of the PNG that SimLens exports of the figure at the pages' own size. */
export async function needleInExport({ page }, plot, tensor) {
  const figure = await page.getByTestId('figure').boundingBox()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('button', { name: 'PNG', exact: true }).click()
  const png = PNG.sync.read(readFileSync(await (await download).path()))
  const scale = png.width / figure.width
  const rect = {
    x: (plot.x - figure.x) * scale,
    y: (plot.y - figure.y) * scale,
    width: plot.width * scale,
    height: plot.height * scale,
  }
  // A pixel more for what the layout of the file may differ by.
  return needleIn(png, rect, { ...tensor, ...needle }, 4 * scale)
}
