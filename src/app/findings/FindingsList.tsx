import { useMemo, useState, type ReactNode } from 'react'
import { sentenceOf } from '../../analysis/description/sentenceOf'
import { type Area, type Finding } from '../../analysis/findings/Finding'
import { type FigureBasis } from '../../figure/figureBasis'
import { inOwnWords } from '../../tensor/Axes'
import { writingOf } from '../../figure/describeFigure'
import { type FindingsState } from './useFindings'

interface FindingsListProps extends Pick<FindingsState, 'marks'> {
  readonly list: readonly Finding[]
  readonly basis: FigureBasis
  readonly isExact: boolean
  /** Zooms the figure so that the areas are in view. */
  readonly onShow: (areas: readonly Area[]) => void
}

/** Shows a sentence for each finding. Pointing at it outlines its cells; a click keeps the outlines. */
export function FindingsList(props: FindingsListProps): ReactNode {
  const { list, basis, isExact, marks, onShow } = props
  const [pinned, setPinned] = useState<Finding>()
  const groups = useMemo(() => groupsOf(list, basis, isExact), [list, basis, isExact])
  return groups.map(([name, group]) => (
    <div key={name} className="finding-group">
      <h3>{name}</h3>
      <ul>
        {group.map(([finding, text]) => (
          <li key={text}>
            <FindingItem
              text={text}
              hasCells={finding.areas.length > 0}
              isPinned={finding === pinned}
              onPoint={() => marks.set(finding)}
              onLeave={() => marks.set(pinned)}
              onPin={() => {
                const next = finding === pinned ? undefined : finding
                setPinned(next)
                marks.set(next)
                if (next !== undefined) onShow(next.areas)
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  ))
}

const GROUPS: Readonly<Record<Finding['kind'], string>> = {
  highest: 'Extremes',
  lowest: 'Extremes',
  neutral: 'Neutral tokens',
  trends: 'With depth',
  trend: 'With depth',
  layers: 'Extreme layers and tokens',
  leader: 'Extreme layers and tokens',
  group: 'Special and repeated tokens',
  distance: 'With distance',
  noise: 'Noise floor',
  queries: 'Between queries',
  absent: 'Cells left out',
  scope: 'Tokens left out',
  difference: 'Difference',
  agreement: 'Difference',
  'changed-layers': 'Where A and B differ',
  'changed-tokens': 'Where A and B differ',
  'only-in': 'Only in one',
}

type Group = readonly [name: string, findings: (readonly [finding: Finding, text: string])[]]

/** Returns the findings as sentences, in their order. Consecutive findings with the same group name form a group. */
function groupsOf(
  findings: readonly Finding[],
  basis: FigureBasis,
  isExact: boolean,
): readonly Group[] {
  const writing = writingOf(basis, isExact)
  const groups: Group[] = []
  for (const finding of findings) {
    const name = inOwnWords(GROUPS[finding.kind], basis.tensor)
    const said = [finding, sentenceOf(finding, basis.matrix, writing)] as const
    const last = groups.at(-1)
    if (last?.[0] === name) last[1].push(said)
    else groups.push([name, [said]])
  }
  return groups
}

interface FindingItemProps {
  readonly text: string
  readonly hasCells: boolean
  readonly isPinned: boolean
  readonly onPoint: () => void
  readonly onLeave: () => void
  readonly onPin: () => void
}

function FindingItem(props: FindingItemProps): ReactNode {
  const { text, hasCells, isPinned, onPoint, onLeave, onPin } = props
  if (!hasCells) return <p>{text}</p>
  return (
    <button
      type="button"
      aria-pressed={isPinned}
      onPointerEnter={onPoint}
      onPointerLeave={onLeave}
      onFocus={onPoint}
      onBlur={onLeave}
      onClick={onPin}
    >
      {text}
    </button>
  )
}
