// What this installation is called and where it is.
#pragma once

#include <string>

namespace samrad::features {

struct Site {
    // "https://samrad.example", without a slash at the end. Mailed links begin with it: never with what a request says
    // it was sent to.
    std::string public_address;
    std::string organisation;  // the name that mails and pages bear
    bool open_sign_up = true;  // false: only those who were invited get an account
};

}  // namespace samrad::features
