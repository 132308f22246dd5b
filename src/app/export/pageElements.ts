import { type PageElements } from '../../export/htmlPage'

/**
 * Selectors of the head's elements that a saved page keeps, the content security policy first. Elements that a browser
 * extension may have added are left out.
 */
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

/**
 * Returns the parts of this page as they were served. Script and style stay unchanged, so that they match their hashes
 * in the content security policy.
 */
export function pageElements(): PageElements {
  return { head: HEAD.map(markupOf), licenses: markupOf('#licenses') }
}

function markupOf(selector: string): string {
  return document.querySelector(selector)?.outerHTML ?? ''
}
