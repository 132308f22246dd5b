import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { writeSoon } from '../../src/app/open/useAddress'
import { currentVisit } from '../../src/app/open/visits'
import { type OpenTensor } from '../../src/app/state/AppState'
import { pyramidsOf } from '../../src/tensor/Pyramid'
import { shownView } from '../../src/tensor/shownView'
import { type Windows } from '../../src/tensor/Windows'
import { tensorOfRows } from '../unit/tensor/anyTensor'

const tensor = tensorOfRows([[1, 2, 3, 4]])

/** The open tensor at a zoom. */
function at(windows: Windows, query = 0): OpenTensor {
  const shown = shownView(tensor, {}, {})
  const pyramids = pyramidsOf(tensor.values)
  const view = { ...shown.view, query }
  return { id: 1, fileName: 'a.json', tensor, statistics: [], pyramids, ...shown, view, windows }
}

beforeEach(() => {
  vi.useFakeTimers()
  history.replaceState(null, '', '#before')
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const isFree = (): boolean => true

function refuse(): never {
  throw new DOMException('more than 100 times per 10 seconds', 'SecurityError')
}

it('brings a view into the address once it stands still', () => {
  const stop = writeSoon(at({}), () => 'x=1,2', isFree)
  stop()
  writeSoon(at({}), () => 'x=3,4', isFree)
  expect(location.hash).toBe('#before')
  vi.runAllTimers()
  expect(location.hash).toBe('#x=3,4')
})

it('does not overwrite an address that was changed meanwhile', () => {
  writeSoon(at({}), () => 'x=1,2', isFree)
  history.replaceState(null, '', '#data=other.json')
  vi.runAllTimers()
  expect(location.hash).toBe('#data=other.json')
})

it('tries again when the browser refuses', () => {
  vi.spyOn(history, 'replaceState').mockImplementationOnce(refuse).mockImplementationOnce(refuse)
  writeSoon(at({}), () => 'x=1,2', isFree)
  vi.runAllTimers()
  expect(location.hash).toBe('#x=1,2')
})

it('does not try for an older view, nor for ever', () => {
  const replace = vi.spyOn(history, 'replaceState').mockImplementation(refuse)
  const stop = writeSoon(at({}), () => 'x=1,2', isFree)
  vi.advanceTimersToNextTimer()
  expect(replace).toHaveBeenCalledOnce()
  stop()
  expect(vi.getTimerCount()).toBe(0)
  writeSoon(at({}), () => 'x=3,4', isFree)
  vi.runAllTimers()
  expect(location.hash).toBe('#before')
})

/** Shows views one after the other, each for some milliseconds; returns the number of entries that this added. */
function show(views: readonly (readonly [open: OpenTensor, milliseconds: number])[]): number {
  const before = history.length
  for (const [open, milliseconds] of views) {
    const stop = writeSoon(open, () => `x=${open.windows.columns?.start ?? 'all'}`, isFree)
    vi.advanceTimersByTime(milliseconds)
    stop()
  }
  return history.length - before
}

const one = at({ columns: { start: 1, span: 1.25 } })
const two = at({ columns: { start: 2, span: 1 } })
const three = at({ columns: { start: 3, span: 1 } })

it('gives a view that the reader went to an entry of its own, with its exact zoom', () => {
  expect(
    show([
      [at({}), 2000],
      [one, 2000],
      [two, 2000],
    ]),
  ).toBe(2)
  expect(currentVisit()).toEqual({ ...currentVisit(), id: 1, query: 0, windows: two.windows })
})

it('makes one entry of steps within a second, and none of steps that never stand still', () => {
  expect(
    show([
      [at({}), 2000],
      [one, 100],
      [two, 400],
      [three, 400],
    ]),
  ).toBe(1)
  expect(currentVisit()?.windows).toEqual(three.windows)
  expect(location.hash).toBe('#x=3')
})

it('keeps the whole view of a query whose zoom follows within a second', () => {
  expect(
    show([
      [at({}), 2000],
      [at({}, 1), 400],
      [at(one.windows, 1), 400],
    ]),
  ).toBe(2)
})

it('makes no entry of a changed setting, nor of an address that the reader typed', () => {
  show([[one, 2000]])
  expect(show([[{ ...one, view: { ...one.view, colormap: 'magma' } }, 2000]])).toBe(0)
  history.pushState(null, '', '#x=7')
  expect(show([[two, 2000]])).toBe(0)
})
