import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, it } from "vitest";
import { useDraft } from "../src/ui/drafts.ts";

let text: string, set: (next: string) => void, drop: () => void;
function Field({ initial }: { initial: string }) {
    [text, set, drop] = useDraft("here", initial);
    return null;
}
const show = (initial: string) => act(() => render(<Field initial={initial} />, document.body));
afterEach(() => act(() => render(null, document.body)));

it("A text that was stored and put away is shown as it is by then, not as it was before", async () => {
    await show("before");
    await act(() => set("typed"));
    await act(() => drop());
    await show("typed");
    expect(text).toBe("typed");
    await show("a colleague's");
    expect(text).toBe("a colleague's");
});

it("What is typed stands when what it began with changes", async () => {
    await show("before");
    await act(() => set("typed"));
    await show("a colleague's");
    expect(text).toBe("typed");
    await act(() => drop());
    expect(text).toBe("a colleague's");
});
