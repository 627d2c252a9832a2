import { z } from 'zod'

/** A step from the global scope to a value: a name (a global, then an attribute), or a place in a list, tuple, set or dict, counted from 0. */
export const VariableStep = z.union([z.string().min(1).max(200), z.number().int().min(0).max(1_000_000)])
export type VariableStep = z.infer<typeof VariableStep>

/** Where a value is. Empty: the global scope itself. */
export const VariablePath = z.array(VariableStep).max(20)
export type VariablePath = z.infer<typeof VariablePath>

/** A name, or an element, and what it holds. Text comes from the board: it is data. */
export const Variable = z.object({
  /** The last step to it. */
  step: VariableStep,
  /** What to call it: the name, the place, or a dict's key as Python writes it. */
  name: z.string(),
  /** The class, such as `list`. */
  type: z.string(),
  kind: z.enum(['value', 'module', 'function', 'class']),
  /** As Python writes it, cut; null where the board could not say. */
  value: z.string().nullable(),
  /** Elements, keys or characters; null where there is no such number. */
  length: z.number().nullable(),
  /** True when there is something to be seen inside. */
  expandable: z.boolean(),
})
export type Variable = z.infer<typeof Variable>

/** What is inside a value, or the global scope: the first of them, and how many there are. */
export const VariableLevel = z.object({ variables: z.array(Variable), total: z.number() })
export type VariableLevel = z.infer<typeof VariableLevel>
