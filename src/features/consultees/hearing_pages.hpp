// The page behind the link that a consultee was mailed: plain HTML, without script.
#pragma once

#include "features/perform.hpp"
#include "features/plain_page.hpp"

namespace samrad::features {

// Methods of one thing, since each needs the way pages are made. Who has the link speaks for the body; where the
// process is not for everybody, it is asked to sign in first.
class HearingPages {
public:
    explicit HearingPages(PlainPages pages) : pages_(std::move(pages)) {}

    // What it is asked, with the buttons to answer and to decline. Changes nothing: programs that look through mails
    // open links too.
    http::Reply show(Work& work) const;
    // A person has it before them: the page's script says so at their first touch of it. That is kept.
    http::Reply open(Work& work) const;
    // Begins its answer, or goes on with the one that was begun; that is opening it as well.
    http::Reply begin(Work& work) const;
    http::Reply decline(Work& work) const;

    const PlainPages& pages() const { return pages_; }

private:
    PlainPages pages_;
};

}  // namespace samrad::features
