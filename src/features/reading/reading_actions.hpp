// What a committee does with the answers to a consultation: reads, marks, sorts by theme, compares, blacks out.
#pragma once

#include "features/perform.hpp"

namespace samrad::features {

// answer_list.cpp
http::Reply list_reading(Work& work);
http::Reply count_reading(Work& work);
http::Reply show_answer(Work& work);
http::Reply set_read(Work& work);
http::Reply set_unread(Work& work);

// theme_actions.cpp
http::Reply list_themes(Work& work);
http::Reply add_theme(Work& work);
http::Reply change_theme(Work& work);
http::Reply remove_theme(Work& work);
http::Reply merge_theme(Work& work);

// mark_actions.cpp
http::Reply add_mark(Work& work);
http::Reply remove_mark(Work& work);
http::Reply suggest_themes(Work& work);

// sample_actions.cpp
http::Reply list_samples(Work& work);
http::Reply draw_sample(Work& work);
http::Reply show_sample(Work& work);
http::Reply finish_sample(Work& work);

// family_actions.cpp
http::Reply list_families(Work& work);
http::Reply show_family(Work& work);

// redaction_actions.cpp
http::Reply redact(Work& work);
http::Reply unredact(Work& work);
http::Reply show_original(Work& work);

}  // namespace samrad::features
