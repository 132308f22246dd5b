import { ENVELOPE_KEYWORD } from '../codec/envelope'

/** What a saved page is made of: elements of the page that saves it, as HTML. */
export interface PageElements {
  /** Its policy first, which holds for what comes after it; then its script and style, which the policy knows by hash. */
  readonly head: readonly string[]
  readonly licenses: string
}

export interface PageTexts {
  readonly title: string
  /** The figure's text alternative. */
  readonly description: string
}

/** Its only characters that mean something in text or between quotes. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/**
 * The page with a packed tensor (base64, or empty) inside, in pieces for a Blob. Where scripts do not run, it says what
 * the figure shows. Texts are escaped and base64 has no markup, so no token gets out of its place.
 */
export function htmlPage(
  { head, licenses }: PageElements,
  texts: PageTexts,
  packed: string,
): string[] {
  const title = escaped(texts.title)
  const description = escaped(texts.description)
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n',
    ...head.map((element) => `${element}\n`),
    `<title>${title}${end('title')}\n<meta name="description" content="${description}">\n`,
    ...(packed === ''
      ? []
      : [
          `<script type="application/json" id="${ENVELOPE_KEYWORD}">"`,
          packed,
          `"${end('script')}\n`,
        ]),
    `${end('head')}\n<body>\n<noscript><h1>${title}${end('h1')}\n<p>${description}${end('p')}\n`,
    `<p>SimLens draws this figure with JavaScript, which is turned off here.${end('p')}${end('noscript')}\n`,
    `<div id="root">${end('div')}\n${licenses}\n${end('body')}\n${end('html')}\n`,
  ]
}

/** Made from its parts: whole, `script` would end the script that this is part of, and `head` be taken for the page's. */
function end(tag: string): string {
  return `</${tag}>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] ?? '')
}
