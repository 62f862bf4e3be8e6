// The data of tools/bench, the same on every machine: one text of about 250 kB and 2,000 blocks in 20 versions, and
// comments on words of the newest.
//
//     bench_data.mjs versions                             -> one {"text","note"} a line, for `samrad import`
//     bench_data.mjs comments URL DOCUMENT COUNT          -> SQL, for psql; authors are the accounts there are
const [what, url, document, count] = process.argv.slice(2);

// A linear congruential generator (Numerical Recipes): the figures need the same text each time, not good chance.
let seed = 1814;
const below = (limit) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
};
const short = 'og i det som er en til på av for å med'.split(' ');
const parts = 'lands møte kom mune styre sam råd ved tak skole helse fylke lag arbeid er ene lig het'.split(' ');
// Short words come often, as they do in a language.
const word = () =>
    below(3) === 0 ? short[below(short.length)] : Array.from({ length: 2 + below(2) }, () => parts[below(parts.length)]).join('');

function passage(length) {
    let text = word();
    while (text.length < length) text += (below(12) === 0 ? ', ' : ' ') + word();
    return text;
}
const paragraph = () => `${passage(123)}.`;
const block = (index) => (index % 10 === 0 ? `## ${passage(20)}` : paragraph());

// A version later: a word changed in every 40th block, some rewritten, gone, new and moved.
function edited(blocks, version) {
    const next = [...blocks];
    for (let i = 1 + (version % 40); i < next.length; i += 40) {
        if (!next[i].startsWith('#')) next[i] = next[i].replace(/ \S+ /, ` ${word()} `);
    }
    for (let i = 0; i < 5; ++i) {
        next[11 + 10 * below(150) + below(8)] = paragraph();
        const [moved] = next.splice(12 + below(1900), 1);
        next.splice(12 + below(1900), 0, moved);
    }
    return next;
}

function versions() {
    let blocks = Array.from({ length: 2000 }, (_, index) => block(index));
    for (let version = 1; version <= 20; ++version) {
        console.log(JSON.stringify({ text: `${blocks.join('\n\n')}\n`, note: `Versjon ${version}` }));
        blocks = edited(blocks, version);
    }
}

// Each comment hangs on a few words of a paragraph; the text has no marks, so that its source is what a reader sees.
async function comments() {
    const head = await (await fetch(`${url}/api/documents/${document}`)).json();
    const newest = head.version.number;
    const { items } = await (await fetch(`${url}/api/documents/${document}/versions/${newest}/blocks`)).json();
    const paragraphs = items.filter((item) => !item.markdown.startsWith('#'));
    const row = () => {
        const { block: name, markdown } = paragraphs[below(paragraphs.length)];
        const text = markdown.trimEnd();
        const from = text.indexOf(' ', below(80)) + 1;
        const to = text.indexOf(' ', from + below(25)) > 0 ? text.indexOf(' ', from + below(25)) : text.length;
        return `(${name.slice(1)}, ${from}, ${Math.max(to, from + 1)}, '${text.slice(from, Math.max(to, from + 1))}', '${passage(120)}')`;
    };
    const rows = Array.from({ length: Number(count) }, row);
    console.log(`
        create temporary table said (nr int generated always as identity, block int, from_ int, to_ int, quote text, text text);
        insert into said (block, from_, to_, quote, text) values ${rows.join(',\n')};
        with people as (select array_agg(id order by id) ids from accounts where confirmed_at is not null),
        made as (
            insert into comments (document_id, author_id, text, created_at)
            select ${document}, ids[1 + nr % cardinality(ids)], text, now() - interval '1 day' + nr * interval '1 second'
            from said, people order by nr returning id
        ),
        numbered as (select id, row_number() over (order by id) nr from made)
        insert into anchors select id, ${document}, ${newest}, block, false, quote, from_, to_, block, from_, to_, 'exact'
        from numbered join said using (nr);
        update documents set comment_count = comment_count + ${count} where id = ${document};
        analyze comments; analyze anchors;`);
}

await { versions, comments }[what]();
