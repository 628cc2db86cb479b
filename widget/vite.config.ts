import { defineConfig } from 'vite';
import { leanSignalR } from './build/leanSignalR';
import { packWords } from './build/packWords';

/** Two files, built one after the other (`--mode loader`, `--mode reva`): what every page loads, and what only a chat needs. */
export default defineConfig(({ mode }) => ({
  plugins: [leanSignalR(), packWords()],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    minify: 'terser',
    // SignalR's private members begin with an underscore; nothing on the wire does.
    terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true, pure_getters: true }, mangle: { properties: { regex: /^_[a-z]/i } } },
    emptyOutDir: mode === 'loader',
    lib: { entry: mode === 'loader' ? 'src/loader.ts' : 'src/main.ts', formats: ['iife'], name: 'reva', fileName: () => `${mode}.js` },
  },
}));
