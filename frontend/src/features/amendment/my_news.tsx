// What is told to those who stand behind amendments: later ones that collide with theirs, and what was said anew since
// they supported it.
import { signal } from "@preact/signals";
import type { Amendment, AmendmentAnswer, Collided, MyAmendmentPage, MyBacking } from "../../api/nouns.ts";
import { seeCollisions } from "../../api/routes.ts";
import { t } from "../../i18n/words.ts";
import { AmendmentCard } from "./card.tsx";
import { nameOf } from "./naming.ts";

/** By the amendment of one's own. It stays as long as the page does, though it is seen. */
const collided = signal<Readonly<Record<string, Collided>>>({});
const anew = signal<readonly Amendment[]>([]);

/** Once it is before their eyes its reader has seen it, and the front page says it no more. */
function see(): void {
    if (document.visibilityState !== "visible") document.addEventListener("visibilitychange", see, { once: true });
    else void seeCollisions().catch(() => undefined);
}

/** What a page of one's own amendments brings of it. */
export function hearNews(page: MyAmendmentPage): void {
    anew.value = page.supported_before;
    if (Object.keys(page.collided).length === 0) return;
    const all = { ...collided.value };
    for (const [id, news] of Object.entries(page.collided)) {
        const known = all[id]?.later ?? [];
        const others = news.later.filter((one) => known.every(({ id }) => id !== one.id));
        all[id] = { ...news, later: [...known, ...others] };
    }
    collided.value = all;
    see();
}

/** Who has said whether they support the new words is not asked again. */
export function answeredSupport({ amendment, mine }: AmendmentAnswer): void {
    if (mine?.supported_before !== true) anew.value = anew.value.filter((one) => one.id !== amendment.id);
}

const inList = (document: number, id: number) => `/documents/${document}/amendments#amendment-${id}`;

export function Collisions() {
    const all = Object.entries(collided.value);
    if (all.length === 0) return null;
    return (
        <section class="old-version collided-news" aria-label={t("anew.collided")}>
            <p>
                <strong>{t("anew.collided")}</strong>
            </p>
            {all.map(([id, { number, document, later }]) => (
                <p key={id}>
                    {t("anew.collidedWith", { name: nameOf({ number }) })}{" "}
                    {later.map((one, i) => (
                        <span key={one.id}>
                            {i > 0 && ", "}
                            <a href={inList(document, one.id)}>{nameOf(one)}</a>
                        </span>
                    ))}
                </p>
            ))}
        </section>
    );
}

interface Props {
    titles: Readonly<Record<string, string>>;
    mine: Readonly<Record<string, MyBacking>>;
    onChange: (amendment: Amendment, answer: AmendmentAnswer | null) => void;
}

export function SaidAnew({ titles, mine, onChange }: Props) {
    if (anew.value.length === 0) return null;
    return (
        <section aria-labelledby="said-anew">
            <h2 id="said-anew">{t("anew.supports")}</h2>
            {anew.value.map((amendment) => (
                <div class="amendment-row own" key={amendment.id}>
                    <p class="own-place">
                        <a href={`/documents/${amendment.document}`}>{titles[amendment.document]}</a>
                    </p>
                    <AmendmentCard
                        amendment={amendment}
                        mine={mine[amendment.id] ?? null}
                        mayAmend
                        onChange={(answer) => onChange(amendment, answer)}
                    />
                </div>
            ))}
        </section>
    );
}

/** Parts one's own from those; nothing where there are none. */
export const OwnHeading = () => (anew.value.length === 0 ? null : <h2>{t("anew.own")}</h2>);
