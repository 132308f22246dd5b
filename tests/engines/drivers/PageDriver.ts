import type { SavedFile } from '../../browser/harness/saveDownload'

/** What a test may do with a page, in every engine alike. Points are in CSS pixels of the window. */
export interface PageDriver {
  /**
   * Calls a function in the page and returns what it returns, or resolves to. The function may use nothing but its
   * arguments; they and its result are such as JSON can hold. Throws what it throws, and after 50 seconds
   * without an answer.
   */
  readonly evaluate: <Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => Promise<Result>
  /** The same in the page's first frame. */
  readonly evaluateInFrame: PageDriver['evaluate']
  /** Moves the mouse to a point, in one step. */
  readonly moveTo: (x: number, y: number) => Promise<void>
  /** Presses the left button at a point and lets go of it. */
  readonly click: (x: number, y: number) => Promise<void>
  /** Turns the wheel over a point; `deltaY` in CSS pixels is positive downwards. */
  readonly wheel: (x: number, y: number, deltaY: number) => Promise<void>
  /** Presses a key, such as `a`, `ArrowLeft` or `Control+v`. */
  readonly press: (keys: string) => Promise<void>
  /** Gives files to the page's input for files, as its dialog does. `paths` are absolute. */
  readonly chooseFiles: (...paths: readonly string[]) => Promise<void>
  /** Does what starts a download, and returns the file that the page saved. */
  readonly save: (start: () => Promise<void>) => Promise<SavedFile>
  /** A PNG of the window. */
  readonly screenshot: () => Promise<Buffer>
  /** Returns what the page should not have caused: console output, uncaught errors, refusals of its policy. */
  readonly problems: () => Promise<readonly string[]>
  /** Ends the page and what it kept. */
  readonly close: () => Promise<void>
}

export interface Viewport {
  readonly width: number
  readonly height: number
}

/** A started browser. */
export interface Engine {
  /** Opens an address in a page that nothing was kept for; `viewport` is 1280 × 800 by default. */
  readonly open: (url: string, viewport?: Viewport) => Promise<PageDriver>
  /** Ends the browser and every process that was started for it. */
  readonly close: () => Promise<void>
}

export const defaultViewport: Viewport = { width: 1280, height: 800 }

export interface EngineOptions {
  /** What the system asks of its programs; default `light`. */
  readonly colorScheme?: 'light' | 'dark'
}
