import { ENVELOPE_KEYWORD } from '../../codec/envelope'
import { withSvgTensor } from '../../export/svgFile'
import { type Opening } from '../state/openingView'
import { download } from './download'
import { linkedTensor } from './linkedTensor'
import { type HashParts, type PageHash } from './PageHash'
import { defaultSample, sampleOrigin, samples } from './samples'
import { type NamedBlob, type Openable } from './openFiles'

/** Prefix of an origin that is the packed tensor itself. */
export const PACKED = 'tensor:'

/** Origin of the tensor that the page itself carries. */
const EMBEDDED = 'page'

/**
 * Returns the tensor that an address opens. If it names none, this is the tensor that the page carries, else the
 * default sample.
 */
export function openableOf({ data, tensor, settings, cleared }: PageHash): Openable {
  const isPlain = data === undefined && Object.keys(settings).length + cleared.length === 0
  const opening: Opening = isPlain ? {} : { settings, cleared }
  if (tensor !== undefined) {
    const fetchPacked = (): Promise<Blob> => linkedTensor(tensor)
    return { ...opening, name: 'linked tensor', origin: PACKED + tensor, fetch: fetchPacked }
  }
  const embedded = data === undefined ? embeddedTensor() : undefined
  if (embedded !== undefined) return { ...embedded, ...opening }
  const sample = samples.find((each) => sampleOrigin(each) === data)
  if (data === undefined || sample !== undefined) {
    return { ...(sample ?? defaultSample).open(), ...opening }
  }
  return {
    ...opening,
    name: nameOf(data),
    origin: data,
    fetch: (signal, onDownloaded) => download(data, signal, onDownloaded),
  }
}

/** Returns the parts of an address that open the tensor of an origin. `openableOf` is the inverse. */
export function originParts(origin: string): Pick<HashParts, 'data' | 'tensor'> {
  if (origin.startsWith(PACKED)) return { tensor: origin.slice(PACKED.length) }
  const home = carryingElement() === null ? sampleOrigin(defaultSample) : EMBEDDED
  return origin === home ? {} : { data: origin }
}

/** Returns the last part of an address that is not empty, as a file name. */
function nameOf(address: string): string {
  const [path = ''] = address.split(/[?#]/u)
  const last = path.split('/').findLast((part) => part !== '') ?? address
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/**
 * Returns the tensor that a saved page carries, as an SVG figure that can be opened. If the page carries none, returns
 * undefined.
 */
function embeddedTensor(): NamedBlob | undefined {
  const text = carryingElement()?.textContent
  if (text === undefined) return undefined
  const packed = text.replaceAll(/["\s]/gu, '')
  const blob = new Blob(withSvgTensor('<svg></svg>', packed))
  return { name: document.title, origin: EMBEDDED, blob }
}

function carryingElement(): Element | null {
  return document.querySelector(`script#${ENVELOPE_KEYWORD}`)
}
