/** A label and what it names, in two columns. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

export function factLines(facts: readonly Fact[]): readonly string[] {
  return facts.map(({ label, value }) => `${label}: ${value}`);
}
