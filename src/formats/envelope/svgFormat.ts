import { markupFormat } from './markupFormat'

/** Each element, whatever prefix a program that saved the picture again has given it; a large tensor has several. */
const ELEMENTS = /<(?:[\w.-]+:)?tensor(?=[\s>])[^<>]*>([^<]*)</g

/** SVG pictures that carry their tensor. */
export const svgFormat = markupFormat({
  name: 'an SVG picture',
  start: /^<(?!!doctype html|html)[^]*<(?:\w+:)?svg[\s>]|^<(?:\w+:)?svg[\s>]/i,
  end: /<\/(?:\w+:)?svg\s*>\s*$|\/>\s*$/i,
  packed(text) {
    if (!text.includes('urn:simlens:')) return undefined
    return Array.from(text.matchAll(ELEMENTS), ([, part = '']) => part).join('')
  },
})
