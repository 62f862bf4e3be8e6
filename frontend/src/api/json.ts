// What the server sends, as values. Whose account is erased has a number in the place of a name ("#17"), since what is
// sent is the same for everybody: here it becomes words in the reader's language, once for all pages.

/** How an erased account is called; the reader's language sets it (i18n/words.ts). */
export const erased = { named: (number: string): string => `#${number}` };

const somebodyErased = /"#\d+"/;
const pseudonym = /^#(\d+)$/;
const names = new Set(["name", "author", "by", "sponsor"]);

const inWords = (key: string, value: unknown): unknown => {
    const number = names.has(key) && typeof value === "string" ? pseudonym.exec(value)?.[1] : undefined;
    return number === undefined ? value : erased.named(number);
};

export const namesErased = (text: string): boolean => somebodyErased.test(text);
export const readJson = (text: string): unknown => (namesErased(text) ? JSON.parse(text, inWords) : JSON.parse(text));
