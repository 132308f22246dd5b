import { packed } from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?faces'
import { bytesOfBase64 } from '../../codec/base64'
import { unpackTypefaces } from './packedTypefaces'
import { type Typeface } from './Typeface'

const NAMES = ['sans', 'sansBold', 'mono', 'monoBold'] as const

/** Name of a bundled face. */
export type PaperFace = (typeof NAMES)[number]

let faces: readonly Typeface[] | undefined

/** Returns a face. All are unpacked when one is first asked for. */
export function paperFace(name: PaperFace): Typeface {
  faces ??= unpackTypefaces(bytesOfBase64(packed) ?? new Uint8Array())
  const face = faces[NAMES.indexOf(name)]
  if (face === undefined) throw new RangeError(`the page has no face ${name}`)
  return face
}
