#include "http/security_headers.hpp"

namespace samrad::http {

std::string_view security_headers() {
    return "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; "
           "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
           "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types samrad\r\n"
           "x-content-type-options: nosniff\r\n"
           "referrer-policy: same-origin\r\n"
           "cross-origin-opener-policy: same-origin\r\n"
           "x-frame-options: DENY\r\n"
           "permissions-policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
}

}  // namespace samrad::http
