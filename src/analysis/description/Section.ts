/** One part of a description; each line is a paragraph of its own, perhaps with a name before it. */
export interface Section {
  readonly heading: string
  readonly lines: readonly Line[]
}

export interface Line {
  /** `Highest`, `Neutral` …; absent where the line needs none. */
  readonly name?: string
  readonly text: string
}

/** A line for each heading and paragraph. */
export function plainText(sections: readonly Section[]): string {
  return sections
    .flatMap(({ heading, lines }) => [
      heading,
      ...lines.map(({ name, text }) => (name === undefined ? text : `${name}: ${text}`)),
    ])
    .join('\n')
}

/** The title as a heading of the second level, the parts below it, their lines as lists. */
export function markdownText(sections: readonly Section[]): string {
  return sections
    .map(({ heading, lines }, index) => {
      const items = lines.map(({ name, text }) => {
        return name === undefined ? `- ${text}` : `- **${name}:** ${text}`
      })
      return [`${index === 0 ? '##' : '###'} ${heading}`, ...items].join('\n')
    })
    .join('\n\n')
}
