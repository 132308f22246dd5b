import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { test } from './harness/pageTest'
import { startServer } from './harness/startServer'

/** A page that has SimLens in a frame and covers it with what the reader is to press instead. */
const page = `<!doctype html><style>
  body { margin: 0 }
  iframe { position: absolute; left: 0; top: 0; width: 900px; height: 600px; border: 0 }
  #bait { position: absolute; inset: 0; background: pink }
</style>
<iframe src="SIMLENS"></iframe>
<script>
  const frame = document.querySelector('iframe')
  const ask = setInterval(() => frame.contentWindow.postMessage('PING', '*'), 20)
  addEventListener('message', () => {
    clearInterval(ask)
    const tensor = { title: 'Stolen', values: [[0.5, 1]] }
    frame.contentWindow.postMessage({ simlens: { tensor } }, '*')
  }, { once: true })
  function cover() {
    const bait = document.createElement('div')
    bait.id = 'bait'
    bait.onpointerdown = () => bait.remove()
    document.body.append(bait)
    return bait
  }
</script>`

let server: Awaited<ReturnType<typeof startServer>>
let url = ''

beforeAll(async () => {
  server = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(page.replace('SIMLENS', inject('servedUrl')))
  })
  url = server.address
})

afterAll(() => {
  server.close()
})

interface Hostile {
  /** Its clock stands still, frames included, so that what a reader does at once takes no time on a busy machine. */
  readonly page: Page
  readonly simlens: FrameLocator
  readonly question: Locator
  readonly button: Locator
}

/** Opens the hostile page and waits until its question could be answered. `attack` gets the page. */
async function withHostile(
  browser: Browser,
  attack: (hostile: Hostile) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const hostile = await context.newPage()
    await hostile.clock.install({ time: 0 })
    await hostile.clock.pauseAt(1000)
    await hostile.goto(url)
    const simlens = hostile.frameLocator('iframe')
    const question = simlens.getByRole('group', { name: 'Request of another page' })
    const button = question.getByRole('button', { name: 'Open it' })
    await simlens.locator('html').evaluate(firstDrawn)
    await waitUntilStill(hostile, button)
    await attack({ page: hostile, simlens, question, button })
  } finally {
    await context.close()
  }
}

/** Runs in the frame: waits until it is first drawn. Before, the browser gives it nothing of what the mouse does. */
function firstDrawn(): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true })
  })
}

/** Lets a second pass, and again, until the button can be pressed. */
async function waitUntilStill(hostile: Page, button: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await hostile.clock.runFor(1000)
      return (await button.count()) === 1 && button.isEnabled()
    })
    .toBe(true)
  await drawn(hostile)
}

/** Waits until the page is drawn as it stands: a press goes to what is drawn. */
async function drawn(hostile: Page): Promise<void> {
  await hostile.screenshot()
}

/** The middle of an element, from the left upper corner of the hostile page. */
async function middleOf(element: Locator): Promise<readonly [x: number, y: number]> {
  const box = await element.boundingBox()
  if (box === null) throw new Error('the element is not shown')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

/** The request still waits, and nothing was opened. */
async function expectUnanswered({ page: hostile, question, simlens }: Hostile): Promise<void> {
  // What is pressed shows its effect only as time goes on.
  await hostile.clock.runFor(1000)
  expect(await question.count()).toBe(1)
  expect(await simlens.getByRole('tab', { name: 'message' }).count()).toBe(0)
}

/** The reader presses the button at leisure. */
async function expectUsable({ page: hostile, simlens, button }: Hostile): Promise<void> {
  await hostile.mouse.move(...(await middleOf(button)))
  await waitUntilStill(hostile, button)
  await button.click()
  await hostile.clock.resume()
  await simlens.getByRole('tab', { name: 'message' }).waitFor()
}

describe('a page that has SimLens in a frame', () => {
  test('has leave when the reader presses the button', async ({ browser }) => {
    await withHostile(browser, expectUsable)
  })

  test('has no leave by a press on a button that was covered', async ({ browser }) => {
    await withHostile(browser, async (hostile) => {
      await hostile.page.mouse.move(...(await middleOf(hostile.button)))
      // The first press of a double click takes the cover away.
      await hostile.page.evaluate('cover()')
      await expect
        .poll(async () => {
          await hostile.page.clock.runFor(50)
          return hostile.button.isEnabled()
        })
        .toBe(false)
      await hostile.page.mouse.dblclick(...(await middleOf(hostile.button)))
      expect(await hostile.page.locator('#bait').count()).toBe(0)
      await expectUnanswered(hostile)
      await expectUsable(hostile)
    })
  })

  test('has no leave by a press on a button that it moved under the pointer', async ({
    browser,
  }) => {
    await withHostile(browser, async (hostile) => {
      const [x, y] = await middleOf(hostile.button)
      // The pointer has been in the frame for long.
      await hostile.page.mouse.move(x - 300, y)
      await waitUntilStill(hostile.page, hostile.button)
      await hostile.page.evaluate('frame.style.left = "-300px"')
      await drawn(hostile.page)
      await hostile.page.mouse.click(x - 300, y)
      await expectUnanswered(hostile)
      await expectUsable(hostile)
    })
  })

  test('has no leave by a press of a pointer that has just come into the frame', async ({
    browser,
  }) => {
    await withHostile(browser, async (hostile) => {
      await hostile.page.mouse.move(1100, 700)
      await hostile.page.mouse.click(...(await middleOf(hostile.button)))
      await expectUnanswered(hostile)
      await expectUsable(hostile)
    })
  })

  test('has no leave by a key, if it has just given the frame the focus', async ({ browser }) => {
    await withHostile(browser, async (hostile) => {
      // The frame gets the focus together with its button.
      await hostile.button.focus()
      await hostile.page.keyboard.press('Enter')
      await expectUnanswered(hostile)
      await waitUntilStill(hostile.page, hostile.button)
      await hostile.button.focus()
      await hostile.page.keyboard.press('Enter')
      await hostile.page.clock.resume()
      await hostile.simlens.getByRole('tab', { name: 'message' }).waitFor()
    })
  })
})
