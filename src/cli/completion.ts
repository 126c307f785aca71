// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are lines of shells
import type { Command, Option } from 'commander';
import type { Shell } from './choices';

/** What may follow at one place of the command line. */
interface Place {
  /** The commands before it: "credits fetch". */
  readonly at: string;
  readonly commands: readonly Word[];
  readonly options: readonly (Word & { readonly takes: 'nothing' | 'file' | readonly string[] })[];
  /** What its first argument may be, where that is one of some words. */
  readonly words: readonly string[];
}

interface Word {
  readonly name: string;
  readonly about: string;
}

/** A script that completes commands, options and their values. It reads nothing and runs nothing when a key is pressed. */
export function completionScript(
  shell: Shell,
  tree: Command,
  words: Readonly<Record<string, readonly string[]>>,
): string {
  const places = placesOf(tree, '', words);
  return `${{ bash: bashLines, zsh: zshLines, fish: fishLines }[shell](places).join('\n')}\n`;
}

function placesOf(command: Command, at: string, words: Readonly<Record<string, readonly string[]>>): Place[] {
  const inside = command.commands.map((one) => ({ one, at: at === '' ? one.name() : `${at} ${one.name()}` }));
  return [
    {
      at,
      commands: inside.map(({ one }) => ({ name: one.name(), about: one.summary() })),
      options: [...command.options.map(optionOf), { name: '--help', about: 'show this help', takes: 'nothing' }],
      words: words[at] ?? [],
    },
    ...inside.flatMap(({ one, at: deeper }) => placesOf(one, deeper, words)),
  ];
}

const optionOf = ({ long, description, argChoices, required, optional }: Option): Place['options'][number] => ({
  name: long ?? '',
  about: description,
  takes: argChoices ?? (required || optional ? 'file' : 'nothing'),
});

/** A text between single quotes, as all three shells read it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const valuesOf = ({ options }: Place, takes: 'choices' | 'file') =>
  options.filter((option) => (takes === 'file' ? option.takes === 'file' : typeof option.takes === 'object'));

const caseOf = ({ at }: Place, option = ''): string => quoted(option === '' ? at : `${at}/${option}`);

/** Walks over the words that name commands. */
const walk = (places: readonly Place[], each: string): string[] => [
  `  for word in ${each}; do`,
  '    case "$at/$word" in',
  ...places
    .flatMap(({ at, commands }) => commands.map(({ name }) => ({ at, name })))
    .map(({ at, name }) => `      ${quoted(`${at}/${name}`)}) at=${quoted(at === '' ? name : `${at} ${name}`)} ;;`),
  '    esac',
  '  done',
];

function bashLines(places: readonly Place[]): string[] {
  const reply = (words: readonly string[]) => `COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$current"))`;
  return [
    '# credit-guard completion for bash. In ~/.bashrc: eval "$(credit-guard completion bash)"',
    '_credit_guard() {',
    '  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} at= word',
    ...walk(places, '"${COMP_WORDS[@]:1:COMP_CWORD-1}"'),
    '  case "$at/$before" in',
    ...places.flatMap((place) => [
      ...valuesOf(place, 'choices').map(
        ({ name, takes }) => `    ${caseOf(place, name)}) ${reply(takes as readonly string[])}; return ;;`,
      ),
      ...valuesOf(place, 'file').map(
        ({ name }) => `    ${caseOf(place, name)}) COMPREPLY=($(compgen -f -- "$current")); return ;;`,
      ),
    ]),
    '  esac',
    '  case "$at" in',
    ...places.map(
      (place) =>
        `    ${caseOf(place)}) ${reply([...place.commands, ...place.options].map(({ name }) => name).concat(place.words))} ;;`,
    ),
    '  esac',
    '  [[ $current == -* ]] || COMPREPLY+=($(compgen -f -- "$current"))',
    '}',
    'complete -o filenames -F _credit_guard credit-guard',
  ];
}

function zshLines(places: readonly Place[]): string[] {
  const described = (words: readonly Word[]) =>
    words.map(({ name, about }) => quoted(`${name.replaceAll(':', '\\:')}:${about}`)).join(' ');
  return [
    '#compdef credit-guard',
    '# credit-guard completion for zsh. In ~/.zshrc, after compinit: eval "$(credit-guard completion zsh)"',
    '_credit_guard() {',
    "  local at='' word",
    '  local -a items',
    ...walk(places, '"${(@)words[2,CURRENT-1]}"'),
    '  case "$at/${words[CURRENT-1]}" in',
    ...places.flatMap((place) => [
      ...valuesOf(place, 'choices').map(
        ({ name, takes }) =>
          `    ${caseOf(place, name)}) compadd -- ${(takes as readonly string[]).map(quoted).join(' ')}; return ;;`,
      ),
      ...valuesOf(place, 'file').map(({ name }) => `    ${caseOf(place, name)}) _files; return ;;`),
    ]),
    '  esac',
    '  case "$at" in',
    ...places.map(
      (place) =>
        `    ${caseOf(place)}) items=(${described([...place.commands, ...place.options, ...place.words.map((name) => ({ name, about: '' }))])}) ;;`,
    ),
    '  esac',
    "  _describe 'credit-guard' items",
    '  _files',
    '}',
    'compdef _credit_guard credit-guard',
  ];
}

function fishLines(places: readonly Place[]): string[] {
  const names = places.flatMap(({ commands }) => commands.map(({ name }) => name));
  const where = ({ at, commands }: Place): string => {
    if (at === '') return `not __fish_seen_subcommand_from ${names.join(' ')}`;
    const last = at.split(' ').at(-1);
    const deeper = commands.map(({ name }) => name).join(' ');
    return `__fish_seen_subcommand_from ${last}${deeper === '' ? '' : `; and not __fish_seen_subcommand_from ${deeper}`}`;
  };
  return [
    '# credit-guard completion for fish. credit-guard completion fish > ~/.config/fish/completions/credit-guard.fish',
    ...places.flatMap((place) => {
      const line = `complete -c credit-guard -n ${quoted(where(place))}`;
      return [
        ...place.commands.map(({ name, about }) => `${line} -a ${name} -d ${quoted(about)}`),
        ...(place.words.length === 0 ? [] : [`${line} -a ${quoted(place.words.join(' '))}`]),
        ...place.options.map(({ name, about, takes }) => {
          const values = takes === 'nothing' ? '' : takes === 'file' ? ' -r' : ` -x -a ${quoted(takes.join(' '))}`;
          return `${line} -l ${name.slice(2)}${values} -d ${quoted(about)}`;
        }),
      ];
    }),
  ];
}
