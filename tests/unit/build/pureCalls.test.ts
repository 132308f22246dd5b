import { expect, it } from 'vitest'
import { markPure } from '../../../src/build/pureCalls'

it('calls that make variables are marked, one within another and one after the other', () => {
  const code = [
    'var warm = blend(hue(-100, "f(x)"), hue(80));',
    'var scheme = new Array(3).concat(',
    '  "d8b365"',
    ').map(colors);',
  ]
  expect(markPure(code.join('\n')).split('\n')).toEqual([
    'var warm = /*#__PURE__*/blend(/*#__PURE__*/hue(-100, "f(x)"), /*#__PURE__*/hue(80));',
    'var scheme = /*#__PURE__*/new Array(3).concat(',
    '  "d8b365"',
    ').map(colors);',
  ])
})

it('calls whose effects count, functions and other statements stay as they are', () => {
  const code = ['define(Lab, lab);', 'var f = wrap(function() { go(); });', 'const a = b;', 'go();']
  expect(markPure(code.join('\n'))).toBe(code.join('\n'))
})
