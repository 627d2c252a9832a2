/** A Python module of the board, as text. */
declare module '*.py' {
  const text: string
  export default text
}
