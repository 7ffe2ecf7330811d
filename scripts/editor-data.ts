import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import type { Manifest } from './manifest-tidy.js';

/** What editors and JSX read about our elements, made from the manifest into `dist/`. */
export function writeEditorData(manifest: Manifest): void {
  generateVsCodeCustomElementData(manifest, {
    outdir: 'dist',
    hideLogs: true,
    htmlFileName: 'vscode.html-custom-data.json',
    cssFileName: 'vscode.css-custom-data.json',
  });
  generateJetBrainsWebTypes(manifest, { outdir: 'dist', hideLogs: true, packageJson: false });
  generateJsxTypes(elementsOnly(manifest) as Parameters<typeof generateJsxTypes>[0], {
    outdir: 'dist',
    fileName: 'jsx.d.ts',
    componentTypePath: () => './classes.js',
  });
}

/** Base classes and helpers are in no entry of the package that its types could name. */
function elementsOnly(manifest: Manifest): Manifest {
  const modules = manifest.modules.map((module) => ({
    ...module,
    declarations: module.declarations?.filter((each) => 'tagName' in each && each.tagName !== undefined),
  }));
  return { ...manifest, modules };
}
