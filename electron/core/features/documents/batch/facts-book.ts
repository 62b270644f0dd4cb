import type { FilingFacts } from '../../../../../shared/features/documents/filing-facts.ts';

/** Facts under numbers, by which threads know what they hold already. */
export class FactsBook {
  readonly known = new Map<number, FilingFacts>();
  private readonly ids = new Map<FilingFacts, number>();
  private static last = 0;

  idOf(facts: FilingFacts): number {
    let id = this.ids.get(facts);
    if (id === undefined) {
      // One count for all books: threads outlive a batch.
      id = ++FactsBook.last;
      this.ids.set(facts, id);
      this.known.set(id, facts);
    }
    return id;
  }

  forget(id: number): void {
    const facts = this.known.get(id);
    if (facts) this.ids.delete(facts);
    this.known.delete(id);
  }

  clear(): void {
    this.known.clear();
    this.ids.clear();
  }
}
