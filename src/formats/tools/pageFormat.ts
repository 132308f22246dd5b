import { type Format } from '../foreign/Format'
import { tensorsOfFound } from '../foreign/tensorsOfFound'
import { isPage } from '../foreign/unreadableFormat'
import { bytesOf } from '../source/bytesOf'
import { unreadable } from '../source/unreadable'
import { pageFound } from './pageFound'

/** Web pages that other tools wrote, with the data of their figures in scripts. */
export const pageFormat: Format = {
  name: 'a web page',
  recognizes: (head) => isPage(new TextDecoder().decode(head).trimStart().toLowerCase()),
  async read(source, options) {
    const found = pageFound(await bytesOf(source, options))
    if (found === undefined) throw withoutNumbers(source.name)
    return tensorsOfFound(found, source.name.replace(/\.html?$/i, '') || source.name)
  },
}

function withoutNumbers(name: string): Error {
  return unreadable(
    `“${name}” is an HTML page without a heatmap whose numbers are in it.`,
    'Open the file that it was made from; in Python, save the array with np.save("name.npy", array) and open that.',
  )
}
