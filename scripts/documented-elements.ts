import { readFileSync } from 'node:fs';

interface Named {
  name: string;
  description: string;
}

/** One element as its doc blocks describe it. */
export interface DocumentedElement {
  tag: string;
  description: string;
  attributes: (Named & { default: string })[];
  /** Public fields that no attribute sets. */
  properties: (Named & { type: string })[];
  methods: Named[];
  events: (Named & { type: string })[];
  slots: Named[];
  parts: Named[];
}

/** What we read of custom-elements.json; the format is the Custom Elements Manifest. */
interface Manifest {
  modules: { declarations?: Declaration[] }[];
}
interface Declaration {
  tagName?: string;
  description?: string;
  attributes?: Item[];
  members?: Member[];
  events?: Item[];
  slots?: Item[];
  cssParts?: Item[];
}
interface Item {
  name?: string;
  description?: string;
  default?: string;
  type?: { text: string };
}
interface Member extends Item {
  kind: 'field' | 'method';
  privacy?: string;
  static?: boolean;
  attribute?: string;
}

/** The order in which people meet them. */
const ORDER = [
  'lean-provider',
  'lean-connect-button',
  'lean-accounts',
  'lean-transactions',
  'lean-spending',
  'lean-consents',
  'lean-identity',
];

/** Every element of custom-elements.json. */
export function readElements(): DocumentedElement[] {
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
  const rank = ({ tag }: DocumentedElement): number =>
    ORDER.includes(tag) ? ORDER.indexOf(tag) : ORDER.length;
  return modules
    .flatMap((module) => module.declarations ?? [])
    .flatMap((declaration) =>
      declaration.tagName === undefined ? [] : [describe(declaration.tagName, declaration)],
    )
    .sort((a, b) => rank(a) - rank(b) || a.tag.localeCompare(b.tag));
}

function describe(tag: string, declaration: Declaration): DocumentedElement {
  const isPublic = (member: Member): boolean =>
    member.privacy === undefined || (member.privacy === 'public' && member.static !== true);
  const members = (declaration.members ?? []).filter((member) => isPublic(member) && member.description);
  return {
    tag,
    description: declaration.description ?? '',
    attributes: (declaration.attributes ?? []).map((item) => ({ ...named(item), default: defaultOf(item) })),
    properties: members
      .filter(({ kind, attribute }) => kind === 'field' && attribute === undefined)
      .map((member) => ({ ...named(member), type: member.type?.text ?? '' })),
    methods: members.filter(({ kind }) => kind === 'method').map(named),
    events: (declaration.events ?? []).map((item) => ({ ...named(item), type: item.type?.text ?? '' })),
    slots: (declaration.slots ?? []).map(named),
    parts: (declaration.cssParts ?? []).map(named),
  };
}

function named({ name, description }: Item): Named {
  return { name: name ?? '', description: description ?? '' };
}

/** Nothing is nothing: only a default that does something is worth a column. */
function defaultOf({ default: value }: Item): string {
  return value === undefined || value === 'null' || value === 'false' || value === "''" ? '' : value;
}
