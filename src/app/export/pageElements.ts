import { type PageElements } from '../../export/htmlPage'

/** What of the head a saved page has too, its policy first; what an extension of the browser may have added is none of it. */
const HEAD = [
  'meta[http-equiv]',
  'meta[charset]',
  'meta[name=viewport]',
  'meta[name=color-scheme]',
  'meta[name=generator]',
  'link[rel=icon]',
  'script[type=module]',
  'style',
]

/** The parts of this page, as they were served: its script and style keep the hashes by which its policy knows them. */
export function pageElements(): PageElements {
  return { head: HEAD.map(markupOf), licenses: markupOf('#licenses') }
}

function markupOf(selector: string): string {
  return document.querySelector(selector)?.outerHTML ?? ''
}
