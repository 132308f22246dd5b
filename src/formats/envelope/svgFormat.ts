import { markupFormat } from './markupFormat'

/** The element, whatever prefix a program that saved the picture again has given it. */
const ELEMENT = /<(?:[\w.-]+:)?tensor(?=[\s>])[^<>]*>([^<]*)</

/** SVG pictures that carry their tensor. */
export const svgFormat = markupFormat({
  name: 'an SVG picture',
  start: /^<(?!!doctype html|html)[^]*<(?:\w+:)?svg[\s>]|^<(?:\w+:)?svg[\s>]/i,
  end: /<\/(?:\w+:)?svg\s*>\s*$|\/>\s*$/i,
  packed: (text) => (text.includes('urn:simlens:') ? ELEMENT.exec(text)?.[1] : undefined),
})
