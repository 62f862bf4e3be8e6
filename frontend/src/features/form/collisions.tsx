// Somebody stored another edition meanwhile: what both changed, for a person to choose.
import { useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { Collision, PageHead } from "./form_merge.ts";
import * as state from "./form_state.ts";
import type { HeldForm } from "./use_form.ts";
import type { Question } from "../../api/form_nouns.ts";

function ShownPage({ page }: { page: PageHead }) {
    return (
        <>
            <strong>{state.inAny(page.title) || t("form.untitled")}</strong>
            <span class="muted">{t("form.page")}</span>
            {state.inAny(page.intro) !== "" && <span>{state.inAny(page.intro)}</span>}
            {state.conditionsOf(page.show_if).length > 0 && <span>{t("form.pageConditions")}</span>}
        </>
    );
}

function Shown({ question }: { question: Question | null }) {
    if (question === null) return <em>{t("form.takenAway")}</em>;
    return (
        <>
            <strong>{state.inAny(question.title) || t("form.untitled")}</strong>
            <span class="muted">{t(`form.kind.${question.kind}`)}</span>
            {state.inAny(question.help) !== "" && <span>{state.inAny(question.help)}</span>}
            {question.options !== undefined && (
                <span>{question.options.map((option) => state.inAny(option.label)).join(" · ")}</span>
            )}
        </>
    );
}

export function Collisions({ held }: { held: HeldForm }) {
    const [theirs, setTheirs] = useState<string[]>([]);
    if (held.collisions.length === 0) return null;
    const nameOf = ({ of, key }: Collision) => `${of}-${key}`;
    const take = (collision: Collision) => {
        const { key } = collision;
        if (collision.of === "page") {
            const { theirs: head } = collision;
            return (form: typeof held.form) => state.setHead(form, key, head);
        }
        const other = collision.theirs;
        if (other === null) return (form: typeof held.form) => state.removeQuestion(form, key);
        return (form: typeof held.form) => {
            if (state.placeOf(form, key) !== null) return state.changeQuestion(form, key, () => other);
            // I had taken it away: it comes back where they have it.
            const at = state.placeOf(held.base, key) ?? { section: 0, question: 0 };
            const section = Math.min(at.section, form.sections.length - 1);
            const questions = [...form.sections[section]!.questions];
            questions.splice(at.question, 0, other);
            return {
                ...form,
                sections: form.sections.map((one, i) => (i === section ? { ...one, questions } : one)),
            };
        };
    };
    return (
        <section class="collisions" aria-labelledby="collisions">
            <h2 id="collisions">{t("form.collisions", { n: held.collisions.length })}</h2>
            <ul>
                {held.collisions.map((collision) => (
                    <li key={nameOf(collision)}>
                        {(["mine", "theirs"] as const).map((whose) => (
                            <label class="collision" key={whose}>
                                <input
                                    type="radio"
                                    name={`collision-${nameOf(collision)}`}
                                    checked={(whose === "theirs") === theirs.includes(nameOf(collision))}
                                    onChange={() =>
                                        setTheirs(
                                            whose === "theirs"
                                                ? [...theirs, nameOf(collision)]
                                                : theirs.filter((name) => name !== nameOf(collision)),
                                        )
                                    }
                                />
                                <span class="collision-text">
                                    <small>{t(whose === "mine" ? "form.mine" : "form.theirs")}</small>
                                    {collision.of === "page" ? (
                                        <ShownPage page={collision[whose]} />
                                    ) : (
                                        <Shown question={collision[whose]} />
                                    )}
                                </span>
                            </label>
                        ))}
                    </li>
                ))}
            </ul>
            <button
                type="button"
                class="button"
                onClick={() => {
                    const chosen = held.collisions.filter((one) => theirs.includes(nameOf(one)));
                    held.settle(chosen.reduce((form, one) => take(one)(form), held.form));
                    setTheirs([]);
                }}
            >
                {t("form.settle")}
            </button>
        </section>
    );
}
