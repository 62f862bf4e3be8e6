// The words of a file that somebody chose.

/** UTF-8 where it is that; else what older spreadsheets in our part of the world write (Windows-1252). */
export function decoded(bytes: ArrayBuffer): string {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
        return new TextDecoder("windows-1252").decode(bytes);
    }
}

export const textOf = async (file: Blob) => decoded(await file.arrayBuffer());
