import { defineConfig } from 'vite';
import { packWords } from './build/packWords';

/** Two files, built one after the other (`--mode loader`, `--mode reva`): what every page loads, and what only a chat needs. */
export default defineConfig(({ mode }) => ({
  plugins: [packWords()],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    minify: 'terser',
    terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true, pure_getters: true } },
    emptyOutDir: mode === 'loader',
    lib: { entry: mode === 'loader' ? 'src/loader.ts' : 'src/main.ts', formats: ['iife'], name: 'reva', fileName: () => `${mode}.js` },
  },
}));
