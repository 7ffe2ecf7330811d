/** The parts of a custom elements manifest (schema 1.0.0) that our scripts read. */
export interface Manifest {
  schemaVersion: string;
  modules: ManifestModule[];
}

interface ManifestModule {
  kind: string;
  path: string;
  declarations?: Declaration[];
  exports?: { declaration: { module?: string } }[];
}

/** A class of the manifest; for elements `tagName` is set. */
export interface Declaration {
  kind: string;
  name: string;
  tagName?: string;
  description?: string;
  members?: Member[];
  attributes?: { name: string; fieldName?: string; inheritedFrom?: Member['inheritedFrom'] }[];
  events?: { name?: string; type?: { text: string }; description?: string }[];
  superclass?: { name: string; package?: string; module?: string };
}

interface Member {
  kind: string;
  name: string;
  static?: boolean;
  attribute?: string;
  privacy?: 'public' | 'private' | 'protected';
  inheritedFrom?: { name: string; module?: string };
}

/** Methods of Lit and of the platform that a page author never calls. */
const lifeCycle = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'adoptedCallback',
  'render',
  'createRenderRoot',
  'willUpdate',
  'firstUpdated',
  'updated',
  'shouldUpdate',
  'scheduleUpdate',
]);

/** Leaves what a page author can use: public members, paths of the built files, elements in a fixed order. */
export function tidyManifest(manifest: Manifest): Manifest {
  const modules = manifest.modules
    .map(tidyModule)
    .sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  return { ...manifest, modules };
}

/** The element classes of a manifest. */
export function elementsOf(manifest: Manifest): (Declaration & { tagName: string; path: string })[] {
  return manifest.modules.flatMap((module) =>
    (module.declarations ?? []).flatMap((declaration) =>
      declaration.tagName ? [{ ...declaration, tagName: declaration.tagName, path: module.path }] : [],
    ),
  );
}

function tidyModule(module: ManifestModule): ManifestModule {
  return {
    ...module,
    path: builtPath(module.path),
    declarations: module.declarations?.filter(({ kind }) => kind === 'class').map(tidyDeclaration),
    exports: module.exports?.map((entry) => ({
      ...entry,
      declaration: {
        ...entry.declaration,
        ...(entry.declaration.module && { module: builtPath(entry.declaration.module) }),
      },
    })),
  };
}

function tidyDeclaration(declaration: Declaration): Declaration {
  return {
    ...declaration,
    members: declaration.members?.filter(isForAuthors).map(withBuiltOrigin).map(withAttributeName),
    attributes: declaration.attributes
      ?.map(withBuiltOrigin)
      .map((attribute) => ({ ...attribute, name: attributeName(attribute.name) })),
  };
}

function withAttributeName(member: Member): Member {
  return member.attribute === undefined ? member : { ...member, attribute: attributeName(member.attribute) };
}

/** As src/elements/shared/property.ts calls the attribute of a property, where the analyzer names the property. */
function attributeName(name: string): string {
  return name.replace(/[A-Z]/g, '-$&').toLowerCase();
}

/** Where something was inherited from, as the package has it. */
function withBuiltOrigin<Part extends Pick<Member, 'inheritedFrom'>>(part: Part): Part {
  const { inheritedFrom } = part;
  if (!inheritedFrom?.module) return part;
  return { ...part, inheritedFrom: { ...inheritedFrom, module: builtPath(inheritedFrom.module) } };
}

function isForAuthors(member: Member): boolean {
  if (member.static || lifeCycle.has(member.name)) return false;
  return (member.privacy ?? 'public') === 'public' && !/^[_[#]/.test(member.name);
}

/** `src/elements/x/x.ts`, `/src/elements/x/x.js` → `dist/elements/x/x.js`. */
function builtPath(path: string): string {
  return path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
}
