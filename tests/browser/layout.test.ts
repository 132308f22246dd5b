import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inAxesMenu } from './harness/axesMenu'
import { noise } from './harness/noise'
import { openTensor } from './harness/openTensor'
import { sharedPageTest } from './harness/sharedPageTest'
import { showTensor } from './harness/showTensor'

const sizes = [
  [2560, 1440],
  [1920, 1080],
  [1440, 900],
  [1280, 800],
  [1024, 768],
  [768, 1024],
  [420, 800],
  [320, 640],
  // A phone on its side, and a page at a zoom of 200 %.
  [800, 420],
  [640, 400],
] as const

const queryCounts = [1, 6, 500] as const

/** A file of so many queries; the labels are as long as those of real files. */
function fileOf(count: number): { title: string; queries: unknown; values: unknown } {
  const values = Array.from({ length: count }, (_query, query) =>
    Array.from({ length: 24 }, (_layer, layer) =>
      Array.from({ length: 60 }, (_token, token) =>
        hundredths(noise(layer * count + query, token)),
      ),
    ),
  )
  const queries = values.map((_rows, k) => ({
    label: `Meta Token #${k + 1} of many`,
    position: 12,
  }))
  return { title: `${count} queries`, queries, values }
}

/** In short, so that the file of many queries is. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

/** The percentage of the window that the figure takes at least; of a page that scrolls, none is asked. */
function leastShare([width, height]: readonly [number, number], isDocked: boolean): number {
  if (height < 480) return 0
  if (isDocked) return width < 1024 ? 0 : 45
  return width < 768 ? 0 : 60
}

const test = sharedPageTest(async (page) => {
  for (const count of queryCounts) {
    // oxlint-disable-next-line no-await-in-loop -- one page: it opens a file after the other
    await showTensor(page, fileOf(count), `q${count}.json`)
  }
  const run = [1, 2].map((i) => [1, 2, 3].map((j) => [1, 2, 3, 4].map((k) => i * j * k)))
  await openTensor(page, { name: 'run.json', text: JSON.stringify({ step: 7, run }) })
  await page.getByTestId('axes').waitFor()
})

describe.each(queryCounts)('with %i queries', (count) => {
  test.for(sizes)(
    'the page of %i × %i has room for everything',
    async ([width, height], { page }) => {
      await page.getByRole('tab', { name: `q${count}.json` }).click()
      await page.setViewportSize({ width, height })
      for (const panel of ['', 'Findings', 'Settings', 'Table']) {
        for (const colorScheme of ['light', 'dark'] as const) {
          /* oxlint-disable no-await-in-loop -- one page, which is looked at again and again */
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await showPanel(page, panel)
          const least = leastShare([width, height], panel !== '')
          await expect
            .poll(() => faultsOf(page, least), {
              message: `${panel} ${colorScheme}`,
            })
            .toEqual([])
          /* oxlint-enable no-await-in-loop */
        }
      }
    },
  )
})

test.for(sizes)(
  'the figure of %i × %i is whole while its axes are asked for',
  async ([width, height], { page }) => {
    await page.getByRole('tab', { name: 'run.json' }).click()
    await page.setViewportSize({ width, height })
    // The question is there when the file is opened; once answered, it is in the menu.
    await page.getByTestId('figure').getByText('of Query 0').waitFor()
    if ((await page.getByTestId('axes').count()) === 0) {
      await inAxesMenu(page, () => page.getByRole('button', { name: 'Axes of the file…' }).click())
    }
    await expect.poll(() => page.evaluate(hiddenPart)).toBe('')
    await page.getByRole('button', { name: 'Done' }).click()
  },
)

/** Runs in the page: the edge of the figure that is out of view or below the sheet; empty for none. */
function hiddenPart(): string {
  const names = ['[data-testid="figure"]', '.panel.axes', '.toolbar', '.footer']
  const [figure, panel, toolbar, footer] = names.map((name) =>
    document.querySelector(name)?.getBoundingClientRect(),
  )
  if (!figure || !panel || !toolbar || !footer) return 'missing'
  const isBeside = panel.left >= figure.right
  const bottom = Math.min(footer.top, isBeside ? Infinity : panel.top)
  if (figure.top < toolbar.bottom) return `top: ${figure.top}`
  if (figure.right > innerWidth) return `right: ${figure.right}`
  return figure.bottom > bottom ? `bottom: ${figure.bottom} of ${bottom}` : ''
}

/** Shows a panel of the dock, or folds the dock for ''. */
async function showPanel(page: Page, panel: string): Promise<void> {
  const shown = page.getByRole('group', { name: 'Panels' }).locator('[aria-expanded="true"]')
  const name = (await shown.count()) === 0 ? '' : ((await shown.textContent()) ?? '')
  if (name === panel) return
  await (panel === '' ? shown : page.getByRole('button', { name: panel, exact: true })).click()
}

async function faultsOf(page: Page, least: number): Promise<string[]> {
  return [...(await page.evaluate(faultsOfSize, least)), ...(await page.evaluate(coveredControls))]
}

/** Runs in the page: what is too large or too small, a line each. `least` is the least share of the figure. */
function faultsOfSize(least: number): string[] {
  const all = document.querySelectorAll('.toolbar-row > *, [data-testid="figure"]')
  const boxes = Array.from(all, (element) => element.getBoundingClientRect())
  const items = boxes.slice(0, -1)
  const lowestTop = Math.max(...items.map(({ top }) => top))
  const isInOneRow =
    items.every(({ bottom, right }) => bottom > lowestTop && right <= innerWidth) ||
    innerWidth < 1024
  const { width, height } = boxes.at(-1) ?? new DOMRect()
  const share = Math.round((100 * width * height) / (innerWidth * innerHeight))
  const { scrollWidth, clientWidth } = document.documentElement
  const header = document.querySelector('.header')?.getBoundingClientRect().height ?? 0
  return [
    ...(header > (innerWidth < 720 ? 100 : 60) ? [`the header is ${header} px high`] : []),
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []),
    ...(isInOneRow ? [] : ['the toolbar is more than one row']),
    ...(share < least ? [`the figure is ${share} % of the window`] : []),
  ]
}

/** Runs in the page: the controls that something covers wherever the page is scrolled to. */
function coveredControls(): string[] {
  const controls = document.querySelectorAll(
    'button:not(.skip-button), select, summary, [role="separator"], [role="grid"], input:not([type="file"])',
  )
  const covered = Array.from(controls).filter((control) => {
    const places = ['nearest', 'start', 'center', 'end'] as const
    return places.every((block) => {
      control.scrollIntoView({ block, inline: 'nearest' })
      const box = control.getBoundingClientRect()
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      const isFree = control.contains(top) || top?.closest('label')?.contains(control) === true
      return !isFree && control.checkVisibility()
    })
  })
  scrollTo(0, 0)
  return covered.map((control) => `${control.ariaLabel ?? control.textContent} is covered`)
}
