import { defaultSample, sampleOrigin, samples } from './samples'
import { type Opening } from '../state/openingView'
import { type Openable } from './useLoader'
import { PACKED } from './addressOf'
import { download } from './download'
import { embeddedTensor } from './embeddedTensor'
import { unpackedTensor } from './linkedTensor'
import { type PageHash } from './PageHash'

/**
 * Returns the tensor that an address opens. If it names none, this is the tensor that the page carries, else the
 * default sample.
 */
export function openableOf({ data, tensor, settings, cleared }: PageHash): Openable {
  const isPlain = data === undefined && Object.keys(settings).length + cleared.length === 0
  const opening: Opening = isPlain ? {} : { settings, cleared }
  if (tensor !== undefined) {
    const fetchPacked = (): Promise<Blob> => unpackedTensor(tensor)
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
