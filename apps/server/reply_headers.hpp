// The headers of every reply: what it is, how long it may be kept, and what a browser may do with it.
#pragma once

#include <boost/beast/http/fields.hpp>

#include "server/endpoint.hpp"

namespace entente::server {

void add_headers(const Reply& reply, boost::beast::http::fields& fields);

}  // namespace entente::server
