// Read by scripts/manifest.ts, which runs the analyzer, tidies what it found and writes custom-elements.json.
export default {
  globs: ['src/elements/*/lean-*.ts', 'src/elements/*/*-element.ts', 'src/define/lean-*.ts'],
  exclude: ['**/*.view.ts', '**/*.styles.ts'],
  litelement: true,
};
