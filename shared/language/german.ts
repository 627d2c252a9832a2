/** German, by the English text. */
export const german: Readonly<Record<string, string>> = {}
