import { beforeEach, expect, test, vi } from "vitest";

/** The module as a page has it that was just loaded: what the browser keeps is all that it has. */
async function page(account: number | null) {
    vi.resetModules();
    const drafts = await import("../src/ui/drafts.ts");
    drafts.keepDraftsFor(account);
    return drafts;
}

beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    vi.restoreAllMocks();
});

test("What one account typed is shown to no other and to nobody who is signed out, and waits for that account", async () => {
    (await page(5)).keepDraft("reply:1", "mine");
    expect((await page(null)).readDraft("reply:1")).toBeNull();
    expect((await page(6)).readDraft("reply:1")).toBeNull();
    expect((await page(6)).placesOfDrafts("")).toEqual([]);
    expect((await page(5)).readDraft("reply:1")).toBe("mine");
});

test("What was typed before the sign-in is the account's from then on, in place or on the next page", async () => {
    const first = await page(null);
    first.keepDraft("reply:1", "in place");
    expect(first.keepDraftsFor(5)).toBe(true);
    expect(first.readDraft("reply:1")).toBe("in place");
    (await page(null)).keepDraft("reply:2", "on the next page");
    expect((await page(5)).readDraft("reply:2")).toBe("on the next page");
    const next = await page(null);
    expect(next.readDraft("reply:1")).toBeNull();
    expect(next.readDraft("reply:2")).toBeNull();
    expect((await page(5)).readDraft("reply:1")).toBe("in place");
});

test("Where the account had other words at the same place they come back when those of today are sent", async () => {
    (await page(5)).keepDraft("reply:1", "yesterday");
    (await page(null)).keepDraft("reply:1", "today");
    const both = await page(5);
    expect(both.readDraft("reply:1")).toBe("today");
    expect(both.placesOfDrafts("reply")).toEqual(["reply:1"]);
    both.dropDraft("reply:1");
    expect((await page(5)).readDraft("reply:1")).toBe("yesterday");
});

test("A session that ends leaves the words with who typed them, and another person needs the page anew", async () => {
    const drafts = await page(5);
    drafts.keepDraft("reply:1", "mine");
    expect(drafts.keepDraftsFor(null)).toBe(true);
    drafts.keepDraft("reply:1", "mine still");
    expect(drafts.keepDraftsFor(6)).toBe(false);
    expect((await page(6)).readDraft("reply:1")).toBeNull();
    expect((await page(5)).readDraft("reply:1")).toBe("mine still");
});

test("Where the browser's storage is full the newest words hold for the page, not the older ones that had room", async () => {
    const drafts = await page(5);
    drafts.keepDraft("reply:1", "short");
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
        throw new DOMException("full", "QuotaExceededError");
    });
    drafts.keepDraft("reply:1", "much longer");
    expect(drafts.readDraft("reply:1")).toBe("much longer");
    expect(drafts.somethingTyped()).toBe(true);
    drafts.dropDraft("reply:1");
    expect(drafts.readDraft("reply:1")).toBeNull();
});
