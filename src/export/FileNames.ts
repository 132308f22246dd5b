/** A figure to which a name is given. */
interface Named {
  /** Identity of the tensor. */
  readonly id: number
  /** The paper in letters that a name may have; empty for the screen, absent if the file is the same on any paper. */
  readonly paper?: string | undefined
}

/**
 * The names of the files that were saved, so that no two contents get one name. The first figure of a name has it alone;
 * the same tensor on another paper gets the paper in its name, another tensor a number.
 */
export class FileNames {
  readonly #owners = new Map<string, Named>()

  /** Returns the name, without ending, for a file of a figure, and keeps it for that figure. */
  nameFor(name: string, { id, paper }: Named): string {
    const owner = this.#owners.get(name)
    if (owner !== undefined && owner.id !== id) return this.#numbered(name, { id, paper })
    const hasPaper = owner?.paper !== undefined && paper !== undefined
    if (hasPaper && owner.paper !== paper) {
      return this.nameFor(`${name}_${paper === '' ? 'screen' : paper}`, { id, paper })
    }
    this.#owners.set(name, { id, paper: owner?.paper ?? paper })
    return name
  }

  #numbered(name: string, figure: Named): string {
    for (let count = 2; ; count++) {
      const other = `${name}-${count}`
      const owner = this.#owners.get(other)
      if (owner === undefined || owner.id === figure.id) return this.nameFor(other, figure)
    }
  }
}
