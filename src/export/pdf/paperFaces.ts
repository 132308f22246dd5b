import { unzlibSync } from 'fflate'
import { packed as mono } from 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf?face'
import { packed as monoBold } from 'dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf?face'
import { packed as sans } from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?face'
import { packed as sansBold } from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?face'
import { bytesOfBase64 } from '../../codec/base64'
import { TrueTypeFace } from './TrueTypeFace'

const packed = { sans, sansBold, mono, monoBold }

/** Name of a bundled face. */
export type PaperFace = keyof typeof packed

const unpacked = new Map<PaperFace, TrueTypeFace>()

/** Returns a face. It is unpacked when it is first asked for. */
export function paperFace(name: PaperFace): TrueTypeFace {
  const known = unpacked.get(name)
  if (known !== undefined) return known
  const face = new TrueTypeFace(unzlibSync(bytesOfBase64(packed[name]) ?? new Uint8Array()))
  unpacked.set(name, face)
  return face
}
