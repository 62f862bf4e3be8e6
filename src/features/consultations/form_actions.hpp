// The forms of consultations: their revisions, how they look, and those that units keep for use again.
#pragma once

#include "domain/consultation/consultation.hpp"
#include "domain/form/form.hpp"
#include "features/perform.hpp"
#include "features/plain_page.hpp"

namespace samrad::features {

class Texts;

http::Reply show_form(Work& work);
http::Reply store_form(Work& work);
http::Reply list_revisions(Work& work);

// A page of a form that nobody has stored yet, as people will answer it; with the document, if one is named, that its
// questions are about.
http::Reply preview_form(Work& work, const PlainPages& pages, Texts& texts);

// Throws form.block_unknown where an agreement names a paragraph that the consultation's document has not.
void require_blocks(Work& work, const domain::Form& form, const domain::ConsultationRules& rules);

http::Reply list_templates(Work& work);
http::Reply show_template(Work& work);
http::Reply keep_template(Work& work);
http::Reply remove_template(Work& work);
// What a unit has asked before: from each of its forms another one can begin.
http::Reply list_consultations_of_unit(Work& work);

}  // namespace samrad::features
