/** What the board uses of WebAssembly; Node has it, its types don't. */
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, (...args: never[]) => unknown>>

  interface Module {
    readonly [Symbol.toStringTag]: string
  }

  const Module: new (bytes: Uint8Array<ArrayBuffer>) => Module

  class Instance {
    constructor(module: Module, imports: Imports)
    readonly exports: Record<string, unknown>
  }

  interface Memory {
    readonly buffer: ArrayBufferLike
    grow(pages: number): number
  }

  interface Table {
    get(index: number): unknown
  }
}
