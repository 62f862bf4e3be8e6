// An amendment: what it changes, why, who stands behind it, what bodies recommend, what became of it.
import { useState } from "preact/hooks";
import type { Amendment, Recommendation } from "../../api/nouns.ts";
import { fetchAmendment } from "../../api/routes.ts";
import { said, t } from "../../i18n/words.ts";
import { Markup } from "../../ui/markup.tsx";
import { AmendedBy } from "./amending.tsx";
import { Acts, type CardProps } from "./card_acts.tsx";
import { CarriedSince } from "./carried.tsx";
import { Discussion } from "./discussion.tsx";
import { DifferenceView } from "./difference.tsx";
import { gathersSupport, linesOf, nameOf } from "./naming.ts";
import { Dissent } from "./dissent.tsx";
import { ForwardingTrail } from "./forwarding.tsx";
import { Outcome } from "./outcome.tsx";
import { PublishOne } from "./publish_kept.tsx";
import { Recommendations } from "./recommendations.tsx";

function State({ amendment }: { amendment: Amendment }) {
    const { state, supporters_missing: people, supporter_units_missing: units } = amendment;
    if (!gathersSupport(amendment)) return <span class={`chip state-${state}`}>{t(`amendment.state.${state}`)}</span>;
    return (
        <span class="chip gathering">
            {people > 0 ? t("gathering.missing", { n: people }) : t("gathering.missingUnits", { n: units })}
        </span>
    );
}

/** The lines that it is about, and the way to them: in the newest text where it stands there, else in its own version. */
function Place({ amendment, onPlace }: CardProps) {
    if (amendment.line_from === 0) return null;
    const { document, difference, difference_version: version, passage_now: now } = amendment;
    const newest = now?.[0]?.block ?? null;
    const block = newest ?? difference.find((row) => row.block !== null)?.block ?? null;
    const isCarried = amendment.state === "submitted" && amendment.carried === "clean";
    const text = `/documents/${document}${isCarried || newest !== null ? "" : `/versions/${version}`}`;
    return (
        <a class="muted" href={block === null ? text : `${text}#${block}`} onClick={onPlace}>
            {linesOf(amendment)}
        </a>
    );
}

export function AmendmentCard(props: CardProps) {
    const [dissenting, setDissenting] = useState<Recommendation | null>(null);
    const { amendment } = props;
    const publishing = (kept: Recommendation) => (
        <PublishOne
            amendment={amendment}
            kept={kept}
            onDone={() => void fetchAmendment(amendment.id).then(props.onChange, () => undefined)}
        />
    );
    const sponsors = [
        amendment.sponsor_unit?.name ?? amendment.sponsor.name,
        ...amendment.sponsors.map((person) => person.name),
    ];
    return (
        <article class={`amendment is-${amendment.state}`} id={`amendment-${amendment.id}`}>
            <header class="comment-head">
                <strong class="amendment-name">{nameOf(amendment)}</strong>
                <Place {...props} />
                {amendment.sort !== null && <span class="chip">{t(`amendment.sort.${amendment.sort}`)}</span>}
                {amendment.whole && <span class="chip">{t("amendment.whole")}</span>}
                <State amendment={amendment} />
                {amendment.state === "submitted" && amendment.voted !== null && (
                    <span class={`chip result-${amendment.voted}`}>{t(`votingList.voted.${amendment.voted}`)}</span>
                )}
            </header>
            {amendment.amends !== null && <p class="amends">{t("amending.to", { name: nameOf(amendment.amends) })}</p>}
            <p class="muted amendment-by">
                {props.onSponsor === undefined ? (
                    sponsors[0]
                ) : (
                    <button type="button" class="link" onClick={() => props.onSponsor!(amendment)}>
                        {sponsors[0]}
                    </button>
                )}
                {sponsors.slice(1).map((name) => `, ${name}`)} · {said(amendment.at)}
                {amendment.supports > 0 && <> · {t("comments.supports", { n: amendment.supports })}</>}
            </p>
            {amendment.kind === "principle" ? (
                <p class="instruction">{amendment.instruction}</p>
            ) : (
                <>
                    {amendment.decided?.changed && (
                        <p class="muted as-proposed">{t("carried.proposedOn", { n: amendment.difference_version })}</p>
                    )}
                    <DifferenceView rows={amendment.difference} />
                    {amendment.worded !== null && (
                        <p class="muted">
                            {t("anew.worded", {
                                n: String(amendment.worded.version),
                                when: said(amendment.worded.at),
                            })}
                        </p>
                    )}
                </>
            )}
            <Outcome amendment={amendment} />
            {props.children}
            <CarriedSince
                amendment={amendment}
                mine={props.mine}
                {...(props.onReword !== undefined && { onReword: props.onReword })}
                onChange={props.onChange}
            />
            {amendment.joined_into !== null && (
                <p class="muted">{t("amendment.joinedInto", { name: nameOf(amendment.joined_into) })}</p>
            )}
            {amendment.answers.map((comment) => (
                <p class="muted answers" key={comment.id}>
                    <a href={`/comments/${comment.id}`}>{t("amendment.answers", { name: comment.author.name })}</a>{" "}
                    <q>{comment.text.slice(0, 160)}</q>
                </p>
            ))}
            {amendment.reason !== "" && <Markup html={amendment.reason_html} class="prose said" />}
            <Recommendations
                list={amendment.recommendations}
                kept={props.mine?.kept ?? []}
                {...(amendment.state === "submitted" && { onDissent: setDissenting, onPublish: publishing })}
            />
            {amendment.covers.length > 0 && (
                <p class="muted">
                    {t("recommendation.covers")}{" "}
                    {amendment.covers.map((one, i) => (
                        <span key={one.id}>
                            {i > 0 && ", "}
                            <a href={`/documents/${amendment.document}/amendments#amendment-${one.id}`}>
                                {nameOf(one)}
                            </a>
                        </span>
                    ))}
                </p>
            )}
            {dissenting !== null && (
                <Dissent
                    recommendation={dissenting}
                    onClose={() => setDissenting(null)}
                    onDone={(answer) => {
                        setDissenting(null);
                        props.onChange(answer);
                    }}
                />
            )}
            <AmendedBy amendment={amendment} />
            <ForwardingTrail amendment={amendment} mine={props.mine} />
            <Acts {...props} />
            {props.may !== undefined && props.discussed !== true && (
                <Discussion amendment={amendment} may={props.may} />
            )}
        </article>
    );
}
