import { PNG } from 'pngjs'
import { measureHover } from './measureHover.mjs'
import { measureLoad, within } from './measureLoad.mjs'
import { needleInExport, needleOnScreen } from './measureNeedle.mjs'
import { measureZoom } from './measureZoom.mjs'
import { firstLine, openPage } from './openPage.mjs'
import { isFlat } from './picture.mjs'
import { withLimit } from './withLimit.mjs'

/**
 * Opens a page afresh, gives it the file of a tensor, and measures. What goes wrong is in `failure`, a sentence without
 * its full stop, beside what was measured before; nothing is thrown.
 */
export async function measureCase(run, page, tensor) {
  const result = {}
  let opened
  try {
    opened = await openPage(await run.browser.current(), `${run.url}${page.name}/`)
    const file = run.files.get(tensor.name)
    Object.assign(result, await measureLoad(opened, { ...page, file }))
    const plot = await plotOf(opened, page)
    if (page.isFloor !== true) Object.assign(result, await look(opened, plot, tensor))
    const hover = await measureHover(opened, plot)
    Object.assign(result, { hover })
    Object.assign(result, await within(opened, 'zooming', measureZoom(opened, plot)))
    if (tensor.isNeedle === true && page.name === 'simlens') {
      result.needleInExport = await within(opened, 'export', needleInExport(opened, plot, tensor))
    }
  } catch (error) {
    result.failure = firstLine(error)
  }
  await closePage(run.browser, opened)
  return result
}

async function plotOf(opened, page) {
  const element = opened.page.locator(page.plot).first()
  const plot = await within(opened, 'the plot', element.boundingBox())
  if (plot === null) throw new Error('nothing is drawn')
  return plot
}

/** Whether the picture shows what it must. The needle file is flat but for its needle. */
async function look(opened, plot, tensor) {
  const picture = await within(opened, 'a screenshot', opened.page.screenshot({ timeout: 60_000 }))
  if (tensor.isNeedle === true) {
    return { needleOnScreen: needleOnScreen(picture, plot, tensor) }
  }
  if (isFlat(PNG.sync.read(picture), plot)) throw new Error('the picture is one flat color')
  return {}
}

/** A page that hangs cannot be closed; then its browser is. */
async function closePage(browser, opened) {
  if (opened === undefined) return
  try {
    await withLimit(10_000, 'closing', opened.context.close())
  } catch {
    await browser.restart()
  }
}
