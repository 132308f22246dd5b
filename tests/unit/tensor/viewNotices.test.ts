import { expect, it } from 'vitest'
import { parseView, viewNotices } from '../../../src/tensor/View'

function noticesOf(input: unknown, holder?: string): readonly string[] {
  return viewNotices(parseView(input).problems, holder)
}

it('names the setting and the value that cannot be used, and what holds them', () => {
  expect(noticesOf({ axis: 'up', zoom: [1] })).toEqual([
    'The file’s view has axis = "up", which this version does not support.',
    'The file’s view has zoom = [1], which this version does not support.',
  ])
  expect(noticesOf(null, 'The address')).toEqual(['The address is not an object; it was ignored.'])
})

it('is short, however long the key and its value', () => {
  const [notice = ''] = noticesOf({ ['k'.repeat(5000)]: 'v'.repeat(5000) })
  expect(notice.length).toBeLessThan(200)
})

it('names what JSON cannot write by its type, and shows the beginning of what contains itself', () => {
  const circle: unknown[] = []
  circle.push(circle)
  expect(noticesOf({ query: 3n, cell: circle, axis: undefined })).toEqual([
    'The file’s view has query = bigint, which this version does not support.',
    `The file’s view has cell = ${'['.repeat(40)}…, which this version does not support.`,
    'The file’s view has axis = undefined, which this version does not support.',
  ])
})

it('counts all but the first five', () => {
  const view = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key ${i}`, i]))
  const notices = noticesOf(view)
  expect(notices).toHaveLength(6)
  expect(notices.slice(4)).toEqual([
    'The file’s view has key 4 = 4, which this version does not support.',
    '… and 99,995 more',
  ])
})

it('visits no more of a value than it shows', () => {
  let doubled: readonly unknown[] = [1]
  for (let i = 0; i < 60; i++) doubled = [doubled, doubled]
  expect(noticesOf({ zoom: doubled })).toHaveLength(1)
})
