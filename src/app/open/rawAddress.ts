const GITHUB = /^\/([^/]+\/[^/]+)\/(?:blob|raw)\/(.+)$/u
const HUGGING_FACE = /^(\/.+)\/blob\/(.+)$/u

/**
 * Returns the address of a file's bytes for a page of GitHub or Hugging Face that shows it. Other addresses are
 * returned unchanged.
 */
export function rawAddress(address: URL): URL {
  const { hostname, pathname } = address
  const github = hostname === 'github.com' ? GITHUB.exec(pathname) : null
  if (github !== null) {
    return new URL(`https://raw.githubusercontent.com/${github[1]}/${github[2]}`)
  }
  const face = hostname === 'huggingface.co' ? HUGGING_FACE.exec(pathname) : null
  return face === null ? address : new URL(`${address.origin}${face[1]}/resolve/${face[2]}`)
}
