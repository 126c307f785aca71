declare module 'ansi-to-svg' {
  export default function toSvg(ansi: string, options?: Record<string, unknown>): string;
}
