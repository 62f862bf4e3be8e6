#include "features/consultees/hearing_pages.hpp"

#include "base/utf8.hpp"
#include "domain/account/account.hpp"
#include "domain/consultation/consultee.hpp"
#include "features/dates.hpp"
#include "features/form_body.hpp"
#include "features/me.hpp"
#include "features/process_news.hpp"
#include "features/reach.hpp"
#include "features/texts.hpp"
#include "features/tokens.hpp"
#include "storage/answers.hpp"
#include "storage/consultations.hpp"
#include "storage/consultees.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace {

struct ReachedHearing {
    domain::Consultee consultee;
    domain::Consultation consultation;
    std::string link;  // "/hearing/…"
};

// `lock`: the consultee's row stays until the commit. What is for members alone, they sign in to read: for others there
// is no such page.
ReachedHearing reach_hearing(Work& work, bool lock) {
    const auto token = work.request.arguments.at("link");
    if (token.size() > 100) throw missing();
    auto consultee = storage::consultee_of_link(work.tx, hash_token(token));
    if (!consultee) throw missing();
    if (lock) consultee = storage::lock_consultee(work.tx, consultee->id);
    auto consultation = storage::find_consultation(work.tx, consultee->consultation).value();
    if (!consultation.published) throw missing();
    reach_process(work, consultation.process, domain::Act::read);
    return {*std::move(consultee), std::move(consultation), "/hearing/" + token};
}

domain::Language page_language(const Work& work) {
    return work.actor.signed_in() ? work.actor.language : language_of(work.request);
}

storage::Answer new_answer(Work& work, const ReachedHearing& reached) {
    storage::Answer answer;
    answer.consultation = reached.consultation.id;
    answer.revision = reached.consultation.revision;
    answer.once = false;
    if (work.actor.signed_in()) answer.account = work.actor.account;
    if (reached.consultee.unit) {
        answer.body.unit = reached.consultee.unit;
        answer.voice = storage::voice_of(work.tx, *reached.consultee.unit);
    } else {
        answer.body.organisation = reached.consultee.name;
        answer.voice = domain::Voice::organisations;
    }
    return answer;
}

// What the body has begun: by its link, or, of a unit, by somebody who speaks for it.
std::optional<AnswerId> begun_answer(Work& work, const ReachedHearing& reached) {
    const auto& consultee = reached.consultee;
    if (const auto begun = storage::answer_of_consultee(work.tx, consultee.id)) return begun;
    if (!consultee.unit) return std::nullopt;
    return storage::answer_of_unit(work.tx, reached.consultation.id, *consultee.unit);
}

void note_opened(Work& work, const ReachedHearing& reached) {
    if (reached.consultee.opened) return;
    storage::mark_opened(work.tx, reached.consultee.id);
    tell_process(work, reached.consultation.process);
}

http::Reply unseen(http::Reply reply) {
    reply.headers.emplace_back("cache-control", "no-store");
    reply.headers.emplace_back("x-robots-tag", "noindex");
    return reply;
}

}  // namespace

http::Reply HearingPages::show(Work& work) const {
    ReachedHearing reached;
    try {
        reached = reach_hearing(work, false);
    } catch (const Problem& problem) {
        if (problem.kind != Kind::missing || work.actor.signed_in()) throw;
        // Whether there is such a link is not told: whoever is not signed in is asked to be.
        return unseen(http::Reply::redirect("/sign-in?to=" + work.request.path));
    }
    const auto& [consultee, consultation, link] = reached;
    const auto language = name_of(page_language(work));
    const auto& rules = consultation.rules;
    PlainPage page{"hearing", rules.title, {}, 200};
    page.fields.texts = {{"link", link},
                         {"consultation", std::to_string(consultation.id.value)},
                         {"consultee", consultee.name},
                         {"introduction_html", render_passage(rules.introduction)},
                         {"document", rules.document ? std::to_string(rules.document->value) : ""},
                         {"version", std::to_string(rules.version)},
                         {"opens", date_for_people(to_iso(rules.opens), language)},
                         {"closes", date_for_people(to_iso(rules.closes), language)},
                         {"word", consultee.declined_word}};
    page.fields.truths["open"] = domain::is_open(consultation, work.now);
    page.fields.truths["over"] = work.now >= rules.closes;
    page.fields.truths["coming"] = work.now < rules.opens;
    page.fields.truths["answered"] = consultee.heard.has_value();
    page.fields.truths["declined"] = consultee.declined && !consultee.heard;
    page.fields.truths["begun"] = !consultee.heard && begun_answer(work, reached).has_value();
    page.fields.truths["must_be_heard"] = consultee.must_be_heard;
    page.fields.truths["may_decline"] = !domain::refuse_declining(consultee) && work.now < rules.closes;
    return unseen(pages_.make(work, std::move(page)));
}

http::Reply HearingPages::open(Work& work) const {
    const auto reached = reach_hearing(work, true);
    read_form_body(work.request.body);
    note_opened(work, reached);
    return http::Reply::nothing();
}

http::Reply HearingPages::begin(Work& work) const {
    const auto reached = reach_hearing(work, true);
    require(domain::refuse_answer(reached.consultation, work.now));
    read_form_body(work.request.body);
    work.limits.take("begin_answer:" + work.asker(), 20, 20);
    const auto& consultee = reached.consultee;
    note_opened(work, reached);
    const auto token = new_token();
    if (consultee.unit) storage::lock_unit(work.tx, *consultee.unit);
    if (const auto begun = begun_answer(work, reached)) {
        storage::add_answer_link(work.tx, *begun, hash_token(token));
    } else {
        storage::set_answer(work.tx, consultee.id,
                            storage::begin_answer(work.tx, new_answer(work, reached), hash_token(token)).value());
    }
    return http::Reply::redirect("/answers/" + token);
}

http::Reply HearingPages::decline(Work& work) const {
    const auto reached = reach_hearing(work, true);
    const auto sent = read_form_body(work.request.body);
    const auto found = sent.find("word");
    const auto word = found == sent.end() ? std::string() : domain::trimmed(found->second.front());
    require(domain::refuse_declining(reached.consultee));
    if (work.now >= reached.consultation.rules.closes) throw conflict("consultation.closed");
    if (code_points(word) > 1000) throw invalid("input.too_long", "word");
    storage::decline(work.tx, reached.consultee.id, word);
    tell_process(work, reached.consultation.process);
    return http::Reply::redirect(reached.link);
}

}  // namespace samrad::features
