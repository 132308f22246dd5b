import { markupFormat } from './markupFormat'

/** The page's own script may hold a text like this one, but not the base64 behind it. */
const ELEMENT = /<script\b[^>]*\bid="?simlens"?[^>]*>\s*"([\w+/=]*)"\s*</i

/** Pages that SimLens saved: they name it in their head. */
export const htmlFormat = markupFormat({
  name: 'a page of SimLens',
  start: /^<(?:!doctype html|html)[^]*<meta name="?generator"? content="?SimLens\b/i,
  end: /<\/html>\s*$/i,
  packed: (text) => ELEMENT.exec(text)?.[1],
})
