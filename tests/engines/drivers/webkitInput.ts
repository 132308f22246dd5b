import { keyNames } from './keyNames'
import type { WebDriver } from './WebDriver'

/** Code points of keys in https://www.w3.org/TR/webdriver2/#keyboard-actions. */
const keyCodes: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

function act(driver: WebDriver, type: string, actions: readonly object[]): Promise<void> {
  return driver.send('POST', 'actions', { actions: [{ type, id: type, actions }] })
}

function move(x: number, y: number): object {
  return {
    type: 'pointerMove',
    duration: 0,
    origin: 'viewport',
    x: Math.round(x),
    y: Math.round(y),
  }
}

export function moveTo(driver: WebDriver, x: number, y: number): Promise<void> {
  return act(driver, 'pointer', [move(x, y)])
}

export function click(driver: WebDriver, x: number, y: number): Promise<void> {
  return act(driver, 'pointer', [
    move(x, y),
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ])
}

export function press(driver: WebDriver, keys: string): Promise<void> {
  const values = keyNames(keys).map((name) => keyCodes[name] ?? name)
  return act(driver, 'key', [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
  ])
}

export async function wheel(
  driver: WebDriver,
  x: number,
  y: number,
  deltaY: number,
): Promise<void> {
  await moveTo(driver, x, y)
  const place = { origin: 'viewport', x: Math.round(x), y: Math.round(y) }
  await act(driver, 'wheel', [{ type: 'scroll', duration: 0, ...place, deltaX: 0, deltaY }])
}
