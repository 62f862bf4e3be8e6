// How long the merge room's questions take at the size of a party's largest congress: a text of 660 kB with 3,300
// amendments, each a change of one sentence somewhere in it. Best of several rounds, as rows for tools/bench: name,
// measured, limit and unit a line, between tabs.
//
//     bench_amend                          -> the rows
//     bench_amend versions                 -> the text as one {"text","note"} a line, for `samrad import`
//     bench_amend amendments DOCUMENT      -> SQL, for psql: the 3,300 submitted on version 1 of that document, and the
//                                             merge room's decision to take 1,000 that do not collide
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "domain/amendment/clusters.hpp"
#include "domain/amendment/voting_order.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/clauses.hpp"
#include "domain/text/gathering.hpp"
#include "domain/text/guard.hpp"
#include "domain/text/markdown.hpp"
#include "domain/text/merge.hpp"

using namespace samrad::domain;

namespace {

constexpr std::size_t amendment_count = 3300;
constexpr std::size_t text_bytes = 660000;

std::mt19937 random_number(1814);

std::size_t below(std::size_t limit) { return random_number() % limit; }

std::u16string sentence() {
    static const std::u16string words[] = {
        u"kommunen", u"skal", u"ha",     u"flere",      u"lærere", u"og",    u"bedre", u"buss",      u"til",  u"alle",
        u"som",      u"bor",  u"i",      u"distriktet", u"helse",  u"eldre", u"unge",  u"vei",       u"bane", u"fisk",
        u"skog",     u"må",   u"styrke", u"trygg",      u"arbeid", u"for",   u"en",    u"rettferdig"};
    std::u16string text = u"Vi vil at";
    for (std::size_t left = 6 + below(10); left > 0; --left) text += u" " + words[below(std::size(words))];
    return text + u".";
}

// Paragraphs of three to six sentences; `starts` gets where each sentence begins and ends.
std::u16string programme(std::vector<Range>& sentences) {
    std::u16string text;
    std::size_t bytes = 0;
    while (bytes < text_bytes) {
        const std::size_t begun = text.size();
        for (std::size_t left = 3 + below(4); left > 0; --left) {
            const auto next = sentence();
            sentences.push_back({text.size(), text.size() + next.size()});
            text += next + (left > 1 ? u" " : u"\n\n");
        }
        bytes += samrad::to_utf8(std::u16string_view(text).substr(begun)).size();
    }
    return text;
}

// One sentence of the text: taken out, written anew, or followed by another.
Change amendment(const std::u16string& text, const std::vector<Range>& sentences) {
    const Range place = sentences[below(sentences.size())];
    switch (below(4)) {
        case 0: return Change::replace(text.size(), place.from, place.to, u"");
        case 1: return Change::replace(text.size(), place.to, place.to, u" " + sentence());
        default: return Change::replace(text.size(), place.from, place.to, sentence());
    }
}

template <class Run>
void measure(const char* name, double limit, Run run) {
    double best = 1e9;
    for (int round = 0; round < 7; ++round) {
        const auto start = std::chrono::steady_clock::now();
        run();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        best = std::min(best, took.count());
    }
    std::printf("%s\t%.1f\t%.0f\tms\n", name, best, limit);
}

// The greatest selection that a room could take in order: each change that meets none taken before it.
std::vector<std::size_t> selection(std::size_t count, const std::vector<Meeting>& meetings) {
    std::vector<std::vector<std::size_t>> met(count);
    for (const auto& meeting : meetings) met[std::max(meeting.a, meeting.b)].push_back(std::min(meeting.a, meeting.b));
    std::vector<bool> taken(count, false);
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < count; ++i) {
        if (std::ranges::any_of(met[i], [&](std::size_t other) { return taken[other]; })) continue;
        taken[i] = true;
        chosen.push_back(i);
    }
    return chosen;
}

// The text is ASCII and Norwegian letters; only its line breaks need a backslash in JSON.
void print_versions(const std::string& markdown) {
    std::string escaped;
    for (const char c : markdown) escaped += c == '\n' ? std::string("\\n") : std::string(1, c);
    std::printf("{\"text\":\"%s\",\"note\":\"Utkast\"}\n", escaped.c_str());
}

void print_amendments(const char* document, const std::u16string& text, const std::vector<Change>& changes,
                      const std::vector<std::size_t>& chosen) {
    const auto blocks = read_blocks(samrad::to_utf8(text), 80);
    std::printf(
        "insert into amendments (document_id, number, version, kind, change, reason, sponsor_id, state, submitted_at, "
        "now_version, now_change, line_from, line_to) select %s, nr, 1, 'text', change, 'Fordi det trengs.', "
        "(select min(id) + nr %% 40 from accounts), 'submitted', now(), 1, change, line_from, line_to from (values\n",
        document);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const std::size_t at = changed_ranges(changes[i]).front().from_a;
        const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& one) { return one.to > at; });
        std::printf("%s(%zu, '%s', %d, %d)", i == 0 ? "" : ",\n", i + 1, to_json(changes[i]).c_str(), block->first_line,
                    block->last_line);
    }
    std::printf(
        ") as told (nr, change, line_from, line_to);\nupdate documents set amendment_count = %zu where id = %s;\n",
        changes.size(), document);
    std::printf(
        "insert into merge_decisions (document_id, version, amendment_id, decision, author_id) select document_id, 1, "
        "id, 'take', sponsor_id from amendments where document_id = %s and number in (0",
        document);
    for (std::size_t i = 0; i < std::min<std::size_t>(1000, chosen.size()); ++i) std::printf(", %zu", chosen[i] + 1);
    std::printf(");\nanalyze amendments; analyze merge_decisions;\n");
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view mode = count > 1 ? arguments[1] : "";
    std::vector<Range> sentences;
    const auto text = samrad::to_utf16(normalise(samrad::to_utf8(programme(sentences))));
    std::vector<Change> changes;
    for (std::size_t i = 0; i < amendment_count; ++i) changes.push_back(amendment(text, sentences));
    if (mode == "versions") {
        print_versions(samrad::to_utf8(text));
        return 0;
    }
    const auto units = clauses_of(text);
    if (mode == "amendments" && count == 3) {
        Gathering room(text, units);
        for (const auto& change : changes) room.add(change);
        print_amendments(arguments[2], text, changes, selection(changes.size(), room.meetings()));
        return 0;
    }

    std::vector<Meeting> meetings;
    measure("all collisions of 3,300 amendments of 660 kB", 1000, [&] {
        Gathering room(text, units);
        for (const auto& change : changes) room.add(change);
        meetings = room.meetings();
    });

    Gathering room(text, units);
    for (const auto& change : changes) room.add(change);
    const auto one_more = amendment(text, sentences);
    std::size_t met = 0;
    measure("one amendment more: what it collides with", 10, [&] {
        Gathering again = room;  // the copy is part of the figure, and is not part of the work
        again.add(one_more);
        met += again.meetings_of(again.size() - 1).size();
    });
    measure("one of them: what it collides with", 10, [&] { met += room.meetings_of(room.size() - 1).size(); });

    std::size_t alike = 0;
    measure("neighbours of all: the same, alike, otherwise", 1000, [&] {
        for (const auto& one : neighbours_of(room, text, 20)) alike += one.same.size() + one.similar.size();
    });
    measure("one of them: what is the same and alike", 10, [&] {
        const auto found = alike_of(room, room.size() - 1, text);
        alike += found.same.size() + found.similar.size();
    });

    const auto chosen = selection(changes.size(), meetings);
    std::size_t length = 0;
    measure("preview: the text that a selection makes", 20, [&] { length = text_of(room.weave(chosen), text).size(); });

    std::size_t open = 0;
    measure("merge of all with its disputes", 1000, [&] { open = merge_all(text, changes, {}).open.size(); });

    std::vector<Contender> contenders;
    for (std::size_t i = 0; i < changes.size(); ++i) contenders.push_back({int(i) + 1, 0, int(i), changes[i], {}});
    std::size_t votes = 0;
    measure("the order of votes on all", 1000, [&] { votes = VotingOrder(text, contenders).items().size(); });
    const VotingOrder order(text, contenders);
    measure("what falls when one is adopted", 50, [&] { met += order.if_adopted(changes.size() / 2).falls.size(); });
    // A thousand who want one sentence otherwise, each in other words.
    std::vector<Contender> rivals;
    for (int i = 0; i < 1000; ++i) {
        const auto words = u"vi vil ha " + std::u16string(std::size_t(i), u'x');
        const auto& sentence = sentences[sentences.size() / 2];
        rivals.push_back({i + 1, 0, 1, Change::replace(text.size(), sentence.from, sentence.to, words), {}});
    }
    measure("the order of votes on 1,000 on one sentence", 1000,
            [&] { votes += VotingOrder(text, rivals).items().size(); });
    std::fprintf(stderr, "bench_amend: %zu votes, %zu alike\n", votes, alike);
    std::fprintf(stderr, "bench_amend: %zu units, %zu meetings, %zu chosen, %zu units after, %zu disputes, %zu met\n",
                 text.size(), meetings.size(), chosen.size(), length, open, met);
}
