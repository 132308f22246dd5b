import { ENVELOPE_KEYWORD } from '../codec/envelope'
import { exportedParts, type CarryingOptions, type ExportedFigure } from './ExportedFigure'
import { type ExportHost, type PageElements } from './ExportHost'

/** Returns the figure as an HTML page that carries its tensor, in pieces. */
export async function htmlFile(
  figure: ExportedFigure,
  options: CarryingOptions,
  host: ExportHost,
): Promise<readonly string[]> {
  const parts = await exportedParts(figure, options, host)
  return htmlPage(host.pageElements(), parts, parts.packed)
}

/** The texts of a saved page. */
export interface PageTexts {
  readonly title: string
  /** Text alternative of the figure. */
  readonly description: string
}

/** References for the characters that have a meaning in text or between quotes. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/**
 * Returns the page with a packed tensor (base64, or empty) inside, in pieces for a Blob. Without scripts, the page
 * shows the description of the figure. Texts are escaped and base64 has no markup, so no token can act as markup.
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
    ...head.map((element) => `${withoutConnections(element)}\n`),
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

/**
 * Returns the element of a content security policy with no address to connect to, and any other element unchanged. A
 * saved page has its tensor in it, so that nothing in it needs to be fetched.
 */
function withoutConnections(element: string): string {
  return element.startsWith('<meta http-equiv=')
    ? element.replace(/connect-src [^;"]*/, "connect-src 'none'")
    : element
}

/**
 * Returns an end tag. It is composed, since a literal `script` end tag would end the script that contains this code,
 * and a literal `head` end tag would be mistaken for that of the page.
 */
function end(tag: string): string {
  return `</${tag}>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] ?? '')
}
