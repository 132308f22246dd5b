import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { dropFiles } from './harness/dropFiles'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { plotInWindow } from './harness/plotPicture'
import { showFile } from './harness/showFile'

const sizes = [
  [1280, 800],
  [420, 800],
  [320, 640],
  // As at a zoom of 200 %.
  [640, 400],
] as const

const broken = (name: string): { name: string; text: string } => ({
  name: `${name}.json`,
  text: '{"values": [[0.5, 1], [0.4, tru',
})

const figureTitle = 'List recall, two lists • Past Cosine-Sim'
const link = 'http://127.0.0.1:1/numbers.json'

/** What comes over the figure: how it is made, and its button that is pressed to end it. */
const kinds: readonly (readonly [
  name: string,
  make: (page: Page) => Promise<unknown>,
  button: string,
])[] = [
  ['an error', (page) => openTensor(page, broken('broken')), 'Dismiss'],
  [
    'many errors',
    async (page) => {
      await openTensor(page, ...'a b c d e f g h i j'.split(' ').map(broken))
      // One file is read after the other: what comes after the button was pressed would be new.
      await page.getByText('… and 2 more').waitFor()
    },
    'Dismiss',
  ],
  ['a notice', (page) => page.evaluate("location.hash = 'color=red'"), 'Dismiss'],
  ['the request of a page', (page) => page.evaluate(post), 'Refuse'],
  ['the request of a link', (page) => page.evaluate(`location.hash = 'data=${link}'`), 'Refuse'],
]

test.for(sizes)('nothing that comes at %i × %i moves the figure', async (size, { openPage }) => {
  const [width, height] = size
  const page = await openPage({ viewport: { width, height } })
  await showFile(page, fixturePath('canonical/list-recall.json'), figureTitle)
  const plot = await plotInWindow(page)
  for (const [name, make, ends] of kinds) {
    /* oxlint-disable no-await-in-loop -- one page, on which one comes after the other */
    await make(page)
    const button = page.getByRole('button', { name: ends })
    await button.waitFor()
    expect([name, await plotInWindow(page)]).toEqual([name, plot])
    expect([name, ...(await page.evaluate(faultsOf))]).toEqual([name])
    await end(page, button)
    expect([name, await plotInWindow(page)]).toEqual([name, plot])
    /* oxlint-enable no-await-in-loop */
  }
})

test.for(sizes)('the offer to combine at %i × %i covers no title', async (size, { openPage }) => {
  const [width, height] = size
  const page = await openPage({ viewport: { width, height } })
  await plotInWindow(page)
  await dropFiles(
    page,
    ['list-recall-step0', 'list-recall'].map((name) => fixturePath(`canonical/${name}.json`)),
  )
  await page.getByRole('button', { name: 'Combine these 2 files…' }).waitFor()
  const plot = await plotInWindow(page)
  expect(await page.evaluate(faultsOf)).toEqual([])
  await end(page, page.getByRole('button', { name: 'Dismiss' }))
  expect(await plotInWindow(page)).toEqual(plot)
})

test.for(sizes)(
  'a notice at %i × %i about asked axes covers no preview',
  async (size, { openPage }) => {
    const [width, height] = size
    const page = await openPage({ viewport: { width, height } })
    await plotInWindow(page)
    await openTensor(page, oneWordTooMany)
    await page.locator('.messages').getByText('9 tokens for 8 columns').waitFor()
    const axes = page.getByRole('region', { name: 'Axes' })
    await axes.waitFor()
    expect(await page.evaluate(coversFigure)).toBe(false)
    // What it covers of the panel comes into view by scrolling.
    await axes.getByRole('checkbox').check()
    await end(page, page.getByRole('button', { name: 'Dismiss' }))
  },
)

/** Its rows may be layers or not, and its list has a word for no column. */
const oneWordTooMany = {
  name: 'one-word-too-many.json',
  text: JSON.stringify({
    similarities: Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 8 }, (__, j) => Math.sin(3 * i + j)),
    ),
    words: 'abcdefghi'.split(''),
  }),
}

/** Runs in the page: whether a message lies over the figure. */
function coversFigure(): boolean {
  const [message, figure] = ['.messages', '[data-testid="figure"]'].map((name) =>
    document.querySelector(name)?.getBoundingClientRect(),
  )
  if (!message || !figure) return true
  const isBeside = message.left >= figure.right || message.right <= figure.left
  return !isBeside && message.top < figure.bottom && message.bottom > figure.top
}

/** Presses the button, and dismisses what the page says of it. */
async function end(page: Page, button: Locator): Promise<void> {
  const isRefused = (await button.textContent()) === 'Refuse'
  const isOfLink = (await page.getByRole('group', { name: 'Request of a link' }).count()) > 0
  await button.click()
  if (isRefused && isOfLink) await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(() => page.locator('.toasts').getByRole('button').count()).toBe(0)
}

/** Runs in the page. */
function post(): void {
  const data = { simlens: { tensor: { values: [[0.5, 1]] } } }
  window.dispatchEvent(new MessageEvent('message', { origin: 'https://sender.example', data }))
}

/** Runs in the page: the edges at which a message is out of its place, and its buttons that cannot be pressed. */
function faultsOf(): string[] {
  const [card, title, footer] = ['.card', '[data-testid="figure"] text', '.footer'].map((name) =>
    document.querySelector(name)?.getBoundingClientRect(),
  )
  if (!card || !title || !footer) return ['the figure is missing']
  const shown = document.querySelectorAll('.messages:not(.is-empty), .offer')
  const faults = Array.from(shown, (message) => {
    const { left, right, top, bottom, height } = message.getBoundingClientRect()
    return [
      ...(height > 20 ? [] : [`it is ${height} px high`]),
      ...(left >= card.left && right <= card.right ? [] : ['it is wider than the card']),
      ...(top >= title.bottom ? [] : ['it covers the title']),
      ...(bottom <= footer.top ? [] : ['it covers the readout']),
    ]
  })
  const buttons = document.querySelectorAll('.toasts button:not(:disabled)')
  const covered = Array.from(buttons).filter((button) => {
    const { x, y, width, height } = button.getBoundingClientRect()
    return !button.contains(document.elementFromPoint(x + width / 2, y + height / 2))
  })
  return [...faults.flat(), ...covered.map(({ textContent }) => `${textContent} is covered`)]
}
