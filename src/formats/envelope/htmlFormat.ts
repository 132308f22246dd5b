import { markupFormat } from './markupFormat'

/**
 * The element that carries the tensor. The page's own script may contain a similar text, but without base64 after it.
 */
const ELEMENT = /<script\b[^>]*\bid="?simlens"?[^>]*>\s*"([\w+/=]*)"\s*</i

/** The format of pages that SimLens saved. Their head names SimLens. */
export const htmlFormat = markupFormat({
  name: 'a page of SimLens',
  start: /^<(?:!doctype html|html)[^]*<meta name="?generator"? content="?SimLens\b/i,
  end: /<\/html>\s*$/i,
  packed: (text) => ELEMENT.exec(text)?.[1],
})
