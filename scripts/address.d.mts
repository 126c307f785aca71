export function repositoryAddress(root: string, env?: NodeJS.ProcessEnv): string | undefined;
export function webAddress(remote: string): string | undefined;
export function withAbsoluteLinks(text: string, address: string): string;
