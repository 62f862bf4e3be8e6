// Answering a consultation, page by page, with plain HTML forms: it works without any script.
#pragma once

#include <functional>

#include "features/perform.hpp"
#include "features/plain_page.hpp"
#include "features/site.hpp"

namespace samrad::features {

// All of them as methods of one thing, since each needs the way pages are made.
class AnswerPages {
public:
    AnswerPages(PlainPages pages, Site site) : pages_(std::move(pages)), site_(std::move(site)) {}

    // The invitation, with the button to answer.
    http::Reply invitation(Work& work) const;
    // Begins an answer, or finds the one that the account has begun, and goes to its first page.
    http::Reply begin(Work& work) const;
    // A section of the form with what was typed; ?page= from 1.
    http::Reply section(Work& work) const;
    // Stores what was typed. On with the next section that is asked, or back, or the same page with what is wrong
    // beside each field (422); nothing that was typed is lost.
    http::Reply store(Work& work) const;
    // All that was answered, with the consent, before it is sent.
    http::Reply review(Work& work) const;
    // Sends it: checked as a whole once more.
    http::Reply submit(Work& work) const;
    // The number, the link and a copy to print.
    http::Reply receipt(Work& work) const;
    http::Reply withdraw(Work& work) const;

    const PlainPages& pages() const { return pages_; }

private:
    http::Reply finish(Work& work, PlainPage page) const;
    PlainPages pages_;
    Site site_;
};

}  // namespace samrad::features
