import { useMemo, useState, type ReactNode } from 'react'
import { sentenceOf } from '../../analysis/description/sentenceOf'
import { type Area, type Finding } from '../../analysis/findings/Finding'
import { type FigureBasis } from '../../figure/figureBasis'
import { type PageFigure } from '../figure/useFigure'
import { writingOf } from './figureFindings'
import { FindingsForm } from './FindingsForm'
import { type FindingsState } from './useFindingsPanel'

interface FindingsPanelProps {
  readonly figure: PageFigure | undefined
  readonly findings: FindingsState
  /** Brings cells into view. */
  readonly onShow: (areas: readonly Area[]) => void
}

/** What the figure says, as a list: pointing at a finding shows its cells, a click keeps them marked. */
export function FindingsPanel({ figure, findings, onShow }: FindingsPanelProps): ReactNode {
  const { list, options, setOptions, marks, close } = findings
  const [pinned, setPinned] = useState<Finding>()
  const basis = figure?.model.basis
  const mark = (finding: Finding | undefined): void => {
    marks.set({ matrix: basis?.matrix, areas: finding?.areas ?? [] })
  }
  const groups = useMemo(
    () => basis && list && groupsOf(list, basis, options.isExact),
    [basis, list, options.isExact],
  )
  // Findings of another figure, or of other parameters, are other findings.
  const kept = pinned !== undefined && list?.includes(pinned) === true ? pinned : undefined
  return (
    <section className="panel findings" aria-labelledby="findings-title">
      <div className="panel-head">
        <h2 id="findings-title">Findings</h2>
        <button
          type="button"
          className="button is-quiet"
          aria-label="Close findings"
          onClick={close}
        >
          ×
        </button>
      </div>
      {groups === undefined ? (
        <div className="finding-group">
          <h3>Looking at the cells…</h3>
        </div>
      ) : (
        groups.map(([name, group]) => (
          <div key={name} className="finding-group">
            <h3>{name}</h3>
            <ul>
              {group.map(([finding, text]) => (
                <li key={text}>
                  <FindingItem
                    text={text}
                    hasCells={finding.areas.length > 0}
                    isPinned={finding === kept}
                    onPoint={() => mark(finding)}
                    onLeave={() => mark(kept)}
                    onPin={() => {
                      const next = finding === kept ? undefined : finding
                      setPinned(next)
                      mark(next)
                      if (next !== undefined) onShow(next.areas)
                    }}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
      <FindingsForm options={options} onChange={setOptions} />
    </section>
  )
}

const GROUPS: Readonly<Record<Finding['kind'], string>> = {
  highest: 'Extremes',
  lowest: 'Extremes',
  neutral: 'Neutral tokens',
  trends: 'With depth',
  trend: 'With depth',
  layers: 'What dominates',
  leader: 'What dominates',
  group: 'Special and repeated tokens',
  distance: 'With distance',
  noise: 'Noise floor',
  queries: 'Between queries',
  absent: 'Left out',
}

type Group = readonly [name: string, findings: (readonly [finding: Finding, text: string])[]]

/** Findings of one name together, in words, in the order in which they come. */
function groupsOf(
  findings: readonly Finding[],
  basis: FigureBasis,
  isExact: boolean,
): readonly Group[] {
  const writing = writingOf(basis, isExact)
  const groups: Group[] = []
  for (const finding of findings) {
    const name = GROUPS[finding.kind]
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
