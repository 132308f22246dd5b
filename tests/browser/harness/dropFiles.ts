import type { Page } from 'playwright-core'

export interface DropPoint {
  /** From the window's left edge. */
  readonly x: number
  /** From the window's top edge. */
  readonly y: number
}

/** Files or folders from the desktop that hang over the window. */
export interface Drag {
  /** Lets go of them, by default where they hang. */
  readonly drop: (at?: DropPoint) => Promise<void>
  /** Takes them out of the window again. */
  readonly leave: () => Promise<void>
}

/**
 * Starts a drag at a point, by default the middle of the window. The browser itself sends the events, trusted and with
 * real files, as it does for a hand with a mouse. `paths` are absolute.
 */
export async function dragFiles(
  page: Page,
  paths: readonly string[],
  point: DropPoint = middle(page),
): Promise<Drag> {
  const session = await page.context().newCDPSession(page)
  const copy = 1
  const data = { items: [], files: [...paths], dragOperationsMask: copy }
  async function send(type: 'dragEnter' | 'dragOver' | 'drop', at = point): Promise<void> {
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await send('dragEnter')
  // A hand is never still: the browser says again and again that the drag is over the page.
  await send('dragOver')
  await send('dragOver')
  return {
    drop: async (at) => {
      await send('drop', at)
      await session.detach()
    },
    leave: async () => {
      // The protocol's `dragCancel` reaches no page when the browser is headless, so this one event is made here.
      await page.evaluate('document.dispatchEvent(new DragEvent("dragleave", { bubbles: true }))')
      await session.detach()
    },
  }
}

/** Drags and drops in one. */
export async function dropFiles(
  page: Page,
  paths: readonly string[],
  point?: DropPoint,
): Promise<void> {
  const drag = await dragFiles(page, paths, point)
  await drag.drop()
}

function middle(page: Page): DropPoint {
  const size = page.viewportSize()
  if (size === null) throw new Error('the page has no viewport to drop on')
  return { x: size.width / 2, y: size.height / 2 }
}
