/** Content of files by name, folders of the name included. */
export type FileContents = ReadonlyMap<string, string | Uint8Array>;
