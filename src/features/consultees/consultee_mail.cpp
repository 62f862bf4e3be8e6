// Writing to consultees: a link of its own to each body, in one act to all of them.
#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "features/body.hpp"
#include "features/consultees/consultee_actions.hpp"
#include "features/consultees/consultee_json.hpp"
#include "features/dates.hpp"
#include "features/json.hpp"
#include "features/mail_texts.hpp"
#include "features/process_news.hpp"
#include "features/reach_consultation.hpp"
#include "features/tokens.hpp"
#include "storage/consultees.hpp"
#include "storage/outbox.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// Writes to those of the list for whom there is somebody to write to; returns how many bodies that were.
int write_to(Work& work, const Site& site, const domain::Consultation& consultation,
             const std::vector<domain::Consultee>& consultees, bool reminds) {
    std::map<ConsulteeId, const domain::Consultee*> asked;
    std::vector<ConsulteeId> ids;
    for (const auto& consultee : consultees) {
        asked[consultee.id] = &consultee;
        ids.push_back(consultee.id);
    }
    std::map<ConsulteeId, std::string> tokens;
    const auto closes = to_iso(consultation.rules.closes);
    for (const auto& recipient : storage::recipients_of(work.tx, ids)) {
        auto& token = tokens[recipient.consultee];
        if (token.empty()) token = new_token();
        const auto date = date_for_people(closes, name_of(recipient.language));
        const auto mail =
            hearing_mail(recipient.language, site,
                         {token, asked.at(recipient.consultee)->name, consultation.rules.title, date, reminds});
        storage::add_mail(work.tx, recipient.email, mail.subject, mail.body);
    }
    std::vector<storage::NewLink> links;
    for (const auto& [consultee, token] : tokens) links.push_back({consultee, hash_token(token)});
    if (!links.empty()) storage::send_links(work.tx, links);
    return int(links.size());
}

http::Reply write_to_those(Work& work, const Site& site, bool reminds) {
    // Behind the lock, so that two who press at once do not write twice.
    const auto [consultation, scope] =
        reach_locked_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::edit);
    Body(work.request).done();
    if (!consultation.published) throw conflict("consultation.not_published");
    if (work.now >= consultation.rules.closes) throw conflict("consultation.closed");
    auto consultees = storage::consultees_of(work.tx, consultation.id);
    std::erase_if(consultees, [&](const domain::Consultee& one) {
        return reminds ? !domain::is_to_remind(one, work.now) : one.sent.has_value();
    });
    const int written = write_to(work, site, consultation, consultees, reminds);
    const auto object = "consultation:" + std::to_string(consultation.id.value);
    work.record(reminds ? "remind" : "send", object, std::to_string(written));
    if (written > 0) tell_process(work, consultation.process);
    auto list = consultees_json(storage::consultees_of(work.tx, consultation.id), true);
    list["written"] = written;
    list["unreachable"] = std::int64_t(consultees.size()) - written;
    return reply_json(list);
}

}  // namespace

http::Reply send_consultation(Work& work, const Site& site) { return write_to_those(work, site, false); }
http::Reply remind_consultees(Work& work, const Site& site) { return write_to_those(work, site, true); }

}  // namespace samrad::features
