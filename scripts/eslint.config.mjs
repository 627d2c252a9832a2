import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import path from 'node:path'
import tseslint from 'typescript-eslint'

const top = path.resolve(import.meta.dirname, '..')

export default defineConfig(
  { basePath: top, ignores: ['dist/**', 'release/**', 'test-output/**', 'node_modules/**'] },
  {
    basePath: top,
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['main/tsconfig.json', 'preload/tsconfig.json', 'renderer/tsconfig.json', 'test/tsconfig.json'],
        tsconfigRootDir: top,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-control-regex': 'off', // control bytes are what a serial line speaks
      'no-console': 'error',
    },
  },
  { basePath: top, files: ['renderer/**/*.{ts,tsx}'], extends: [hooks.configs.flat.recommended] },
  { basePath: top, files: ['test/**/*.ts', 'main/serve.ts', 'main/cli.ts'], rules: { 'no-console': 'off' } },
  {
    basePath: top,
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
)
