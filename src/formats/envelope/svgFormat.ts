import { markupFormat } from './markupFormat'

/**
 * The elements of the tensor, with any prefix, because a program that saves the picture again may change it. A large
 * tensor has several elements.
 */
const ELEMENTS = /<(?:[\w.-]+:)?tensor(?=[\s>])[^<>]*>([^<]*)</g

/** The format of SVG pictures that carry their tensor. */
export const svgFormat = markupFormat({
  name: 'an SVG picture',
  start: /^<(?!!doctype html|html)[^]*<(?:\w+:)?svg[\s>]|^<(?:\w+:)?svg[\s>]/i,
  end: /<\/(?:\w+:)?svg\s*>\s*$|\/>\s*$/i,
  packed(text) {
    if (!text.includes('urn:simlens:')) return undefined
    return Array.from(text.matchAll(ELEMENTS), ([, part = '']) => part).join('')
  },
})
