// The members of Node.js that the extension uses, and no others.
declare namespace NodeJS {
  interface Timeout {}
}
declare const process: { pid: number, env: Record<string, string | undefined> };
declare function setTimeout(run: () => void, ms?: number): NodeJS.Timeout;
declare function clearTimeout(timer: NodeJS.Timeout | undefined): void;
declare function require(name: string): any;
declare const module: { exports: any };

interface Buffer extends Uint8Array {
  indexOf(bytes: any): number;
  subarray(start?: number, end?: number): Buffer;
  toString(encoding?: string, start?: number, end?: number): string;
}
declare const Buffer: {
  from(text: string, encoding?: string): Buffer;
  concat(parts: Buffer[]): Buffer;
};

declare module 'node:child_process' {
  interface Stream {
    on(event: string, listener: (value: any) => void): this;
  }
  interface ChildProcess {
    stdin: Stream & { write(bytes: Buffer): boolean };
    stdout: Stream;
    stderr: Stream;
    pid?: number;
    exitCode: number | null;
    signalCode: string | null;
    kill(signal?: string): boolean;
    once(event: 'error', listener: (error: Error & { code?: string }) => void): this;
    once(event: 'exit', listener: (code: number | null, signal: string | null) => void): this;
  }
  function spawn(path: string, words: string[], options: { stdio: string[], env: Record<string, string | undefined> }): ChildProcess;
}
declare module 'node:path' {
  function join(...parts: string[]): string;
  function dirname(path: string): string;
  const sep: string;
}
declare module 'node:url' {
  function fileURLToPath(url: string): string;
}
declare module 'node:os' {
  function homedir(): string;
}
declare module 'node:crypto' {
  function randomBytes(count: number): Buffer;
}
declare module 'node:fs' {
  function readFileSync(path: string, encoding: 'utf8'): string;
}
declare module 'node:fs/promises' {
  function readFile(path: string): Promise<Buffer>;
  function stat(path: string): Promise<{ size: number, mtimeMs: number }>;
}
