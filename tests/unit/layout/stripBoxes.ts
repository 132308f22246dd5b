import { type PlotLayout } from '../../../src/layout/FigureLayout'
import { type LayoutStyle } from '../../../src/layout/LayoutStyle'
import { type ProfileLayout } from '../../../src/layout/profileLayout'
import { widthOf } from '../../../src/layout/TextStyle'
import { middle, type Box } from './boxes'

/** The trees and profiles beside a plot, and the ticks of the profiles. */
export function stripBoxes({ strips, style }: PlotLayout): readonly Box[] {
  const { tokenTree, layerTree, tokenProfile, layerProfile } = strips
  const trees = [tokenTree, layerTree].flatMap((tree) => (tree ? [tree.rect] : []))
  return trees
    .map((rect): Box => Object.assign({ name: 'tree' }, rect))
    .concat(profileBoxes(tokenProfile, style), profileBoxes(layerProfile, style))
}

function profileBoxes(
  profile: ProfileLayout | undefined,
  { caption }: LayoutStyle,
): readonly Box[] {
  if (profile === undefined) return []
  const ticks = profile.ticks.map(({ x, y, text, anchor }): Box => {
    const width = widthOf(text, caption)
    const left = anchor === 'end' ? x - width : x
    return Object.assign({ name: `profile tick ${text}` }, middle(left, y, width, caption))
  })
  return [{ name: 'profile', ...profile.rect }, ...ticks]
}
