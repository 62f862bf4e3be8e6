// A list that is asked for anew now and then, while events change it.
//
// Two things go wrong without care: of two answers the older comes last and takes the place of the newer, and an event
// that came while an answer was under way is lost under it. So only the answer that was asked for last counts, and what
// was heard since is handed over with it, to be put over it again. Where the answer holds it already, that changes
// nothing: events say how things are now.
export class Latest<News> {
    private asked = 0;
    private underWay = 0;
    private meanwhile: News[] = [];

    /** To be told of each event, beside what it changes at once. */
    heard(news: News): void {
        if (this.underWay > 0) this.meanwhile.push(news);
    }

    /** The number of the question that was asked last: another one means that the list is another. */
    get question(): number {
        return this.asked;
    }

    /** @param put is called with the answer and what was heard meanwhile, unless a later question has been asked */
    async ask<Answer>(
        fetch: () => Promise<Answer>,
        put: (answer: Answer, heardMeanwhile: readonly News[]) => void,
    ): Promise<void> {
        const mine = ++this.asked;
        this.meanwhile = []; // the server is asked after these, and so answers with them
        ++this.underWay;
        try {
            const answer = await fetch();
            if (mine === this.asked) put(answer, this.meanwhile);
        } finally {
            --this.underWay;
        }
    }
}
