import { type ReactNode } from 'react'
import { type Dendrogram } from '../layout/dendrogram'
import { type ProfileLayout } from '../layout/profileLayout'
import { type StripsLayout } from '../layout/stripsLayout'
import { type TextStyle } from '../layout/TextStyle'
import { type FigureTheme } from './FigureTheme'

interface StripsProps {
  readonly strips: StripsLayout
  readonly caption: TextStyle
  readonly theme: FigureTheme
}

/** The trees and profiles beside the cells. */
export function Strips({ strips, caption, theme }: StripsProps): ReactNode {
  const { tokenTree, layerTree, tokenProfile, layerProfile } = strips
  return (
    <>
      {tokenTree && <Tree tree={tokenTree} theme={theme} />}
      {layerTree && <Tree tree={layerTree} theme={theme} />}
      {tokenProfile && <Profile name="tokens" profile={tokenProfile} {...{ caption, theme }} />}
      {layerProfile && <Profile name="layers" profile={layerProfile} {...{ caption, theme }} />}
    </>
  )
}

/** A tree. Its inner svg cuts off the parts that a zoom leaves outside. */
function Tree({
  tree,
  theme,
}: {
  readonly tree: Dendrogram
  readonly theme: FigureTheme
}): ReactNode {
  return (
    <svg {...tree.rect} data-testid="dendrogram">
      <path d={tree.path} fill="none" stroke={theme.muted} />
    </svg>
  )
}

interface ProfileProps {
  readonly name: 'tokens' | 'layers'
  readonly profile: ProfileLayout
  readonly caption: TextStyle
  readonly theme: FigureTheme
}

function Profile({ name, profile, caption, theme }: ProfileProps): ReactNode {
  const { rect, extremes, band, mean, zero, lines, ticks } = profile
  return (
    <g data-testid={`profile-${name}`} fontSize={caption.fontSize}>
      <rect {...rect} fill="none" stroke={theme.hatch} />
      <path d={extremes} fill={theme.muted} fillOpacity={0.18} />
      <path d={band} fill={theme.muted} fillOpacity={0.35} />
      <path d={zero} fill="none" stroke={theme.line} strokeDasharray="2 3" />
      <path d={mean} fill="none" stroke={theme.text} strokeWidth={1.25} />
      {lines.map(({ band: own }, k) =>
        own === '' ? null : <path key={k} d={own} fill={lineColor(theme, k)} fillOpacity={0.1} />,
      )}
      {lines.map(({ path }, k) => (
        <path
          key={k}
          d={path}
          fill="none"
          stroke={lineColor(theme, k)}
          strokeWidth={2}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
      {lines.map(({ dot, label }, k) => (
        <g key={k}>
          <circle cx={dot.x} cy={dot.y} r={3.5} fill={lineColor(theme, k)} />
          <text
            x={label.x}
            y={label.y}
            textAnchor={label.isEnd ? 'end' : 'start'}
            fill={theme.text}
            stroke={theme.background}
            strokeWidth={3}
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {label.text}
          </text>
        </g>
      ))}
      {ticks.map(({ x, y, text, anchor }) => (
        <text key={text} x={x} y={y} dy="0.35em" textAnchor={anchor} fill={theme.muted}>
          {text}
        </text>
      ))}
    </g>
  )
}

/**
 * Returns the color of a pinned line. Color-blind readers can distinguish these colors (Okabe and Ito, 2008, in their
 * order from blue on). Black is replaced by the color of text, and yellow is darker on white to be visible.
 */
export function lineColor({ text, lastLine }: FigureTheme, index: number): string {
  const colors = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', text, lastLine]
  return colors[index % colors.length] ?? text
}
