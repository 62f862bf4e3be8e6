// What every page has around its content: the reader's menu, notices, and the sign-in that can appear over anything.
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { hooks } from "../api/request.ts";
import { signOut } from "../api/routes.ts";
import { t } from "../i18n/words.ts";
import { Notices } from "./notices.tsx";
import { reached } from "./reach.ts";
import { live } from "../live/live.ts";
import { account, me, refreshMe } from "./session.ts";
import { LanguageSwitch, ThemeSwitch } from "./settings.tsx";
import { SignInDialog } from "./sign_in_dialog.tsx";

const asking = signal<((signedIn: boolean) => void) | null>(null);

/** Asks for a sign-in over the page. Answers false where the reader closes the dialog. */
export function askSignIn(): Promise<boolean> {
    const before = asking.value;
    return new Promise((resolve) => {
        asking.value = (signedIn) => {
            before?.(signedIn);
            resolve(signedIn);
        };
    });
}

function Layer() {
    const answer = asking.value;
    if (answer === null) return null;
    return (
        <SignInDialog
            onDone={(signedIn) => {
                asking.value = null;
                answer(signedIn);
            }}
        />
    );
}

async function leave(): Promise<void> {
    await signOut().catch(() => undefined);
    location.assign("/");
}

function MyMenu() {
    const mine = account.value;
    return (
        <>
            <LanguageSwitch />
            <ThemeSwitch />
            {mine === null ? (
                <a
                    class="bar-account"
                    href={`/sign-in?to=${encodeURIComponent(location.pathname + location.search + location.hash)}`}
                >
                    {t("signIn")}
                </a>
            ) : (
                <>
                    <button type="button" class="bar-account" popovertarget="my-menu">
                        <span class="initials" aria-hidden="true">
                            {initials(mine.name)}
                        </span>
                        <span class="bar-account-name">{mine.name}</span>
                    </button>
                    <div popover="auto" id="my-menu" class="menu my-menu">
                        <p class="menu-head">
                            <strong>{mine.name}</strong>
                            {mine.email !== undefined && <span>{mine.email}</span>}
                        </p>
                        <ul>
                            {me.value.standings.slice(0, 6).map((standing) => (
                                <li key={standing.id}>
                                    <a href={`/units/${standing.unit.id}`}>
                                        {standing.unit.name} <small>{t(`role.${standing.role}`)}</small>
                                    </a>
                                </li>
                            ))}
                            <li>
                                <a href="/account">{t("shell.account")}</a>
                            </li>
                            <li>
                                <button type="button" onClick={() => void leave()}>
                                    {t("signOut")}
                                </button>
                            </li>
                        </ul>
                    </div>
                </>
            )}
        </>
    );
}

export function initials(name: string): string {
    const parts = name.split(/\s+/).filter(Boolean);
    return ((parts[0]?.[0] ?? "?") + (parts.length > 1 ? parts.at(-1)![0] : "")).toUpperCase();
}

/** Puts a piece of the page into an element that the server left for it, replacing what stands there. */
export function mount(id: string, piece: preact.ComponentChild): void {
    const place = document.getElementById(id);
    if (place === null) return;
    place.replaceChildren();
    render(piece, place);
}

/** Standings that come and go, a session that ends elsewhere: the page of whoever is signed in hears of it. */
function listenToAccount(build: string): void {
    let reader: number | null = null;
    let leave = () => {};
    const ask = () => void refreshMe().catch(() => undefined); // who cannot be asked now is asked at the next connect
    effect(() => {
        const next = account.value?.id ?? null;
        if (next === reader) return;
        reader = next;
        leave();
        leave = () => {};
        live(build).renew(); // nothing where the page has no socket yet
        if (next === null) return;
        leave = live(build).listen(`account:${next}`, undefined, {
            event: ask,
            resync: () => refreshMe().then(() => undefined),
            refused: ask,
        });
    });
}

export function startShell(build: string): void {
    hooks.signIn = askSignIn;
    hooks.reached = reached;
    mount("me", <MyMenu />);
    mount("notices", <Notices build={build} />);
    mount("layer", <Layer />);
    listenToAccount(build);
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".bar-links a"))
        if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
}
