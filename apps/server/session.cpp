#include "server/session.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <utility>

#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include "server/reply_headers.hpp"
#include "server/sessions.hpp"

namespace entente::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

constexpr std::size_t kFirstPiece = 2048;               // what is set aside for a client that has sent nothing yet
constexpr std::size_t kPiece = std::size_t{64} * 1024;  // read at once, once there is a request
constexpr std::size_t kDrained = std::size_t{4} * 1024 * 1024;

std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

std::size_t count_of(const http::fields& fields, http::field name) {
    return static_cast<std::size_t>(std::distance(fields.equal_range(name).first, fields.equal_range(name).second));
}

// What two readers of one request could understand differently (request smuggling, RFC 9112, section 11.2) is refused,
// also where the parser would choose one meaning. Nothing if there is nothing of the kind.
struct Ambiguity {
    int status = 0;
    const char* what = nullptr;
};

std::optional<Ambiguity> ambiguity_of(const http::request<http::string_body>& request) {
    const auto lengths = count_of(request, http::field::content_length);
    const auto codings = count_of(request, http::field::transfer_encoding);
    if (lengths > 1 || view(request[http::field::content_length]).find(',') != std::string_view::npos) {
        return Ambiguity{400, "a request states one Content-Length"};
    }
    if (codings == 0) return std::nullopt;
    if (lengths > 0 || request.version() < 11) return Ambiguity{400, "the length of the body is ambiguous"};
    if (codings > 1 || !boost::beast::iequals(request[http::field::transfer_encoding], "chunked")) {
        return Ambiguity{501, "the body comes in a transfer coding that is not known here"};
    }
    return std::nullopt;
}

Head head_of(const http::request<http::string_body>& request) {
    Head head;
    head.method = view(request.method_string());
    head.target = view(request.target());
    head.host = view(request[http::field::host]);
    head.hosts = count_of(request, http::field::host);
    head.origin = view(request[http::field::origin]);
    head.fetch_site = view(request["Sec-Fetch-Site"]);
    head.fetch_mode = view(request["Sec-Fetch-Mode"]);
    head.content_type = view(request[http::field::content_type]);
    head.token = view(request["X-Entente-Token"]);
    head.if_none_match = view(request[http::field::if_none_match]);
    return head;
}

}  // namespace

Session::Session(asio::ip::tcp::socket socket, Shared& shared)
    : socket_(std::move(socket)),
      deadline_(socket_.get_executor()),
      shared_(shared),
      buffer_(shared.limits.header_bytes + kPiece) {}

void Session::start() {
    await_request(shared_.limits.header);
}

std::optional<std::chrono::steady_clock::duration> Session::kept_waiting() const {
    if (!awaiting_) return std::nullopt;
    return std::chrono::steady_clock::now() - awaiting_since_;
}

// ---- reading
// A timer of its own, that ends the connection whatever happens on it: the one of Beast's streams is set back by each
// piece that arrives in time, so that whoever sends fast enough could send for ever.
void Session::give(Limits::Time time) {
    deadline_.expires_after(time);
    deadline_.async_wait([weak = weak_from_this()](const ErrorCode& cancelled) {
        if (cancelled) return;
        const auto self = weak.lock();
        // A deadline that was moved while this waited for its turn is not over.
        if (self != nullptr && self->deadline_.expiry() <= std::chrono::steady_clock::now()) self->close();
    });
}

// ---------------------------------------------------------------------------------------------------------

void Session::await_request(Limits::Time patience) {
    awaiting_ = true;
    awaiting_since_ = std::chrono::steady_clock::now();
    parser_.reset();
    task_.reset();
    if (buffer_.size() > 0) return read_head();  // it came together with the one before
    buffer_.shrink_to_fit();
    give(patience);
    socket_.async_read_some(buffer_.prepare(kFirstPiece),
                            [self = shared_from_this()](const ErrorCode& error, std::size_t bytes) {
                                if (error) return self->close();
                                self->buffer_.commit(bytes);
                                self->read_head();
                            });
}

void Session::read_head() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(shared_.limits.header_bytes));
    parser_->body_limit(shared_.limits.body_bytes);
    give(shared_.limits.header);
    http::async_read_header(socket_, buffer_, *parser_,
                            [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                                if (error) return self->refuse_unreadable(error);
                                self->answer_head();
                            });
}

void Session::answer_head() {
    const auto& request = parser_->get();
    only_head_ = request.method() == http::verb::head;
    keep_ = request.keep_alive() && parser_->is_done();
    if (const auto ambiguity = ambiguity_of(request)) return refuse_and_close(ambiguity->status, ambiguity->what);
    auto decision = dispatch(shared_.served, shared_.address, head_of(request));
    if (auto* reply = std::get_if<Reply>(&decision)) return send(std::move(*reply));
    task_ = std::get<Task>(std::move(decision));
    if (parser_->is_done()) return work();
    continue_with_body();
}

void Session::continue_with_body() {
    const auto expected = parser_->get()[http::field::expect];
    if (expected.empty()) return read_body();
    if (!boost::beast::iequals(expected, "100-continue")) return refuse_and_close(417, "that expectation is not known");
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    give(shared_.limits.body);
    asio::async_write(socket_, asio::buffer(kContinue),
                      [self = shared_from_this()](const ErrorCode& error, std::size_t) {
                          if (error) return self->close();
                          self->read_body();
                      });
}

void Session::read_body() {
    give(shared_.limits.body);
    http::async_read(socket_, buffer_, *parser_, [self = shared_from_this()](const ErrorCode& error, std::size_t) {
        if (error) return self->refuse_unreadable(error);
        self->keep_ = self->parser_->get().keep_alive();
        self->work();
    });
}

void Session::refuse_unreadable(const ErrorCode& error) {
    if (error == http::error::header_limit) {
        return refuse_and_close(431, "the headers are too long", "send at most 16 KiB of them");
    }
    if (error == http::error::body_limit) {
        return refuse_and_close(413, "the body is too long", "send at most 1 MiB");
    }
    const bool gone = error == http::error::end_of_stream || error == http::error::partial_message;
    if (!gone && error.category() == make_error_code(http::error::bad_method).category()) {
        return refuse_and_close(400, "this is no HTTP request: " + error.message());
    }
    close();  // it took too long, or the client went away
}

// ---- working
// ---------------------------------------------------------------------------------------------------------

void Session::work() {
    awaiting_ = false;
    deadline_.expires_at(std::chrono::steady_clock::time_point::max());
    task_->request.body = std::move(parser_->get().body());
    const std::string question(view(parser_->get().target()));
    flight_ = shared_.flights.join(*std::move(task_), question, [weak = weak_from_this()](const Reply& reply) {
        const auto self = weak.lock();
        if (self == nullptr || self->flight_ == nullptr) return;
        self->flight_ = nullptr;
        ErrorCode ignored;
        ignored = self->socket_.cancel(ignored);  // no need to watch any longer
        self->send(reply);
    });
    watch_for_departure();
}

// Whoever closes the connection, or their half of it, wants no answer any more.
void Session::watch_for_departure() {
    socket_.async_wait(
        asio::socket_base::wait_read, [self = shared_from_this(), flight = flight_](const ErrorCode& error) {
            if (error || self->flight_ != flight || self->flight_ == nullptr) return;
            char next = 0;
            const auto read = ::recv(self->socket_.native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT);
            const bool gone = read == 0 || (read < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
            if (gone) self->close();  // else the next request is here already, and waits its turn
        });
}

void Session::leave_flight() {
    if (flight_ == nullptr) return;
    Flights::leave(*flight_);
    flight_ = nullptr;
}

// ---- writing
// ---------------------------------------------------------------------------------------------------------

void Session::refuse_and_close(int status, std::string what, std::string advice) {
    keep_ = false;
    send(refusal(status, {std::move(what), std::move(advice), {}, false}));
}

void Session::send(Reply reply) {
    awaiting_ = false;
    reply_ = std::move(reply);
    response_.emplace(static_cast<http::status>(reply_.status), 11U);
    add_headers(reply_, *response_);
    response_->keep_alive(keep_);
    const bool has_body = reply_.status != 304;
    if (has_body) response_->content_length(reply_.bytes.size());
    if (has_body && !only_head_) response_->body() = {reply_.bytes.data(), reply_.bytes.size()};
    serializer_.emplace(*response_);
    give(shared_.limits.writing);
    http::async_write(socket_, *serializer_,
                      [self = shared_from_this()](const ErrorCode& error, std::size_t) { self->written(error); });
}

void Session::written(const ErrorCode& error) {
    serializer_.reset();
    response_.reset();
    reply_ = {};
    if (error && error != http::error::end_of_stream) return close();
    if (!keep_) return say_farewell();
    await_request(shared_.limits.idle);
}

// A connection that is cut while the client still sends is reset, and the client may never see the reply.
void Session::say_farewell() {
    awaiting_ = true;
    awaiting_since_ = std::chrono::steady_clock::now();
    parser_.reset();
    buffer_.clear();
    ErrorCode ignored;
    ignored = socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    give(shared_.limits.farewell);
    drain(kDrained);
}

void Session::drain(std::size_t bytes_left) {
    socket_.async_read_some(buffer_.prepare(kFirstPiece),
                            [self = shared_from_this(), bytes_left](const ErrorCode& error, std::size_t bytes) {
                                if (error || bytes >= bytes_left) return self->close();
                                self->drain(bytes_left - bytes);
                            });
}

void Session::close() {
    if (std::exchange(closed_, true)) return;
    leave_flight();
    deadline_.cancel();
    ErrorCode ignored;
    ignored = socket_.close(ignored);
    shared_.sessions.remove(*this);
}

}  // namespace entente::server
