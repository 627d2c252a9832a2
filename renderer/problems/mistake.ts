/** A mistake that keeps a program from running, or surely does something else than was meant. Line counts from 1. */
export interface Mistake {
  line: number
  /** In words, as a sentence. */
  text: string
}
