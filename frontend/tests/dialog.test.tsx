// Where a dialog begins for who goes by keyboard.
import { render, type ComponentChildren } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Dialog } from "../src/ui/dialog.tsx";

// As a browser does: the first thing that can have the focus has it.
HTMLDialogElement.prototype.showModal = function () {
    this.querySelector<HTMLElement>("button, [autofocus]")?.focus();
};
let root: HTMLElement;
const open = (children: ComponentChildren) =>
    act(() => render(<Dialog title="Spør" onClose={() => {}} {...{ children }} />, root));
const here = () => document.activeElement?.id;

beforeEach(() => {
    root = document.createElement("div");
    document.body.append(root);
});
afterEach(async () => {
    await act(() => render(null, root));
    root.remove();
});

test("a dialog that asks begins with its first field, whatever stands above it", async () => {
    await open(
        <form>
            <p>
                <a href="/x">lenke</a>
            </p>
            <input type="hidden" />
            <input id="off" disabled />
            <fieldset disabled>
                <input id="off-too" />
            </fieldset>
            <input id="reason" />
            <button id="send" />
        </form>,
    );
    expect(here()).toBe("reason");
});

test("among choices it begins with the one that is made", async () => {
    const choices = (made: string) => (
        <form>
            {["a", "b"].map((one) => (
                <input key={one} type="radio" name="result" id={one} checked={one === made} />
            ))}
        </form>
    );
    await open(choices("b"));
    expect(here()).toBe("b");
    await act(() => render(null, root));
    await open(choices(""));
    expect(here()).toBe("a");
});

test("a question begins with the answer that does no harm", async () => {
    const ask = (danger: string) => (
        <div class="actions">
            <button class={`button ${danger}`} id="yes" />
            <button class="button quiet" id="no" />
        </div>
    );
    await open(ask("danger"));
    expect(here()).toBe("no");
    await act(() => render(null, root));
    await open(ask(""));
    expect(here()).toBe("yes");
});

test("what is read begins with nothing that is in it, also where one could reply", async () => {
    await open(
        <article>
            <form>
                <textarea id="reply" />
            </form>
        </article>,
    );
    expect(here()).toBe("");
});

test("a field that comes later is begun with, unless one has gone on", async () => {
    await open(null);
    await open(<input id="late" />);
    expect(here()).toBe("late");
    await act(() => render(null, root));
    const asked = (field: boolean) => (
        <form>
            {field && <select id="target" />}
            <div class="actions">
                <button class="button" disabled />
                <button class="button quiet" id="no" />
            </div>
        </form>
    );
    await open(asked(false));
    expect(here()).toBe("no");
    await open(asked(true));
    expect(here()).toBe("target");
    await act(() => render(null, root));
    const link = <a id="link" href="/x" key="link" />;
    await open(link);
    root.querySelector<HTMLElement>("#link")!.focus();
    await open([<input id="later-still" key="field" />, link]);
    expect(here()).toBe("link");
});
