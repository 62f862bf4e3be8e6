// Answering a consultation, page by page, with plain HTML forms: it works without any script.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "features/perform.hpp"
#include "features/plain_page.hpp"
#include "features/site.hpp"

namespace samrad::features {

struct ReachedAnswer;
struct SentForm;
class Texts;

// All of them as methods of one thing, since each needs the way pages are made.
class AnswerPages {
public:
    AnswerPages(PlainPages pages, Site site, Texts& texts)
        : pages_(std::move(pages)), site_(std::move(site)), texts_(texts) {}

    // The invitation, with the ways to answer: as oneself, without a name, for a unit or an organisation, from paper.
    http::Reply invitation(Work& work) const;
    // Begins an answer, or finds the one that the account or unit has begun, and goes to its first page.
    http::Reply begin(Work& work) const;
    // A section of the form with what was typed; ?page= from 1.
    http::Reply section(Work& work) const;
    // Stores what was typed and the files that came. On with the next section that is asked, or back, or in another
    // language, or the same page with what is wrong beside each field (422); nothing that was typed is lost, and where
    // it was changed elsewhere meanwhile that is said first (409).
    http::Reply store(Work& work) const;
    // All that was answered, and who answers, with the consent, before it is sent.
    http::Reply review(Work& work) const;
    // Sends it: checked as a whole once more. Where it is another by now than its sender saw, it is shown anew (409),
    // with what was typed and what another stored.
    http::Reply submit(Work& work) const;
    // The number, the link and a copy to print; what is yet to be done where the answer is unconfirmed.
    http::Reply receipt(Work& work) const;
    // The page of a mailed link, with the one button that uses it: programs that look at mails open links too.
    http::Reply ask_confirmation(Work& work) const;
    http::Reply confirm(Work& work) const;
    http::Reply withdraw(Work& work) const;
    // A file that came with it, for who has the link.
    http::Reply file(Work& work) const;
    // What others said, where the consultation publishes it.
    http::Reply published(Work& work) const;

    const PlainPages& pages() const { return pages_; }

private:
    http::Reply finish(Work& work, PlainPage page) const;
    http::Reply show_invitation(Work& work, const std::optional<Problem>& problem) const;
    http::Reply refuse_sending(Work& work, const ReachedAnswer& reached, const SentForm& sent,
                               const std::vector<Problem>& problems, int status, const std::string& base) const;
    http::Reply show_changed(Work& work, ReachedAnswer reached, const SentForm& sent) const;
    // reach_answer, with the paragraphs that its form asks about. Where there is no such answer, what was typed and the
    // language of the page that sent it are in the problem's facts, so that the page of it gives it back.
    ReachedAnswer reach(Work& work, bool lock) const;
    PlainPages pages_;
    Site site_;
    Texts& texts_;
};

}  // namespace samrad::features
