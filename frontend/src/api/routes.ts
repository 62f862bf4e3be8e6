// Every route of docs/PROTOCOL.md that the pages use, by name.
import type {
    Amendment,
    AmendmentAnswer,
    AmendmentPage,
    KeptRecommendation,
    MyAmendmentPage,
    AmendmentPreview,
    Ballot,
    Consultation,
    BlockChange,
    BlockSource,
    SubmissionRefusal,
    CarriedAnswer,
    Clusters,
    Comment,
    CommentAnswer,
    CommentPage,
    CommentVersion,
    Comparison,
    Document,
    Invitation,
    Language,
    Me,
    MergeDecision,
    NamedVote,
    OriginStep,
    OutlineEntry,
    Page,
    Person,
    Process,
    Role,
    Room,
    Stance,
    Standing,
    Unit,
    UnitName,
    Verdict,
    Version,
} from "./nouns.ts";
import { request } from "./request.ts";

const query = (fields: Record<string, string | number | null | undefined>) => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
        if (value !== undefined && value !== null && value !== "") parameters.set(name, String(value));
    const text = parameters.toString();
    return text === "" ? "" : `?${text}`;
};

export const fetchMe = () => request<Me>("GET", "/api/me");
export const changeMe = (change: { name?: string; language?: Language }) => request<Me>("PATCH", "/api/me", change);

const anonymous = { askSignIn: false };
export const signUp = (
    form: { name: string; email: string; password: string; invitation?: string; language: Language },
    key: string,
) => request<object>("POST", "/api/accounts", form, { ...anonymous, key });
export const confirmAccount = (token: string) => request<Me>("POST", "/api/accounts/confirm", { token }, anonymous);
export const signIn = (email: string, password: string) =>
    request<Me>("POST", "/api/session", { email, password }, anonymous);
export const signOut = () => request<void>("DELETE", "/api/session", {}, anonymous);
export const signOutEverywhere = () => request<void>("DELETE", "/api/sessions", {}, anonymous);
export const forgotPassword = (email: string) => request<object>("POST", "/api/password/forgot", { email }, anonymous);
export const resetPassword = (token: string, password: string) =>
    request<void>("POST", "/api/password/reset", { token, password }, anonymous);

export const fetchInvitation = (token: string) =>
    request<{ unit: UnitName; role: Role; email: string }>(
        "GET",
        `/api/invitations/${encodeURIComponent(token)}`,
        undefined,
        anonymous,
    );
export const acceptInvitation = (token: string, key: string) =>
    request<Me>("POST", `/api/invitations/${encodeURIComponent(token)}/acceptance`, {}, { key });
export const invite = (unit: number, form: { email: string; role: Role; language?: Language }, key: string) =>
    request<Invitation>("POST", `/api/units/${unit}/invitations`, form, { key });

export const fetchUnits = () => request<{ items: Unit[] }>("GET", "/api/units");
export const fetchUnit = (unit: number) => request<Unit>("GET", `/api/units/${unit}`);
export const createUnit = (
    form: { name: string; kind: string } & ({ parent: number } | { affiliated_to: number }),
    key: string,
) => request<Unit>("POST", "/api/units", form, { key });
export const renameUnit = (unit: number, name: string) => request<Unit>("PATCH", `/api/units/${unit}`, { name });
export const addStanding = (
    unit: number,
    form: { account: number; role: Role; from?: string; to?: string },
    key: string,
) => request<Standing>("POST", `/api/units/${unit}/standings`, form, { key });
export const endStanding = (standing: number) => request<void>("DELETE", `/api/standings/${standing}`);
export const findPeople = (q: string) => request<{ items: Person[] }>("GET", `/api/people${query({ q })}`);

export const fetchProcesses = (after?: string, unit?: number) =>
    request<Page<Process>>("GET", `/api/processes${query({ after, unit })}`);
export const fetchProcess = (process: number) => request<Process>("GET", `/api/processes/${process}`);
export const fetchConsultations = (process: number) =>
    request<Page<Consultation>>("GET", `/api/processes/${process}/consultations`).then((page) => page.items);
export interface ProcessForm {
    title: string;
    description: string;
    audience: string;
    units: number[];
    admits_participants: boolean;
    stages: { id?: number; title: string; kind: string; starts: string | null }[];
    amendments: {
        until: string | null;
        participants: boolean;
        supporters_needed: number;
        supporters_from: "everybody" | "members" | "units";
        supporters_units: number[];
        supporter_units_needed: number;
        each: number;
        chain: number[];
    };
}
export const createProcess = (unit: number, form: ProcessForm, key: string) =>
    request<Process>("POST", `/api/units/${unit}/processes`, form, { key });
export const changeProcess = (process: number, form: Partial<ProcessForm> & { seen: string }) =>
    request<Process>("PATCH", `/api/processes/${process}`, form);
export const beginStage = (process: number, stage: number) =>
    request<Process>("POST", `/api/processes/${process}/stage`, { stage });
export const fetchHidden = (process: number, after?: string) =>
    request<Page<Comment>>("GET", `/api/processes/${process}/hidden${query({ after })}`);

export const createDocument = (
    process: number,
    form: { title: string; markdown: string; note?: string },
    key: string,
) => request<Document>("POST", `/api/processes/${process}/documents`, form, { key });
export const fetchDocument = (document: number, version?: number) =>
    request<Document>("GET", `/api/documents/${document}${query({ version })}`);
export const changeDocument = (document: number, form: { title?: string; merge_followed?: boolean }) =>
    request<Document>("PATCH", `/api/documents/${document}`, form);
export const fetchVersions = (document: number, after?: string) =>
    request<Page<Version>>("GET", `/api/documents/${document}/versions${query({ after })}`);
export const saveVersion = (
    document: number,
    form: { base: number; markdown: string; note: string; correction: boolean },
    key: string,
) => request<Document>("POST", `/api/documents/${document}/versions`, form, { key });
export const fetchSource = (document: number, version: number) =>
    request<{ version: number; markdown: string }>("GET", `/api/documents/${document}/versions/${version}/source`);
export const fetchComparison = (document: number, from: number, to: number) =>
    request<Comparison>("GET", `/api/documents/${document}/comparison${query({ from, to })}`);
export const renderMarkdown = (markdown: string) =>
    request<{ html: string; outline: OutlineEntry[]; line_count: number }>("POST", "/api/rendering", { markdown });

export const fetchComments = (
    document: number,
    options: { after?: string; limit?: number; block?: string; amendment?: number; sort?: "newest" | "oldest" } = {},
) => request<CommentPage>("GET", `/api/documents/${document}/comments${query(options)}`);
export const fetchThread = (comment: number, after?: string) =>
    request<CommentPage>("GET", `/api/comments/${comment}/thread${query({ after })}`);
export const fetchComment = (comment: number) => request<CommentAnswer>("GET", `/api/comments/${comment}`);
export interface CommentForm {
    text: string;
    parent?: number;
    /** The amendment that a thread is about, in the place of an anchor. */
    amendment?: number;
    stance?: Stance;
    anchor?: { version: number; block: string; from?: number; to?: number };
}
export const createComment = (document: number, form: CommentForm, key: string) =>
    request<CommentAnswer>("POST", `/api/documents/${document}/comments`, form, { key });
export const changeComment = (comment: number, form: { text: string; stance?: Stance | null }) =>
    request<CommentAnswer>("PATCH", `/api/comments/${comment}`, form);
export const deleteComment = (comment: number) => request<void>("DELETE", `/api/comments/${comment}`);
export const setSupport = (comment: number, supported: boolean) =>
    request<{ supports: number }>(supported ? "PUT" : "DELETE", `/api/comments/${comment}/support`);
export const resolveComment = (comment: number, answer: string, key: string) =>
    request<CommentAnswer>("POST", `/api/comments/${comment}/resolution`, { answer }, { key });
export const reopenComment = (comment: number) =>
    request<CommentAnswer>("DELETE", `/api/comments/${comment}/resolution`);
export const hideComment = (comment: number, reason: string, key: string) =>
    request<CommentAnswer>("POST", `/api/comments/${comment}/hiding`, { reason }, { key });
export const showComment = (comment: number) => request<CommentAnswer>("DELETE", `/api/comments/${comment}/hiding`);
export const appealHiding = (comment: number, text: string, key: string) =>
    request<CommentAnswer>("POST", `/api/comments/${comment}/appeal`, { text }, { key });
export const fetchHistory = (comment: number) =>
    request<{ items: CommentVersion[] }>("GET", `/api/comments/${comment}/history`);

export interface BallotForm {
    question: string;
    description: string;
    document: number | null;
    kind: string;
    choices?: string[];
    disclosure: string;
    results_visible: string;
    admits_participants: boolean;
    units: number[];
    opens: string | null;
    closes: string | null;
}
export const createBallot = (process: number, form: BallotForm, key: string) =>
    request<Ballot>("POST", `/api/processes/${process}/ballots`, form, { key });
export const changeBallot = (ballot: number, form: Partial<BallotForm>) =>
    request<Ballot>("PATCH", `/api/ballots/${ballot}`, form);
export const fetchBallot = (ballot: number) => request<Ballot>("GET", `/api/ballots/${ballot}`);
export const fetchVotes = (ballot: number, after?: string) =>
    request<Page<NamedVote>>("GET", `/api/ballots/${ballot}/votes${query({ after })}`);
export const openBallot = (ballot: number) => request<Ballot>("POST", `/api/ballots/${ballot}/opening`);
export const closeBallot = (ballot: number) => request<Ballot>("POST", `/api/ballots/${ballot}/closing`);
export const castVote = (ballot: number, choice: number) =>
    request<Ballot>("PUT", `/api/ballots/${ballot}/vote`, { choice });

export interface AmendmentForm {
    version: number;
    kind?: Amendment["kind"];
    changes?: BlockChange[];
    /** The whole text anew, in the place of changes. */
    markdown?: string;
    instruction?: string;
    reason: string;
    sponsor_unit?: number;
    /** The amendment whose text is changed, in the place of the version's. */
    amends?: number;
    /** Comments on the text that it answers. */
    answers?: number[];
}
/** `amends`: the blocks that this amendment changes, as they stand with it. */
export const fetchBlocks = (document: number, version: number, amends?: number) =>
    request<{ version: number; items: BlockSource[]; refusal: SubmissionRefusal | null }>(
        "GET",
        `/api/documents/${document}/versions/${version}/blocks${query({ amends })}`,
    );
/** `words`: a part of what one reads in the block. */
export const fetchOrigin = (document: number, version: number, block: string, words?: { from: number; to: number }) =>
    request<{ block: string; chain: OriginStep[] }>(
        "GET",
        `/api/documents/${document}/origin${query({ version, block, ...words })}`,
    );
export const fetchAmendments = (
    document: number,
    options: {
        state?: string;
        from?: number;
        to?: number;
        q?: string;
        kind?: string;
        verdict?: string;
        body?: number;
        sponsor?: number;
        unit?: number;
        sort?: "line" | "number";
        after?: string;
        limit?: number;
    } = {},
) => request<AmendmentPage>("GET", `/api/documents/${document}/amendments${query(options)}`);
export const fetchClusters = (document: number) =>
    request<Clusters>("GET", `/api/documents/${document}/amendments/clusters`);
export const fetchMyAmendments = (after?: string) =>
    request<MyAmendmentPage>("GET", `/api/me/amendments${query({ after })}`);
/** One has seen the collisions that one was told of. */
export const seeCollisions = () => request<void>("PUT", "/api/me/amendments/seen");
export const fetchAmendment = (amendment: number) => request<AmendmentAnswer>("GET", `/api/amendments/${amendment}`);
export const previewAmendment = (document: number, form: AmendmentForm) =>
    request<AmendmentPreview>("POST", `/api/documents/${document}/amendments/preview`, form);
export const draftAmendment = (document: number, form: AmendmentForm, key: string) =>
    request<AmendmentAnswer>("POST", `/api/documents/${document}/amendments`, form, { key });
export const changeDraft = (amendment: number, form: AmendmentForm) =>
    request<AmendmentAnswer>("PATCH", `/api/amendments/${amendment}`, form);
export const answerCarriage = (amendment: number, version: number, answer: CarriedAnswer) =>
    request<AmendmentAnswer>("POST", `/api/amendments/${amendment}/answer`, { version, answer });
export const joinAmendment = (amendment: number, into: number) =>
    request<AmendmentAnswer>("POST", `/api/amendments/${amendment}/joining`, { amendment: into });
export const discardAmendment = (amendment: number) => request<void>("DELETE", `/api/amendments/${amendment}`);
export const submitAmendment = (amendment: number) =>
    request<AmendmentAnswer>("POST", `/api/amendments/${amendment}/submission`);
export const rewordAmendment = (
    amendment: number,
    form: Pick<AmendmentForm, "version" | "changes" | "markdown">,
    key: string,
) => request<AmendmentAnswer>("POST", `/api/amendments/${amendment}/rewording`, form, { key });
export const withdrawAmendment = (amendment: number) =>
    request<AmendmentAnswer>("POST", `/api/amendments/${amendment}/withdrawal`);
export const takeOverAmendment = (amendment: number) =>
    request<AmendmentAnswer>("POST", `/api/amendments/${amendment}/takeover`);
export const setAmendmentSupport = (amendment: number, supported: boolean) =>
    request<Pick<Amendment, "supports" | "supporters_missing" | "supporter_units_missing">>(
        supported ? "PUT" : "DELETE",
        `/api/amendments/${amendment}/support`,
    );
export const setSponsorship = (amendment: number, sponsors: boolean) =>
    request<AmendmentAnswer>(sponsors ? "PUT" : "DELETE", `/api/amendments/${amendment}/sponsorship`);
export interface RecommendationForm {
    unit: number;
    amendments: number[];
    /** Which wording of each the body had before it. */
    wordings: number[];
    verdict: Verdict;
    reason: string;
    votes?: { for?: number; against?: number; abstain?: number };
    covered_by?: number;
    refer_to?: number;
    changes?: BlockChange[];
    /** Of a counter-draft: the whole text, in the place of changes. */
    markdown?: string;
    publish: boolean;
    /** What one has seen that the body published on these before: published words take their place. */
    replaces?: number[];
}
export const recommend = (document: number, form: RecommendationForm, key: string) =>
    request<{ recommendations: number[] }>("POST", `/api/documents/${document}/recommendations`, form, { key });
export const dissent = (recommendation: number, form: { names: string; text: string }, key: string) =>
    request<AmendmentAnswer>("POST", `/api/recommendations/${recommendation}/dissents`, form, { key });
export const fetchKept = (document: number, unit: number) =>
    request<{ items: KeptRecommendation[] }>("GET", `/api/documents/${document}/recommendations${query({ unit })}`);
export const publishRecommendations = (document: number, unit: number, recommendations: number[], replaces: number[]) =>
    request<{ published: number }>("POST", `/api/documents/${document}/recommendations/publication`, {
        unit,
        recommendations,
        replaces,
    });
export const rejectAmendment = (amendment: number, reason: string) =>
    request<AmendmentAnswer>("POST", `/api/amendments/${amendment}/rejection`, { reason });
/** The official lines that are shown of the merge room; null for all. */
export type Lines = { from: number; to: number } | null;
const room = (document: number, act: string, lines: Lines) =>
    `/api/documents/${document}/merge${act}${query({ ...lines })}`;
export const fetchRoom = (document: number, lines: Lines) => request<Room>("GET", room(document, "", lines));
export const decideMerge = (
    document: number,
    lines: Lines,
    form: {
        version: number;
        decision: MergeDecision;
        /** What was seen of each. */
        amendments: { id: number; expected: MergeDecision; left_because: string }[];
    },
) => request<Room>("POST", room(document, "/decisions", lines), form);
export const giveMergeReason = (
    document: number,
    lines: Lines,
    form: { version: number; amendment: number; expected: string; reason: string },
) => request<Room>("POST", room(document, "/reasons", lines), form);
export const writeByHand = (
    document: number,
    lines: Lines,
    form: { version: number; from: number; to: number; expected: number; text: string | null },
) => request<Room>("POST", room(document, "/texts", lines), form);
/** What one has seen of one's own acts that are taken back: what stood there before stands again, as the server knows it. */
export interface UndoForm {
    version: number;
    decisions?: { id: number; expected: MergeDecision; left_because: string; again: MergeDecision }[];
    reason?: { amendment: number; expected: string };
    text?: { from: number; to: number; expected: number };
}
export const undoMerge = (document: number, lines: Lines, form: UndoForm) =>
    request<Room>("POST", room(document, "/undo", lines), form);
export const makeVersion = (
    document: number,
    form: { version: number; seen: number; result: string; note: string },
    key: string,
) => request<{ version: number; adopted: number }>("POST", `/api/documents/${document}/merge/version`, form, { key });
